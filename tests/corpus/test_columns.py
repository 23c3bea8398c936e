"""Tables and rows whose columns are called as they are called."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.read import read_inputs
from kg.corpus.unreadable import Unreadable, UnreadableReason
from kg.errors import InputError

TEXT = "Kreisky met Sadat in Vienna."


def read(path: Path, columns: str = "") -> tuple[list[Article], list[Unreadable]]:
    found = list(read_inputs([str(path)], columns=Columns.parse(columns) if columns else None))
    return [i for i in found if isinstance(i, Article)], [i for i in found if isinstance(i, Unreadable)]


def table(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_table_with_usual_names(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Headline", "guid", "Body", "pub_date", "link", "Byline"],
        ["A café", "7", f'"{TEXT}"\nAnd left.', "1975-06-01", "http://x", "Jane  Doe"],
    ]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path = tmp_path / "a.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    [article], faults = read(path)
    assert (article.id, article.title, article.published, article.url) == ("7", "A café", "1975-06-01", "http://x")
    assert (article.text, article.author) == (f'"{TEXT}"\nAnd left.', "Jane Doe")
    assert all(fault.reason is UnreadableReason.RECODED for fault in faults)


def test_columns_can_be_told(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "kicker,says,text,day", f"K,{TEXT},no,1975-06-01")
    [article], faults = read(path, "text=says,title=kicker,published=day")
    assert (article.text, article.title, article.published, faults) == (TEXT, "K", "1975-06-01", [])
    assert article.id.startswith("text-")
    rows = table(tmp_path / "a.jsonl", json.dumps({"id": 3, "says": TEXT, "kicker": "K"}))
    [article], faults = read(rows, "text=says,title=kicker")
    assert (article.id, article.text, article.title, faults) == ("3", TEXT, "K", [])


def test_fields_of_rows_are_guessed_too(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.jsonl",
        json.dumps({"guid": "g", "content": TEXT, "headline": "H", "authors": ["A", "B"]}),
        '{"id": "x"}',
    )
    [article], [fault] = read(path)
    assert (article.id, article.text, article.title, article.author) == ("g", TEXT, "H", "A; B")
    assert fault.message.endswith("('text': Field required)")


@pytest.mark.parametrize(
    ("field", "value", "name", "taken"),
    [
        ("publishedAt", "2019-03-05T10:00:00Z", "published", "2019-03-05"),
        ("pub_date", "Tue, 05 Mar 2019 08:00:00 GMT", "published", "2019-03-05"),
        ("Headline", "H", "title", "H"),
        ("link", "http://x", "url", "http://x"),
        ("authors", ["A", "B"], "author", "A; B"),
        ("link", {"href": "http://x"}, "url", None),
        ("heading", 7, "title", ""),
    ],
)
def test_what_a_row_lacks_is_taken_from_fields_that_usually_hold_it(
    tmp_path: Path, field: str, value: object, name: str, taken: str | None
) -> None:
    for empty in ({}, {"date": None, "title": "", "url": None, "author": None}):
        path = table(tmp_path / "a.jsonl", json.dumps({"id": "g", "text": TEXT, **empty, field: value}))
        [article], faults = read(path)
        assert (getattr(article, name), faults) == (taken, [])
    own = {"date": "1975-06-01", "title": "T", "url": "http://own", "author": "Own"}
    [article], faults = read(table(tmp_path / "a.jsonl", json.dumps({"id": "g", "text": TEXT, **own, field: value})))
    assert [article.published, article.title, article.url, article.author] == list(own.values())
    assert not faults


def test_an_id_that_is_null_stands_in_another_field(tmp_path: Path) -> None:
    rows = ({"id": None, "uuid": "u", "text": TEXT}, {"id": None, "text": TEXT})
    [article], [fault] = read(table(tmp_path / "a.jsonl", *map(json.dumps, rows)))
    assert article.id == "u"
    assert "--columns id=NAME says which it is" in fault.message


@pytest.mark.parametrize("name", ["Article Text", "article-text", "articleText", " ARTICLE_TEXT "])
def test_names_of_columns_are_known_however_they_are_written(tmp_path: Path, name: str) -> None:
    [article], faults = read(table(tmp_path / "a.csv", f"n,{name},Publication Date", f"1,{TEXT},1975-06-01"))
    assert (article.text, article.published, faults) == (TEXT, "1975-06-01", [])


def test_a_table_without_a_text_says_which_columns_there_are(tmp_path: Path) -> None:
    _, [fault] = read(table(tmp_path / "a.csv", "a,b", "1,2"))
    assert "no column with the text; there are 'a', 'b'. Say which with --columns text=NAME" in fault.message
    _, [fault] = read(tmp_path / "a.csv", "text=c")
    assert "no column 'c' for the text; there are 'a', 'b'" in fault.message
    with pytest.raises(InputError, match="write NAME=COLUMN"):
        Columns.parse("body=text")


def test_a_bad_row_costs_itself(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "id,text", f"1,{TEXT}", "2,a,b,c", "3,", "", f"4,{TEXT}")
    articles, faults = read(path)
    assert [article.id for article in articles] == ["1", "4"]
    assert [(f.origin, f.reason) for f in faults] == [
        (f"{path}:3", UnreadableReason.FIELDS), (f"{path}:4", UnreadableReason.EMPTY)
    ]  # fmt: skip
    assert read(table(tmp_path / "b.csv"))[1][0].reason is UnreadableReason.EMPTY


def test_parquet(tmp_path: Path) -> None:
    days = [dt.date(1975, 6, 1), None]
    rows = pa.table({"body": [TEXT, None], "date": days, "url": ["http://x", None], "other": [1, 2]})
    pq.write_table(rows, tmp_path / "a.parquet", row_group_size=1)
    [article], [fault] = read(tmp_path / "a.parquet")
    assert (article.text, article.published, article.url) == (TEXT, "1975-06-01", "http://x")
    assert fault.origin.endswith("a.parquet[2]")
    _, [fault] = read(tmp_path / "a.parquet", "text=nothing")
    assert "there are 'body', 'date', 'url', 'other'" in fault.message
    whole = (tmp_path / "a.parquet").read_bytes()
    for cut in (8, len(whole) // 2, len(whole) - 3):
        (tmp_path / "b.parquet").write_bytes(whole[:cut])
        articles, [fault] = read(tmp_path / "b.parquet")
        assert (articles, fault.reason) == ([], UnreadableReason.DAMAGED)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet='ab,;"\n\r\t|é\0', max_size=60).map(str.encode) | st.binary(max_size=60))
def test_any_table_gives_something_and_no_exception(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(data)
    articles, faults = read(path)
    assert articles or faults
    path.write_bytes(b"id,text\n1,a\n" + data)
    articles, faults = read(path)
    assert articles or faults
