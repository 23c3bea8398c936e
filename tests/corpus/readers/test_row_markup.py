"""Titles and texts of rows that are markup become what a browser shows; plain ones stay as they are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.readers.kinds import read_stream
from kg.corpus.readers.markup_text import markup_text
from kg.corpus.unreadable import Unreadable, UnreadableReason

TITLE, TEXT = (
    "Talks &amp; <em>dinner</em>",
    '<p class="lead">Kohl met\nMajor.</p><script>x()</script><p>They dined.</p>',
)
SHOWN = ("Talks & dinner", "Kohl met Major.\n\nThey dined.")
ROW = {"id": "a", "title": TITLE, "text": TEXT, "date": "1994-04-27", "author": "Jane Doe"}


def _csv(rows: Sequence[dict[str, str]]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, rows[0])
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".csv", _csv([ROW])),
        (".jsonl", json.dumps(ROW)),
        (".json", json.dumps([ROW], indent=1)),
        (".json", json.dumps(ROW, indent=1)),
    ],
)
def test_a_row_of_any_kind(suffix: str, text: str) -> None:
    [article] = read_stream(io.BytesIO(text.encode()), "rows", None, suffix=suffix)
    assert isinstance(article, Article)
    assert (article.title, article.text) == SHOWN
    assert (article.id, article.published, article.author) == ("a", "1994-04-27", "Jane Doe")


def test_parquet(parquet: bytes) -> None:
    [article] = read_stream(io.BytesIO(parquet), "rows", None, suffix=".parquet")
    assert isinstance(article, Article)
    assert (article.title, article.text) == SHOWN


@pytest.fixture
def parquet() -> bytes:
    """A table with the row."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([ROW]), out)
    return out.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "Profits fell <5 %, costs rose > 7 %.",
        "AT&amp;T signed.",
        "Write to <jane@daily.example> or see <https://daily.example/p>.",
        "He said: <inaudible> ... a < b and c > d\n\nNext.",
    ],
)
def test_plain_texts_stay_as_they_are(text: str) -> None:
    assert _read(text) == [Article("a", text, origin="a.jsonl:1")]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("Kohl met <b>Major</b>.\n\nThey dined.\nAt &lt;noon&gt;.", "Kohl met Major.\n\nThey dined.\nAt <noon>."),
        ("Kohl met Major.<br><br />They dined.<BR>Late.", "Kohl met Major.\n\nThey dined.\nLate."),
        ("<p>Kohl met\r\n\r\nMajor.</p><ul><li>One</li><li>Two</li></ul>", "Kohl met Major.\n\nOne\n\nTwo"),
        ("One.\n\n<div class='x'>Box</div>\n\nTwo.\n\nThree\nlines.", "One.\n\nBox\n\nTwo.\n\nThree\nlines."),
        ("One.\n\nTwo.<br>\nLine\n\nThree.", "One.\n\nTwo.\nLine\n\nThree."),
        ("Kohl met <a\n href='http://x.example/'\n title='a\n\nb'>Major</a>.\n\nNext.", "Kohl met Major.\n\nNext."),
        ("<center>Head</center>Text <b>here</b><nav>Menu</nav>More", "Head\n\nText here\n\nMenu\n\nMore"),
        ("<p>" + "<font size=2>Word " * 300 + "end", "Word " * 300 + "end"),
        ("Kohl &ldquo;met&rdquo; <a href='javascript:x'>Major</a>", "Kohl “met” Major"),
        ("<p>Kohl met <i>Major</p><p>They dined.", "Kohl met Major\n\nThey dined."),
    ],
)
def test_paragraphs_are_those_that_are_seen(markup: str, shown: str) -> None:
    [article] = _read(markup)
    assert isinstance(article, Article)
    assert article.text == shown


@pytest.mark.parametrize(
    ("title", "shown"), [("Kohl &#038; Major", "Kohl & Major"), ("AT&T < Bell", "AT&T < Bell"), ("", "")]
)
def test_a_title_beside_markup_is_markup(title: str, shown: str) -> None:
    [article] = _lines([{"id": "a", "title": title, "text": "<p>Kohl met Major.</p>"}])
    assert isinstance(article, Article)
    assert article.title == shown


def test_markup_without_text_is_told() -> None:
    [fault] = _read("<p><img src='a.png'></p>")
    assert isinstance(fault, Unreadable)
    assert fault.reason is UnreadableReason.EMPTY


@pytest.mark.parametrize("markup", ["<b>" * 300_000 + "Kohl</b>", "<p " + "a1=1 " * 150_000 + ">Kohl met Major."])
def test_what_is_too_hard_to_parse_costs_that_row_alone(markup: str) -> None:
    fault, article = _lines([{"id": "a", "text": f"<p>Kohl</p>{markup}"}, {"id": "b", "text": "<p>They dined.</p>"}])
    assert isinstance(fault, Unreadable)
    assert (fault.reason, fault.origin) == (UnreadableReason.TOO_HARD, "a.jsonl:1")
    assert isinstance(article, Article)
    assert article.text == "They dined."


@given(st.lists(st.text("abc .\n\r\t\f\v", min_size=1), max_size=5), st.sampled_from(["<p>", "<br>", "<b>", "<li>"]))
def test_all_words_are_kept_in_order(texts: list[str], tag: str) -> None:
    for is_typed in (True, False):
        shown = markup_text(tag.join(texts), is_typed=is_typed)
        assert shown.replace(".", " . ").split() == " ".join(texts).replace(".", " . ").split() or tag == "<b>"
        assert "".join(shown.split()) == "".join("".join(texts).split())
        assert "\n\n\n" not in shown
        assert shown == shown.strip()


def _read(text: str) -> list[Article | Unreadable]:
    return list(_lines([{"id": "a", "text": text}]))


def _lines(rows: Sequence[dict[str, str]]) -> Iterator[Article | Unreadable]:
    data = "\n".join(json.dumps(row) for row in rows).encode()
    return read_stream(io.BytesIO(data), "a.jsonl", None, suffix=".jsonl")
