"""Who wrote an article is kept beside the record's format, and makes no other version of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.author import author_line
from kg.workspace.codec import content_hash
from kg.workspace.opening import FILE
from kg.workspace.workspace import Saved, Workspace
from tests.story import article, meeting

ARTICLE, FACTS = article("a", meeting("IE", "CH", when="1998-05-03"))
SIGNED = replace(ARTICLE, author="Jane Doe")


def test_an_author_comes_back_and_goes_with_its_version(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "w", create=True) as record:
        record.save(ARTICLE, FACTS, "f")
        unsigned = record.digest()
        assert content_hash(SIGNED) == content_hash(ARTICLE)
        assert record.has(SIGNED, "f")
        assert record.save(SIGNED, FACTS, "f") is Saved.UNCHANGED
        assert record.find("a") == (SIGNED, FACTS)
        assert record.digest() != unsigned  # the graph says who wrote it
        record.save(ARTICLE, FACTS, "f")
        assert record.find("a") == (ARTICLE, FACTS)
        assert record.digest() == unsigned
        record.save(SIGNED, FACTS, "f")
        record.retract("a")
    with closing(sqlite3.connect(tmp_path / "w" / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM authors").fetchone() == (0,)


def test_a_record_of_an_earlier_kg_has_none_and_is_whole(tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "w", create=True) as record:
        record.save(ARTICLE, FACTS, "f")
        before = record.digest()
    with closing(sqlite3.connect(tmp_path / "w" / FILE)) as connection:
        connection.executescript("DROP TABLE authors; DROP TABLE looks; DROP TABLE sketches; DROP TABLE documents")
    with Workspace.read(tmp_path / "w") as record:
        assert list(record) == [(ARTICLE, FACTS)]
        assert (record.digest(), record.looks.known()) == (before, {})
        record.check()
    with Workspace.open(tmp_path / "w") as record:
        record.save(SIGNED, FACTS, "f")
        assert record.find("a") == (SIGNED, FACTS)


@given(
    said=st.none() | st.integers() | st.text() | st.lists(st.text() | st.none()) | st.dictionaries(st.text(), st.text())
)
def test_whatever_is_said_is_one_short_line(said: object) -> None:
    line = author_line(said)
    assert line is None or (0 < len(line) <= 200 and line == line.strip())
    assert line is None or len(line.splitlines()) == 1
