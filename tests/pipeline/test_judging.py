"""Judgements of people on a real workspace: the graph follows, and comes back to the byte when they are undone."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.errors import QueryError
from kg.graph.vocabulary import vocabulary_of
from kg.pipeline.articles import Articles
from kg.pipeline.current import keep_graph
from kg.pipeline.judging import judge, undo
from kg.schema.loader import load_schema
from kg.stores.arcadedb.folder_lock import FolderLock
from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.jsonl import export_jsonl
from kg.workspace.judgement import MACHINE, Verdict
from kg.workspace.workspace import Workspace
from tests.story import Record, article, meeting

NEWS = [
    article("a", meeting("Jim Baker/US", "Wim Kok/NL", when="1998-05-03"), published="1998-05-04"),
    article("b", meeting("James A. Baker/US", "Mary Robinson/IE", when="1998-06-03"), published="1998-06-04"),
    article("c", meeting("Kok/NL", "Robinson/IE", when="1998-07-03"), published="1998-07-04"),
    article("d", meeting("+ASEAN", "Kofi Annan/GH", when="1998-07-03"), published="1998-07-04"),
]
NAMES = ["Jim Baker", "James A. Baker", "Wim Kok", "Kok/NL", "Mary Robinson", "Robinson@c", "Kofi Annan"]


def made(folder: Path, news: list[Record]) -> Path:
    with Workspace.open(folder, create=True) as workspace:
        for record in news:
            workspace.save(*record, "f1")
        articles = Articles(workspace)
        entities = articles.resolved(workspace.judgements.by_people())
        keep_graph(workspace, articles.graph(entities), entities, articles.schema)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "w", NEWS)


def people(folder: Path) -> set[str]:
    return {summary.actor.name for summary in kg.open(folder).actors(types=["Person"])}


def test_a_decision_changes_the_graph_and_its_undoing_gives_it_back(folder: Path) -> None:
    before = (folder / "graph.jsonl").read_text()
    assert "Jim Baker" not in people(folder) or "James A. Baker" not in people(folder)
    decided = kg.judge(folder, "Jim Baker", "James A. Baker", verdict=Verdict.DIFFERENT, reason="two Texans")
    assert {"Jim Baker", "James A. Baker"} <= people(folder)
    assert kg.judgements(folder)[0] == decided
    assert kg.undo(folder, decided.id) == decided
    assert (folder / "graph.jsonl").read_text() == before


def test_the_database_for_cypher_follows(folder: Path) -> None:
    decided = kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.SAME)
    joined = in_database(folder)
    assert joined == list(kg.open(folder).jsonl())
    kg.undo(folder, decided.id)
    assert in_database(folder) == list(kg.open(folder).jsonl()) != joined


def test_a_database_that_cannot_follow_is_one_warning(folder: Path) -> None:
    lock = FolderLock.reading(folder / "cypher")
    assert lock is not None
    with pytest.warns(UserWarning, match="Cypher doesn't know of the latest yet"):
        kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.SAME)
    told: list[str] = []
    kg.undo(folder, "Wim Kok", "Kofi Annan", warn=told.append)
    lock.release()
    assert len(told) == 1


def in_database(folder: Path) -> list[str]:
    vocabulary = vocabulary_of(load_schema(None))
    with open_arcadedb(folder / "cypher" / "database", vocabulary, read_only=True) as store:
        return list(export_jsonl(store.snapshot()))


def test_a_decision_survives_reading_anew_and_building_anew(folder: Path) -> None:
    kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.SAME)
    joined = (folder / "graph.jsonl").read_text()
    with Workspace.open(folder) as workspace:
        for told, facts in NEWS:
            workspace.save(told, facts, "a newer extractor")
    assert len(people(made(folder, []))) == len(people(folder))
    (folder / "graph.jsonl").unlink()
    made(folder, NEWS)
    assert (folder / "graph.jsonl").read_text() == joined


def test_a_graph_made_while_asking_knows_the_decisions(folder: Path) -> None:
    kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.SAME)
    asked = people(folder)
    (folder / "graph.jsonl").unlink()
    assert people(folder) == asked


def test_what_the_machine_judged_is_replaced_with_each_graph(folder: Path) -> None:
    assert {j.judge for j in kg.judgements(folder)} == {MACHINE}
    kg.judge(folder, "Jim Baker", "James A. Baker", verdict=Verdict.UNSURE, judge="ann")
    assert {j.judge for j in kg.judgements(folder)} == {"ann"}


def test_a_decision_against_others_is_refused_and_nothing_kept(folder: Path) -> None:
    kg.judge(folder, "Jim Baker", "Wim Kok", verdict=Verdict.SAME)
    kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.DIFFERENT)
    before = kg.judgements(folder)
    with pytest.raises(QueryError, match=r"against what people have judged already.*Undo that first"):
        kg.judge(folder, "Jim Baker", "Kofi Annan", verdict=Verdict.SAME)
    assert kg.judgements(folder) == before


def test_a_later_decision_on_the_two_replaces_the_earlier(folder: Path) -> None:
    kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.SAME)
    kg.judge(folder, "Wim Kok", "Kofi Annan", verdict=Verdict.DIFFERENT)
    assert [j.verdict for j in kg.judgements(folder) if j.judge != MACHINE] == [Verdict.DIFFERENT]


@pytest.mark.parametrize(
    ("a", "b"), [("Jim Baker", "jim baker"), ("Jim Baker", "ASEAN"), ("Jim Baker", "Nobody Known")]
)
def test_what_can_t_be_judged_is_told(folder: Path, a: str, b: str) -> None:
    with pytest.raises(QueryError):
        kg.judge(folder, a, b, verdict=Verdict.SAME)


def test_why_tells_what_bears_on_two(folder: Path) -> None:
    found = kg.why(folder, "Jim Baker", "James A. Baker")
    assert found.is_one
    assert [j.judge for j in found.judgements] == [MACHINE]
    assert not kg.why(folder, "Jim Baker", "Wim Kok").is_one
    assert kg.why(folder, "Jim Baker").judgements == found.judgements


_VERDICTS = st.sampled_from(list(Verdict))
_DECISIONS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), _VERDICTS), min_size=1, max_size=4)


@settings(max_examples=5)  # each loads the schema and makes a graph a dozen times
@given(_DECISIONS, st.randoms(use_true_random=False))
def test_undoing_everything_in_any_order_gives_the_graph_as_it_was(
    decisions: list[tuple[str, str, Verdict]], random: object
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = made(Path(place) / "w", NEWS)
        before = (folder / "graph.jsonl").read_text(), kg.judgements(folder)
        kept = {}
        for a, b, verdict in decisions:
            try:
                decided = judge(folder, a, b, verdict=verdict)
            except QueryError:
                continue
            kept[decided.id] = decided
        ids = list(kept)
        random.shuffle(ids)  # type: ignore[attr-defined]
        for judgement_id in ids:
            undo(folder, judgement_id)
        assert ((folder / "graph.jsonl").read_text(), kg.judgements(folder)) == before


def test_articles_of_one_name_may_be_two_people(tmp_path: Path) -> None:
    told, facts = NEWS[0]
    again = replace(told, id="a2", text=told.text.replace("Dispatch a", "Dispatch z")), replace(facts, article="a2")
    folder = made(tmp_path / "w", [NEWS[0], again])
    kg.judge(folder, "Jim Baker@a", "Jim Baker", verdict=Verdict.DIFFERENT)
    assert not kg.why(folder, "Jim Baker@a", "Jim Baker@a2").is_one
