from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.multiplied import Multiplied
from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.graph.build import build_graph
from kg.graph.check import check_graph
from kg.workspace.codec import decode_facts
from kg.workspace.workspace import Workspace
from tests.story import SCHEMA, article, meeting, visit


@pytest.fixture
def base(tmp_path: Path) -> Path:
    with Workspace.open(tmp_path / "base", create=True) as workspace:
        for number, name in enumerate(("Mary Robinson", "Rigoberta Menchu", "Nora Astorga", "Asma Jahangir")):
            told = [meeting("Wim Kok/NL", name, when="1998-05-03"), visit("Wim Kok/NL", "CH")]
            workspace.save(*article(f"a{number}", *told, published="1998-05-04"), "a test's")
    return tmp_path / "base"


def _numbered(base: Path, start: int, count: int) -> list[tuple[Article, Facts]]:
    return [(told, decode_facts(facts)) for told, facts in Multiplied(base).numbered(start, count)]


def test_the_first_turn_is_what_was_read(base: Path) -> None:
    with Workspace.read(base) as workspace:
        read = list(workspace)
    for (told, facts), (article_read, facts_read) in zip(_numbered(base, 0, 4), read, strict=True):
        assert told.text == article_read.text
        assert facts.events == facts_read.events


def test_later_turns_are_others_on_other_days_and_as_long(base: Path) -> None:
    first, later = _numbered(base, 0, 4), _numbered(base, 4, 4)
    assert len({told.id for told, _ in (*first, *later)}) == len({told.text for told, _ in (*first, *later)}) == 8
    for (told, facts), (again, facts_again) in zip(first, later, strict=True):
        assert len(told.text) == len(again.text)
        assert [(r.start, r.end, r.rule) for r in facts.reports] == [
            (r.start, r.end, r.rule) for r in facts_again.reports
        ]
        assert facts_again.article == again.id
        assert {e.when.edtf for e in facts_again.events if e.when} == {"1998-05-14"}
        assert facts_again.published == again.published == "1998-05-15"
        # Who is in the news often stays, everybody else is somebody new, under whose name the text speaks of them.
        names, names_again = ({e.key: e.name for e in f.entities} for f in (facts, facts_again))
        assert {*names.values()} & {*names_again.values()} == {"Wim Kok", "Switzerland"}
        new = [m for m in facts_again.mentions if m.entity not in names]
        assert new
        assert all(again.text[m.start : m.end] == names_again[m.entity] for m in new)


def test_their_graph_is_sound_and_grows(base: Path) -> None:
    one, two = (build_graph(_numbered(base, 0, count), SCHEMA) for count in (4, 8))
    assert check_graph(two, SCHEMA) == []
    assert [sum("Meeting" in node.labels for node in graph.nodes) for graph in (one, two)] == [4, 8]
