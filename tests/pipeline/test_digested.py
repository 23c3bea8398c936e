"""Copies in a workspace: sketches are kept beside the articles, made where they are missing, and gone with them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import kg
from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.pipeline.current import renewed
from kg.pipeline.digested import digested
from kg.pipeline.retraction import retract
from kg.resolution.sketch import MADE
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.workspace.workspace import Workspace

PIECES = [" ".join(f"piece{piece}word{word}" for word in range(12)) for piece in range(6)]
# b is a copy of both others, which have less in common.
TEXTS = {
    "a": " ".join(PIECES[:4]),
    "b": " ".join(PIECES[1:5]),
    "c": " ".join(PIECES[2:6]),
}


def built(into: Path, *ids: str) -> Path:
    """Record articles one by one, as `kg build` does, without a model."""
    for one in ids:
        with Workspace.open(into, create=True) as workspace:
            workspace.save(Article(one, TEXTS[one]), Facts(one, None, (), (), (), (), (), (), ()), "f1")
            renewed(workspace, load_schema(None), state_names(None))
    return into


def exported(workspace: Path) -> str:
    return "".join(kg.open(workspace).jsonl())


def sources(workspace: Path) -> dict[str, str]:
    with Workspace.read(workspace) as record:
        return {one.article.id: one.source for one in digested(record)}


def test_a_copy_taken_out_leaves_what_would_be_without_it(tmp_path: Path) -> None:
    whole = built(tmp_path / "whole", "a", "b", "c")
    assert len(set(sources(whole).values())) == 1
    retract(whole, ["b"])
    assert len(set(sources(whole).values())) == 2
    assert exported(whole) == exported(built(tmp_path / "rest", "a", "c"))


def test_the_order_of_articles_makes_no_difference(tmp_path: Path) -> None:
    made = {exported(built(tmp_path / "".join(order), *order)) for order in (("a", "b", "c"), ("c", "a", "b"))}
    assert len(made) == 1


def test_sketches_are_kept_and_go_with_their_articles(tmp_path: Path) -> None:
    workspace = built(tmp_path / "w", "a", "b")
    with Workspace.read(workspace) as record:
        assert {article for article, _ in record.sketches.known(MADE)} == {"a", "b"}
        assert list(record.sketches.known("otherwise")) == []
    retract(workspace, ["a"])
    with Workspace.read(workspace) as record:
        assert [article for article, _ in record.sketches.known(MADE)] == ["b"]


def test_a_record_of_an_earlier_kg_is_read_and_gets_its_sketches(tmp_path: Path) -> None:
    workspace = built(tmp_path / "w", "a", "b")
    before = sources(workspace)
    with sqlite3.connect(workspace / "record.sqlite") as record:
        record.execute("DROP TABLE sketches")
    record.close()
    assert sources(workspace) == before
    built(workspace, "c")
    with Workspace.read(workspace) as record_again:
        assert {article for article, _ in record_again.sketches.known(MADE)} == {"a", "b", "c"}


def test_a_sketch_that_is_damaged_is_made_anew(tmp_path: Path) -> None:
    workspace = built(tmp_path / "w", "a", "b")
    before = sources(workspace)
    with Workspace.open(workspace) as record:
        record.sketches.keep(MADE, [("a", b"short")])
        assert {one.article.id: one.source for one in digested(record)} == before
        assert all(len(sketch) > 5 for _, sketch in record.sketches.known(MADE))
