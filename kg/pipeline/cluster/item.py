"""What inputs give, in their order, as it is sent to who extracts it: articles, and what is none."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from typing import Self, TypeAlias

from kg.corpus.article import Article
from kg.corpus.language import in_language
from kg.corpus.once import content_of
from kg.corpus.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Aside:
    """An article in another language. Its id counts all the same; `content` is its `content_of`."""

    id: str
    content: int
    language: str
    origin: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What can't be read, or only in part: `is_error` where an article is missing for it; `kind` as of `Failure`."""

    origin: str
    message: str
    kind: str
    is_error: bool

    @classmethod
    def of(cls, read: Unreadable) -> Self:
        """Give what a reader says."""
        return cls(read.origin, read.message, read.reason.name.lower(), read.is_error)


Item: TypeAlias = Article | Aside | Fault
_KINDS = {"article": Article, "aside": Aside, "fault": Fault}


def item_of(read: Article | Unreadable, language: str) -> Item:
    """Give what a reader gave, where articles in `language` are wanted.

    Examples
    --------
    >>> text = "Der Kanzler traf am Montag in Paris den Präsidenten, um mit ihm über Fische zu sprechen. " * 3
    >>> item_of(Article("a1", text), "en").language
    'de'
    """
    if isinstance(read, Unreadable):
        return Fault.of(read)
    wanted = in_language(read, language)
    if isinstance(wanted, Article):
        return wanted
    return Aside(read.id, content_of(read), wanted.language, wanted.origin)


def encode_items(items: Iterable[Item]) -> bytes:
    """Give items as JSON: the same items, the same bytes."""
    names = {kind: name for name, kind in _KINDS.items()}
    # Escaped to ASCII, so that even half a surrogate pair goes through.
    return json.dumps([[names[type(item)], *astuple(item)] for item in items], separators=(",", ":")).encode("ascii")


def decode_items(data: bytes) -> list[Item]:
    """Read what `encode_items` gave.

    Examples
    --------
    >>> items = [Article("a1", "Bonn was quiet."), Fault("b.txt", "b.txt: it has no text", "empty", True)]
    >>> decode_items(encode_items(items)) == items
    True
    """
    return [_KINDS[name](*fields) for name, *fields in json.loads(data)]
