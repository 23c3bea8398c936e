"""What the columns of a table, or the fields of a row, are called that make an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from kg.errors import InputError

#: What an article has, by what tables usually call it, the likeliest first.
USUAL: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "guid", "uuid", "uid", "doc_id", "document_id"),
    "text": (
        *("text", "body", "content", "article_text", "maintext", "main_text", "full_text", "fulltext", "article"),
        *("body_text", "article_body", "article_content", "content_text"),
    ),
    "title": ("title", "headline", "heading", "article_title", "web_title"),
    "published": (
        *("date", "published", "publication_date", "published_at", "publish_date", "date_publish", "pub_date"),
        *("date_published", "published_date", "published_on", "web_publication_date", "pubdate", "datetime"),
        *("date_time", "timestamp"),
    ),
    "url": ("url", "link", "source_url", "web_url", "article_url", "permalink"),
    "author": ("author", "authors", "byline", "creator"),
}
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")
_USUAL = frozenset(chain.from_iterable(USUAL.values()))
_ROW = {name: "date" if name == "published" else name for name in USUAL}  # what `kg.corpus.rows` calls them


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; what isn't told is guessed by its name."""

    told: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, given: str) -> Columns:
        """Read what a user says.

        Raises
        ------
        InputError
            It is none of the form NAME=COLUMN, with the names there are.

        Examples
        --------
        >>> Columns.parse("text=body, published=day").told
        {'text': 'body', 'published': 'day'}
        """
        told = {}
        for one in filter(None, (part.strip() for part in given.split(","))):
            name, equals, column = (part.strip() for part in one.partition("="))
            if name not in USUAL or not equals or not column:
                raise InputError(f"columns {one!r}: write NAME=COLUMN, where NAME is {', '.join(USUAL)}")
            told[name] = column
        return cls(told)

    def find(self, columns: Iterable[str]) -> dict[str, str]:
        """Give the column of each part of an article that there is.

        Raises
        ------
        InputError
            There is no such column, or none with the text; with the columns there are.

        Examples
        --------
        >>> Columns({"title": "kicker"}).find(["Kicker", "kicker", "BODY"])
        {'title': 'kicker', 'text': 'BODY'}
        >>> Columns().find(["Article Text", "publishedAt"])
        {'text': 'Article Text', 'published': 'publishedAt'}
        """
        there = list(columns)
        folded = {_folded(name): name for name in reversed(there)}
        found = dict(self.told)
        for name, usual in USUAL.items():
            column = next((folded[one] for one in usual if one in folded), None)
            if name not in found and column is not None and column not in found.values():
                found[name] = column
        listed = ", ".join(repr(name) for name in there[:30]) or "none"
        for name, column in self.told.items():
            if column not in there:
                raise InputError(f"no column {column!r} for the {name}; there are {listed}")
        if "text" not in found:
            raise InputError(f"no column with the text; there are {listed}. Say which with --columns text=NAME")
        return found

    def row(self, values: Mapping[str, object], found: Mapping[str, str]) -> dict[str, object]:
        """Give a row in the words of `kg.corpus.rows`."""
        return {_ROW[name]: values.get(column) for name, column in found.items()}


def is_usual(column: str) -> bool:
    """Whether something that an article has is usually called so.

    Examples
    --------
    >>> is_usual("Article Text"), is_usual("section")
    (True, False)
    """
    return _folded(column) in _USUAL


def _folded(name: str) -> str:
    """Give a name as it would be without capitals, blanks and signs: "Article Text", "articleText"."""
    return _JOINT.sub("_", name.strip()).strip("_").casefold()
