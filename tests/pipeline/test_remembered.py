"""A document that is in the record isn't read again, and nothing but the time shows it."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.language import ANY, ENGLISH
from kg.corpus.reading import Reading
from kg.corpus.recall import Known
from kg.pipeline.inputs import Inputs
from kg.pipeline.record_all import record_all
from kg.pipeline.remembered import Remembered
from kg.pipeline.report import Tally
from kg.pipeline.rescuing import rescue
from kg.pipeline.runner import Here
from kg.workspace.opening import FILE
from kg.workspace.workspace import Workspace
from tests.corpus.readers.test_pdf import pdf
from tests.corpus.readers.test_warc import CRAWL, page
from tests.telling import TellingExtractor

SAID = "FR met DE. The ministers met on Sunday to speak about peace, and both will meet again in Salzburg. "
GERMAN = "Der Kanzler traf am Montag in Paris den Präsidenten, um mit ihm über Fische zu sprechen. " * 3
REFUSED = "Nobody: refuse this."


def html(text: str, head: str = "<title>Vienna</title>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><article><p>{text}</p></article></body></html>".encode()


def lines(*rows: object) -> bytes:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows).encode()


def parquet(*rows: Mapping[str, object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([dict(row) for row in rows]), out)
    return out.getvalue()


def packed(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


MET, PARTED = {"id": "1", "text": "FR met DE."}, {"id": "1", "text": "FR met PL."}
ROWS: list[object] = [
    *(MET, PARTED, {"id": "2", "text": "PL met FR.", "date": "2020-01-02"}, {"id": 3, "text": GERMAN}),
    *({"id": "4", "text": "FR met PL.", "date": "some day"}, {"id": "5", "text": REFUSED}, {"id": "6"}, "{", "", "[]"),
    {"id": "p", "text": "half \ud800 a letter"},
]
PAGES = [html(SAID * 3), html(SAID * 4), html(GERMAN), html(REFUSED * 4), html(""), b"<html><p>\x00", b"<html>"]
PAGES += [html(SAID, "<meta name=date content=9999-01-01>"), html(SAID, "<link rel=canonical href=http://x.example/1>")]
TEXTS = [b"FR met DE.", b"PL met FR.", GERMAN.encode(), GERMAN.encode("cp1252"), b"", b"\x00\x01", REFUSED.encode()]
CRAWLS = [b"".join(CRAWL), b"".join([CRAWL[2], CRAWL[0], page("http://x/a", html(GERMAN))]), b"".join(CRAWL)[:-300]]
TABLE = (
    b"id,text,date\n7,FR met DE.,2020-01-02\n,FR met PL.,\n8,,\n7,FR met DE.,2020-01-02\n9," + GERMAN.encode() + b",\n"
)

MEMBERS = st.dictionaries(
    st.sampled_from(["p.html", "a.txt", "b.txt"]), st.sampled_from(PAGES + TEXTS), min_size=1, max_size=2
)
JSONL = st.lists(st.sampled_from(ROWS), max_size=5).map(lambda rows: lines(*rows))
FILES = st.fixed_dictionaries(
    {},
    optional={
        "a.txt": st.sampled_from(TEXTS),
        "p.html": st.sampled_from(PAGES),
        "p.pdf": st.sampled_from([pdf(["FR met DE."]), pdf(["PL met FR."]), b"%PDF-1.4\n", PAGES[0]]),
        "n.jsonl": JSONL,
        "m.jsonl.gz": JSONL.map(lambda data: gzip.compress(data, mtime=0)),
        "d.json": st.sampled_from([json.dumps(MET).encode(), json.dumps([MET, PARTED]).encode(), b"[]", b'{"id": 1']),
        "t.csv": st.sampled_from([TABLE, TABLE.replace(b"7", b"1"), b"id\n1\n", TABLE.decode().encode("cp1252")]),
        "t.parquet": st.sampled_from([parquet(MET, PARTED), parquet({"body": "FR met DE."}), b"PAR1"]),
        "c.warc": st.sampled_from(CRAWLS),
        "z.zip": MEMBERS.map(packed),
        "y.zip": MEMBERS.map(lambda members: packed({"in.zip": packed(members)})),
        "e.html.gz": st.sampled_from([gzip.compress(PAGES[0], mtime=0), gzip.compress(PAGES[0], mtime=0)[:-9]]),
    },
)


class Extractor(TellingExtractor):
    """One of another name."""

    def __init__(self, name: str = "x") -> None:
        super().__init__(None)
        self.fingerprint = name


def memory(record: Workspace, extractor: str = "x", language: str = ENGLISH) -> Remembered:
    return Remembered(record, extractor, language)


def read(
    workspace: Path,
    *inputs: Path,
    extractor: str = "x",
    reading: Reading | None = None,
    columns: Columns | None = None,
    remembers: bool = True,
) -> dict[str, Any]:
    """Read inputs into a workspace, and tell all that is reported of it."""
    extracts, tally, steps = Extractor(extractor), Tally(), list[tuple[int, int]]()
    how = reading or Reading()
    with Workspace.open(workspace, create=True) as record:
        known = memory(record, extractor, how.language)
        source = Inputs([str(one) for one in inputs], how, columns=columns)
        articles = source.recalled(known if remembers else None)

        def advance() -> None:
            steps.append((tally.saved.total(), source.failures))

        record_all(articles, source, record, known, Here(extracts), tally=tally, advance=advance)
    counts = {"saved": tally.saved, "mentions": tally.mentions, "events": tally.events, "rejected": tally.rejected}
    met = {"read": source.read, "failed": source.failed, "warnings": source.warnings, "warned": source.warned}
    aside = {"set_aside": source.set_aside, "origins": source.set_aside_origins}
    return {**counts, **met, **aside, "steps": steps, "extracted": extracts.extracted}


def unread(workspace: Path, *inputs: Path, reading: Reading | None = None, extractor: str = "x") -> tuple[int, int]:
    """How many articles of inputs are known, and how many must be read."""
    how = reading or Reading()
    with Workspace.open(workspace) as record:
        source = Inputs([str(one) for one in inputs], how)
        met = list(source.recalled(memory(record, extractor, how.language)))
    return sum(isinstance(one, Known) for one in met), sum(isinstance(one, Article) for one in met)


def rows(workspace: Path, *tables: str) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(workspace / FILE)) as connection:
        return {table: list(connection.execute(f"SELECT * FROM {table} ORDER BY 1")) for table in tables}


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Put files into a folder, in place of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@given(
    before=FILES,
    changed=FILES,
    gone=st.sets(st.sampled_from(["a.txt", "p.html", "n.jsonl", "t.csv", "z.zip", "c.warc"])),
    ways=st.lists(
        st.tuples(
            st.sampled_from(["x", "x", "y"]),
            st.sampled_from([ENGLISH, ENGLISH, ANY]),
            st.sampled_from([None, None, Columns({"id": "date"})]),
        ),
        min_size=2,
        max_size=2,
    ),
)
@settings(max_examples=10)
def test_with_and_without_a_memory_the_same_is_read_reported_and_kept(
    tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, bytes],
    changed: dict[str, bytes],
    gone: set[str],
    ways: list[tuple[str, str, Columns | None]],
) -> None:
    home = tmp_path_factory.mktemp("home")
    folder = written(home / "news", before)
    asked: list[dict[str, Any]] = [
        {"extractor": name, "reading": Reading(told), "columns": columns} for name, told, columns in ways
    ]
    read(home / "with", folder, **asked[0])
    shutil.copytree(home / "with", home / "without")
    after = {name: data for name, data in before.items() if name not in gone} | changed
    for files, how in ((before, asked[0]), (after, asked[1]), (after, asked[1])):
        written(folder, files)
        found = read(home / "with", folder, **how)
        assert found == read(home / "without", folder, remembers=False, **how)
        tables = ("articles", "facts", "seals", "authors", "failures")
        assert rows(home / "with", *tables) == rows(home / "without", *tables)


ALL = {
    "a.txt": b"FR met DE.",
    "b.txt": GERMAN.encode(),
    "p.html": html(SAID * 3),
    "q.html": html(GERMAN),
    "r.pdf": pdf(["FR met DE. PL met FR."]),
    "n.jsonl": lines(MET, {"id": "2", "text": GERMAN}),
    "m.jsonl.gz": gzip.compress(lines({"id": "3", "text": "FR met DE."})),
    "d.json": json.dumps([{"id": "4", "text": "FR met DE."}, {"id": "5", "text": "PL met DE."}]).encode(),
    "t.csv": b"id,text\n6,FR met DE.\n,FR met PL.\n",
    "t.parquet": parquet({"id": "7", "text": "FR met DE.", "author": "Jane Doe"}, {"id": "8", "text": GERMAN}),
    "c.warc": b"".join(CRAWL),
    "z.zip": packed({"p.html": html(SAID * 4), "in.zip": packed({"a.txt": b"PL met FR."})}),
}


def test_nothing_that_is_known_is_read(tmp_path: Path) -> None:
    news = written(tmp_path / "news", ALL)
    first = read(tmp_path / "w", news)
    assert (first["saved"].total(), first["set_aside"].total(), first["failed"]) == (14, 4, ())
    assert unread(tmp_path / "w", news) == (14, 0)
    again = read(tmp_path / "w", news)
    assert (again["saved"], again["extracted"]) == ({"unchanged": 14}, [])
    assert again["origins"] == first["origins"]
    found = rows(tmp_path / "w", "documents", "set_aside")
    assert {name: len(kept) for name, kept in found.items()} == {"documents": 14, "set_aside": 4}


def test_what_was_set_aside_is_known_too(tmp_path: Path) -> None:
    news = written(tmp_path / "news", {"a.txt": GERMAN.encode(), "b.html": html(GERMAN)})
    read(tmp_path / "w", news)
    with Workspace.open(tmp_path / "w") as record:
        known = memory(record)
        source = Inputs([str(news)])
        assert list(source.recalled(known)) == []
    assert source.set_aside_origins == {"de": [str(news / "a.txt"), str(news / "b.html")]}
    assert unread(tmp_path / "w", news, reading=Reading(ANY)) == (0, 2)


@pytest.mark.parametrize("how", [{"extractor": "y"}, {"reading": Reading(ANY)}])
def test_what_was_read_otherwise_is_read_again(tmp_path: Path, how: dict[str, Any]) -> None:
    news = written(tmp_path / "news", ALL)
    read(tmp_path / "w", news)
    assert unread(tmp_path / "w", news, **how)[0] == 0
    read(tmp_path / "w", news, **how)
    assert unread(tmp_path / "w", news, **how)[1] == 0


def test_another_version_of_a_library_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = written(tmp_path / "news", ALL)
    read(tmp_path / "w", news)
    monkeypatch.setattr("kg.pipeline.remembered.reading_libraries", lambda: ("trafilatura 9",))
    assert unread(tmp_path / "w", news) == (0, 14)
    assert read(tmp_path / "w", news)["saved"] == {"unchanged": 14}
    assert unread(tmp_path / "w", news) == (14, 0)


def test_other_columns_read_again(tmp_path: Path) -> None:
    news = written(tmp_path / "news", {"t.csv": b"id,text,kicker\n1,FR met DE.,Paris\n"})
    read(tmp_path / "w", news)
    told = Columns({"title": "kicker"})
    assert read(tmp_path / "w", news, columns=told)["saved"] == {"new version": 1}
    assert read(tmp_path / "w", news, columns=told)["saved"] == {"unchanged": 1}


def test_a_retraction_leaves_nothing(tmp_path: Path) -> None:
    news = written(tmp_path / "news", {"a.txt": b"FR met DE.", "b.txt": b"PL met DE."})
    read(tmp_path / "w", news)
    with Workspace.open(tmp_path / "w") as record:
        record.retract("a")
    assert [row[0] for row in rows(tmp_path / "w", "documents")["documents"]] == ["b"]
    assert unread(tmp_path / "w", news) == (1, 1)
    assert read(tmp_path / "w", news)["saved"] == {"new": 1, "unchanged": 1}


def test_a_version_that_was_replaced_is_read_when_it_comes_back(tmp_path: Path) -> None:
    old, new = {"a.txt": b"FR met DE."}, {"a.txt": b"FR met PL."}
    for files in (old, new, old):
        news = written(tmp_path / "news", files)
        assert unread(tmp_path / "w", news) == (0, 1) if (tmp_path / "w").exists() else True
        saved = read(tmp_path / "w", news)["saved"]
        assert saved.total() == 1
        assert "unchanged" not in saved
    assert len(rows(tmp_path / "w", "documents")["documents"]) == 1


def test_a_workspace_of_an_earlier_kg_learns_and_one_that_is_only_read_needs_nothing(tmp_path: Path) -> None:
    news = written(tmp_path / "news", ALL)
    read(tmp_path / "w", news)
    with closing(sqlite3.connect(tmp_path / "w" / FILE)) as connection:
        connection.executescript("DROP TABLE documents; DROP TABLE set_aside")
    with Workspace.read(tmp_path / "w") as record:
        record.check()
        assert len(list(record)) == 14
    assert unread(tmp_path / "w", news) == (0, 14)
    assert read(tmp_path / "w", news)["saved"] == {"unchanged": 14}
    assert unread(tmp_path / "w", news) == (14, 0)


def test_what_is_known_is_no_part_of_what_is_rescued(tmp_path: Path) -> None:
    news = written(tmp_path / "news", ALL)
    read(tmp_path / "w", news)
    with Workspace.read(tmp_path / "w") as record:
        there, before = list(record), record.digest()
    saved = rescue(tmp_path / "w", tmp_path / "saved")
    assert (saved.saved, saved.read_again, saved.lost) == (14, 0, ())
    with Workspace.read(tmp_path / "saved") as record:
        assert (list(record), record.digest()) == (there, before)
    assert unread(tmp_path / "saved", news) == (0, 14)
