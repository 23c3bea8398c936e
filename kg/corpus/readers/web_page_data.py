"""What a page says of itself in JSON-LD: the data that search engines read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core import from_json

from kg.corpus.author import author_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_MAX_DATA = 1_000_000
_MAX_VALUES = 20_000


@dataclass(frozen=True, slots=True)
class Described:
    """Something that a page describes: an article, or what else there is on a site."""

    is_article: bool
    headline: str
    published: str | None
    author: str | None
    is_free: bool


def described(tree: HtmlElement) -> list[Described]:
    """Give what a page describes: articles first, the whole before its parts."""
    found = [_described(value) for value in _objects(tree)]
    return sorted(found, key=lambda one: not one.is_article)


def _objects(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _MAX_DATA:
            continue
        try:
            waiting: list[object] = [from_json(script.text.strip())]
        except ValueError:
            continue
        seen = 0
        while waiting and seen < _MAX_VALUES:
            value = waiting.pop(0) if len(waiting) < 100 else waiting.pop()
            seen += 1
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                yield value
                waiting.extend(part for part in value.values() if isinstance(part, (dict, list)))


def _described(value: dict[str, object]) -> Described:
    kinds, headline, published = value.get("@type"), value.get("headline"), value.get("datePublished")
    said = value.get("author")
    authors = said if isinstance(said, list) else [said]
    return Described(
        is_article=any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])),
        headline=" ".join(headline.split()) if isinstance(headline, str) else "",
        published=published if isinstance(published, str) else None,
        author=author_line([one.get("name") if isinstance(one, dict) else one for one in authors]),
        is_free=str(value.get("isAccessibleForFree", True)).casefold() != "false",
    )
