"""Many articles from a few hundred that were really read: again and again on later days, in other words, about others.

What comes out is as long, and says as much, as what kg found in the news. Letters are exchanged for others, so that
spans stay where they are and no text is a copy of another. Countries, places and those who are in the news often keep
their names; everybody else is somebody new each time.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.travel_articles import TRIPS, articles, trips
from kg.corpus.article import Article
from kg.workspace.codec import encode_facts
from kg.workspace.workspace import Workspace

_OFTEN = 4  # articles; who is told of in so many keeps the name
_LATER = 11  # days from one turn to the next
_RENAMED = ("Person", "Organization")
_REFERENCES = frozenset({"key", "entity", "of"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LAST = dt.date(2200, 1, 1)
NEWS = TRIPS.parents[1] / "news" / "articles.jsonl"


def write_sample(target: Path, count: int) -> None:
    """Write articles for `kg build`: half of them news, half of them journeys, each spread evenly over its source."""
    with NEWS.open(encoding="utf-8") as stream:
        news = [json.loads(line) for line in stream]
    told = list(articles(trips()))
    with target.open("w", encoding="utf-8") as stream:
        for rows, wanted in ((news, count - count // 2), (told, count // 2)):
            for row in rows[:: max(1, len(rows) // wanted)][:wanted]:
                stream.write(json.dumps(row) + "\n")


class Multiplied:
    """The articles of a workspace with their facts as the record keeps them, as often as needed."""

    def __init__(self, base: Path) -> None:
        with Workspace.read(base) as workspace:
            self._base = [(article, json.loads(encode_facts(facts))) for article, facts in workspace]
        told = Counter(entity["key"] for _, facts in self._base for entity in facts["entities"])
        self._known = {key for key, count in told.items() if count >= _OFTEN}

    def numbered(self, start: int, count: int) -> Iterator[tuple[Article, bytes]]:
        """Give the articles from a number on."""
        for number in range(start, start + count):
            turn, place = divmod(number, len(self._base))
            yield _Turn(turn, self._known).again(*self._base[place], own_id=f"article-{number:08}")


class _Turn:
    """What is other each time the articles are told again."""

    def __init__(self, turn: int, known: set[str]) -> None:
        self._known = known
        self._later = dt.timedelta(days=turn * _LATER)
        self._letters = _exchanged(turn)
        self._keys: dict[str, str] = {}

    def again(self, article: Article, facts: dict[str, Any], *, own_id: str) -> tuple[Article, bytes]:
        spelt = {"title": article.title.translate(self._letters), "text": article.text.translate(self._letters)}
        published = self._day(article.published) if article.published else None
        told = replace(article, id=own_id, published=published, origin=own_id, **spelt)
        self._keys = {key: self._key(key) for key in (entity["key"] for entity in facts["entities"])}
        row = {**facts, "article": own_id, "published": published}
        row["entities"] = [self._entity(entity) for entity in facts["entities"]]
        for name in ("mentions", "dates", "reports", "events", "rejected"):
            row[name] = self._walked(facts[name])
        return told, json.dumps(row, ensure_ascii=False).encode()

    def _key(self, key: str) -> str:
        kind, _, name = key.partition(":")
        return key if kind not in _RENAMED or key in self._known else f"{kind}:{name.translate(self._letters)}"

    def _entity(self, entity: dict[str, Any]) -> dict[str, Any]:
        row: dict[str, Any] = self._walked(entity)
        if row["key"] != entity["key"]:
            row["name"] = entity["name"].translate(self._letters)
            row["names"] = [name.translate(self._letters) for name in entity["names"]]
        return row

    def _walked(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            row = {key: self._walked(inner, key) for key, inner in value.items()}
            if row.get("first") and row.get("last") and row.get("edtf"):
                row["edtf"] = row["first"] if row["first"] == row["last"] else f"{row['first']}/{row['last']}"
            return row
        if isinstance(value, list):
            return [self._walked(inner, name) for inner in value]
        if not isinstance(value, str):
            return value
        if name in _REFERENCES:
            return self._keys.get(value, value)
        return self._day(value)

    def _day(self, text: str) -> str:
        if not _DAY.fullmatch(text):
            return text
        return min(dt.date.fromisoformat(text) + self._later, _LAST).isoformat()


def _exchanged(turn: int) -> dict[int, int]:
    """Letters for letters, vowels for vowels; none in the first turn."""
    chance, table = random.Random(turn), dict[int, int]()
    vowels = "aeiouy"
    for letters in (vowels, "".join(letter for letter in string.ascii_lowercase if letter not in vowels)):
        others = "".join(chance.sample(letters, len(letters))) if turn else letters
        table |= str.maketrans(letters + letters.upper(), others + others.upper())
    return table
