"""An extractor that needs no model, and starts at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from kg.corpus.article import Article, Field
from kg.events.facts import EntityMention, Facts, Filler, LocalEvent, Reason, Rejected, Report, Status
from kg.mentions.mention import LocalEntity
from kg.schema.loader import load_schema
from kg.schema.types import Schema

_MET = re.compile(r"\b([A-Z]{2}) met ([A-Z]{2})\b")


class TellingExtractor:
    """Needs no model: it reads "FR met DE." and knows nothing else; refuses articles that say so."""

    def __init__(self, schema_folder: Path | None) -> None:
        self.fingerprint = f"telling {schema_folder}"
        self._schema_folder = schema_folder
        self.extracted: list[str] = []

    @cached_property
    def schema(self) -> Schema:
        return load_schema(self._schema_folder)

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            self.extracted.append(article.id)
            if "refuse this" in article.text:
                raise ValueError("as it says")
            yield _facts(article)


def _facts(article: Article) -> Facts:
    reports, events = [], []
    mentions: list[EntityMention] = []
    for found in _MET.finditer(article.text):
        fillers = tuple(
            Filler("participant", f"Country:{found[i]}", Field.TEXT, found.start(i), found.end(i)) for i in (1, 2)
        )
        mentions += [EntityMention(f.entity, f.field, f.start, f.end) for f in fillers]
        span = (found.start(), found.end(), found.start() + 3, found.start() + 6)
        reports.append(
            Report("Meeting", fillers, Field.TEXT, *span, "Meeting/1", Status.OCCURRED, None, None, None, False, 0.9)
        )
        place = len(reports) - 1
        events.append(LocalEvent("Meeting", fillers, Status.OCCURRED, None, None, None, False, 0.9, (place,), place))
    codes = sorted({mention.entity.removeprefix("Country:") for mention in mentions})
    entities = tuple(LocalEntity(f"Country:{code}", "Country", code, (code,)) for code in codes)
    rejected = (Rejected("Meeting", Reason.GENERIC, "Meeting/1", Field.TEXT, 0, 1),) if "often" in article.text else ()
    return Facts(
        article.id,
        article.published,
        entities,
        tuple(mentions),
        tuple(codes),
        (),
        tuple(reports),
        tuple(events),
        rejected,
    )
