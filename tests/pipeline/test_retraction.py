"""Retracting and reading anew: what is left is the graph of the other articles, to the byte, in every file."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.errors import QueryError, WorkspaceError
from kg.graph.effect import Effect, Fate
from kg.graph.vocabulary import vocabulary_of
from kg.pipeline.current import renewed
from kg.pipeline.retraction import retract
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.stores.arcadedb.store import open_arcadedb
from kg.stores.jsonl import export_jsonl
from kg.workspace.judgement import Judgement
from kg.workspace.workspace import Workspace
from tests.random_news import judgements, news
from tests.story import Record, article, meeting, signing

VOCABULARY = vocabulary_of(load_schema(None))
MET = ("Mary Robinson/IE", "Kofi Annan/GH")
NEWS = [
    article("a", meeting(*MET, when="1998-05-03"), published="1998-05-04"),
    article("b", meeting(*MET, when="1998-05-03"), signing("IE", "CH", when="1999-01-01"), published="1999-01-02"),
    article("c", meeting("IE", "NO", when="2001-02-03")),
]


def recorded(folder: Path, told: Iterable[Record], judged: Iterable[Judgement] = ()) -> Effect:
    """Make or change a workspace as `kg build` does, without a model."""
    with Workspace.open(folder, create=True) as workspace:
        for record in told:
            workspace.save(*record, "f1")
        for judgement in judged:
            workspace.judgements.put(judgement)
        return renewed(workspace, load_schema(None), state_names(None)).effect


def saved(folder: Path) -> bytes:
    return (folder / "graph.jsonl").read_bytes()


def saved_lines(folder: Path) -> list[str]:
    return list(kg.open(folder).jsonl())


def in_database(folder: Path) -> list[str]:
    with open_arcadedb(folder / "cypher" / "database", VOCABULARY, read_only=True) as store:
        return list(export_jsonl(store.snapshot()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    recorded(tmp_path / "w", NEWS)
    return tmp_path / "w"


@given(news(), judgements(), st.data())
@settings(max_examples=8)  # each loads the schema and makes a graph five times
def test_what_is_left_is_the_graph_of_the_others(
    told: list[Record], judged: list[Judgement], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from([one.id for one, _ in told]), min_size=1))
    with tempfile.TemporaryDirectory() as place:
        whole, others = Path(place, "whole"), Path(place, "others")
        recorded(whole, told, judged)
        recorded(others, [record for record in told if record[0].id not in gone], judged)
        before = saved(whole)
        planned = retract(whole, gone, dry_run=True)
        assert saved(whole) == before
        done = retract(whole, gone)
        assert done.effect == planned.effect
        assert saved(whole) == saved(others)
        assert in_database(whole) == saved_lines(others)
        with Workspace.read(whole) as one, Workspace.read(others) as other:
            assert list(one) == list(other)
            assert list(one.judgements) == list(other.judgements)
        recorded(whole, told)
        assert saved(whole) == before
        assert in_database(whole) == saved_lines(whole)


def test_what_becomes_of_events_is_told(folder: Path) -> None:
    done = retract(folder, ["b"], dry_run=True)
    [gone] = done.effect.of(Fate.GONE)
    assert (gone.type, gone.who, gone.reports_before, gone.reports, gone.now) == (
        "Signing",
        ("Ireland", "Switzerland"),
        1,
        0,
        (),
    )
    [kept] = done.effect.of(Fate.KEPT)
    assert (kept.type, kept.reports_before, kept.reports, kept.now) == ("Meeting", 2, 1, (kept.id,))
    assert {"n_articles", "n_sources"} <= set(kept.changed)
    removed = {node.id for node in done.effect.change.removed.nodes}
    assert {"article:b", gone.id, "country:CH"} <= removed
    assert not {kept.id, "article:a", "country:IE"} & removed


def test_several_at_once_by_id_or_by_node(folder: Path) -> None:
    assert retract(folder, ["article:c", "b", "b"]).articles == ("b", "c")
    assert [one.id for one in kg.open(folder).articles] == ["a"]
    assert retract(folder, ["a"]).nodes == 0


def test_an_unknown_article_is_told_and_nothing_is_lost(folder: Path) -> None:
    before = saved(folder)
    with pytest.raises(QueryError, match=r"no article 'bb' .*nothing was retracted.*'b'"):
        retract(folder, ["a", "bb"])
    with pytest.raises(QueryError, match="no articles 'x', 'y'"):
        retract(folder, ["x", "y", "a"])
    assert saved(folder) == before
    assert len(list(kg.open(folder).articles)) == 3


def test_a_dry_run_needs_no_right_to_write(folder: Path) -> None:
    with Workspace.open(folder):
        assert retract(folder, ["a"], dry_run=True).articles == ("a",)
        with pytest.raises(WorkspaceError, match="another process"):
            retract(folder, ["a"])


def test_the_database_for_cypher_follows(folder: Path) -> None:
    assert retract(folder, ["b"]).warning is None
    assert in_database(folder) == saved_lines(folder)
    assert not any('"id":"article:b"' in line for line in in_database(folder))


def test_no_word_of_a_retracted_article_stays_in_a_file(folder: Path) -> None:
    secret = b"ordinary treaty of Zug"
    recorded(folder, [article("z", signing("IE", "CH", when="1999-01-01", document=secret.decode(), named=True))])
    assert any(secret in file.read_bytes() for file in folder.rglob("*") if file.is_file())
    retract(folder, ["z"])
    shutil.rmtree(folder / "cypher")  # whose files are ArcadeDB's
    assert not any(secret in file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_changed_article_takes_along_what_it_no_longer_tells(folder: Path) -> None:
    changed = article("b", meeting(*MET, when="1998-05-03"), published="1999-01-02")
    done = recorded(folder, [changed])
    assert [event.type for event in done.of(Fate.GONE)] == ["Signing"]
    assert done.counts()["removed"]["nodes"] > 0
    recorded(folder.with_name("fresh"), [NEWS[0], changed, NEWS[2]])
    assert saved(folder) == saved(folder.with_name("fresh"))
    assert len(recorded(folder, [changed]).change) == 0


_KILLED = """
import os, signal, sys
from kg.pipeline import retraction
retraction.keep_graph = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
retraction.retract(sys.argv[1], ["b"])
"""


def test_killed_between_record_and_graph_the_next_opening_or_run_mends_it(folder: Path, root: Path) -> None:
    before = saved(folder)
    done = subprocess.run([sys.executable, "-c", _KILLED, str(folder)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert saved(folder) == before
    others = folder.with_name("others")
    recorded(others, [NEWS[0], NEWS[2]])
    assert list(kg.open(folder).jsonl()) == list(kg.open(others).jsonl())
    assert retract(folder, ["c"], dry_run=True).effect == retract(others, ["c"], dry_run=True).effect
    assert len(recorded(folder, []).of(Fate.GONE)) == 1
    assert saved(folder) == saved(others)
