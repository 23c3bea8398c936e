"""One JSON object -> Article: the place where strangers' rows are checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import from_json

from kg.corpus.article import Article
from kg.corpus.author import author_line
from kg.corpus.columns import Columns, is_usual
from kg.corpus.publication_date import iso_date
from kg.corpus.stamp import stamp_date
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable
from kg.errors import InputError

MAX_CHARACTERS = 1_000_000  # of one article: a thick book; what is longer is no news article


def _id(value: object) -> object:
    """Numbers are fine as ids."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.strip() if isinstance(value, str) else value


class _Row(BaseModel):
    """What a row must look like; fields of other names may stand for some that it lacks."""

    model_config = ConfigDict(strict=True, extra="allow")

    id: Annotated[str, BeforeValidator(_id)]
    text: str
    title: str | None = None
    date: object = None
    url: str | None = None
    author: object = None


_NAMES = tuple(_Row.model_fields)
_PLAIN = (str, int, float, list)  # what a field is taken for by its name alone; nested ones hold anything
_WORDS = frozenset({"title", "url"})


def read_row(line: str, *, origin: str) -> Iterator[Article | Unreadable]:
    """Read a JSON object: its article, with warnings before it, or what is wrong with it.

    Examples
    --------
    >>> row = '{"id": "a", "date": "2016-03", "title": "T", "text": "Obama landed in Havana."}'
    >>> [article] = read_row(row, origin="a.jsonl:1")
    >>> article.published
    '2016-03'
    >>> [fault] = read_row('{"id": "a", "title": "T"}', origin="a.jsonl:2")
    >>> fault.message
    "a.jsonl:2: a field is missing or wrong ('text': Field required)"
    """
    try:
        row = _Row.model_validate_json(line)
    except ValidationError as error:
        if error.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
            yield _fault(error, origin)
        else:
            yield from check_row(from_json(line), origin=origin)
    else:
        yield from check_row(dict(row), origin=origin) if _may_gain(row) else _article(row, origin)


def read_row_columns(line: str, *, origin: str, columns: Columns) -> Iterator[Article | Unreadable]:
    """Do the same as `read_row` for an object whose fields are called otherwise."""
    try:
        row = from_json(line)
    except ValueError:
        yield from read_row(line, origin=origin)
        return
    yield from check_row_columns(row, origin=origin, columns=columns)


def check_row_columns(row: object, *, origin: str, columns: Columns) -> Iterator[Article | Unreadable]:
    """Do the same for JSON that has been parsed already. Not every object has every field that was told."""
    if not isinstance(row, dict):
        yield from check_row(row, origin=origin)
        return
    try:
        found = Columns({name: field for name, field in columns.told.items() if field in row}).find(row)
    except InputError as fault:
        yield unreadable(origin, UnreadableReason.FIELDS, str(fault))
        return
    yield from check_row(columns.row(row, found), origin=origin, id_from_text=True)


def check_row(row: object, *, origin: str, id_from_text: bool = False) -> Iterator[Article | Unreadable]:
    """Do the same as `read_row` for JSON that has been parsed already; a row may be without an id."""
    if id_from_text and isinstance(row, dict) and row.get("id") in (None, ""):
        row = {**row, "id": text_id(str(row.get("text")))}
    try:
        checked = _Row.model_validate(_guessed(row))
    except ValidationError as error:
        yield _fault(error, origin)
    else:
        yield from _article(checked, origin)


def _may_gain(row: _Row) -> bool:
    """Whether other fields may stand for what a row lacks; most rows have some, and none that could."""
    others = row.model_extra or {}
    return bool(others) and ("" in (row.id, row.url) or any(map(is_usual, others)))


def _guessed(row: object) -> object:
    """Give a row in the words of `_Row`: what it lacks is taken from fields that usually hold it, if they can."""
    if not isinstance(row, dict):
        return row
    own = {name: row[name] for name in _NAMES if row.get(name) not in (None, "") or (name == "text" and name in row)}
    others = {name: value for name, value in row.items() if name not in _NAMES and isinstance(value, _PLAIN) and value}
    usual = Columns()
    try:
        found = usual.row({**own, **others}, usual.find([*own, *others]))
    except InputError:
        return row
    return {name: value for name, value in found.items() if name in own or name not in _WORDS or isinstance(value, str)}


def _fault(error: ValidationError, origin: str) -> Unreadable:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        fault = str(first.get("ctx", {}).get("error", first["msg"]))
        # The row is one line, and `origin` says which of the file's.
        return unreadable(origin, UnreadableReason.NOT_JSON, fault.replace(" at line 1 column ", " at column "))
    if not first["loc"]:
        return unreadable(
            origin, UnreadableReason.FIELDS, 'not an object like {"id": …, "date": …, "title": …, "text": …}'
        )
    hint = "; --columns id=NAME says which it is, --columns text=text makes it of the text"
    name = first["loc"][0]
    detail = f"'{name}': {first['msg']}{hint if name == 'id' else ''}"
    return unreadable(origin, UnreadableReason.FIELDS, detail)


def _article(row: _Row, origin: str) -> Iterator[Article | Unreadable]:
    if not row.id:
        yield unreadable(origin, UnreadableReason.FIELDS, "'id' is empty")
        return
    published = None
    if row.date not in (None, ""):
        raw = row.date
        is_written = isinstance(raw, (str, int, float)) and not isinstance(raw, bool)
        published = (iso_date(str(raw)) or stamp_date(str(raw))) if is_written else None
        if published is None:
            yield unreadable(origin, UnreadableReason.DATE, f"article '{row.id}': {str(raw)[:40]!r}; use YYYY-MM-DD")
    article = Article(row.id, row.text, title=row.title or "", published=published, url=row.url, origin=origin)
    article = replace(article, author=author_line(row.author))
    yield length_fault(article) or article


def length_fault(article: Article) -> Unreadable | None:
    """Say what is wrong with the length of an article's texts, if anything."""
    if not article.text.strip():
        return unreadable(article.origin, UnreadableReason.EMPTY, f"article '{article.id}'")
    longest = max(len(article.text), len(article.title))
    if longest > MAX_CHARACTERS:
        detail = f"{longest:,} characters; at most {MAX_CHARACTERS:,} an article: cut it into its articles"
        return unreadable(article.origin, UnreadableReason.TOO_LONG, detail)
    return None


def text_id(text: str) -> str:
    """Make an id for a text that came without a name: from its content alone."""
    return "text-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
