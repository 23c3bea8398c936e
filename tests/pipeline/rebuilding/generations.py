"""Two generations of an extractor, by import path, that differ in all that events can differ in."""

from __future__ import annotations

import datetime as dt
import os
import re
import signal
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.corpus.article import Article
from kg.events.facts import Facts, Location, Status, When
from kg.mentions.dates.date_mention import Basis, Precision
from kg.workspace.codec import fingerprint
from tests.telling import TellingExtractor

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Better(TellingExtractor):
    """Reads days, places and plans too, and keeps no event of an article that says "hearsay"."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            if "kill the run" in article.text and Path(article.text.rsplit(maxsplit=1)[1]).exists():
                os.kill(os.getpid(), signal.SIGKILL)
            [facts] = super().extract([article])
            yield _bettered(article, facts)


def _bettered(article: Article, facts: Facts) -> Facts:
    if "hearsay" in article.text:
        return replace(facts, reports=(), events=())
    found = _DAY.search(article.text)
    status = Status.PLANNED if "will have" in article.text else Status.OCCURRED
    when = None
    if found:
        day = dt.date.fromisoformat(found[0])
        when = When(day, day, Precision.DAY, Basis.EXPLICIT, found[0], found[0])
    place = Location("Bern", None, "CH") if "in Bern" in article.text else None
    events = tuple(replace(event, status=status, when=when, location=place) for event in facts.events)
    reports = tuple(replace(report, status=status, when=when, location=place) for report in facts.reports)
    return replace(facts, events=events, reports=reports)


def plain(schema: Path | None, model: str) -> TellingExtractor:
    made = TellingExtractor(schema)
    made.fingerprint = fingerprint(code="1", schema="s", model=model)
    return made


def better(schema: Path | None, model: str) -> Better:
    made = Better(schema)
    made.fingerprint = fingerprint(code="2", schema="s" if schema is None else "t", model=model)
    return made
