"""All mentions of an article: people over places over organizations, none overlapping another."""

from __future__ import annotations

from pathlib import Path

from kg.annotation.annotated import AnnotatedArticle
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.dates.find import find_dates
from kg.mentions.geography import Gazetteer, find_geography
from kg.mentions.mention import ArticleMentions, LocalEntity, Mention
from kg.mentions.organizations import find_organizations
from kg.mentions.people import find_people


class MentionFinder:
    """The finders of people, places, organizations and dates with their tables."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    @classmethod
    def load(cls, folder: Path) -> MentionFinder:
        """Load the tables of a schema folder."""
        return cls(Gazetteer.load(folder))

    def find(self, article: AnnotatedArticle) -> tuple[ArticleMentions, tuple[DateMention, ...]]:
        """Entities, their mentions, and dates of an article."""
        places, place_mentions = find_geography(article, self._gazetteer)
        people, person_mentions = find_people(article, place_mentions)
        taken = {(m.segment, t) for m in person_mentions for t in range(m.start, m.end)}
        place_mentions = tuple(m for m in place_mentions if not any((m.segment, t) in taken for t in range(m.start, m.end)))
        bodies, body_mentions = find_organizations(article, (*person_mentions, *place_mentions))
        found = _assemble((*people, *places, *bodies), (*person_mentions, *place_mentions, *body_mentions))
        return found, find_dates(article)


def _assemble(entities: tuple[LocalEntity, ...], mentions: tuple[Mention, ...]) -> ArticleMentions:
    """Mentions in reading order, only entities that are mentioned."""
    ordered = tuple(sorted(mentions, key=lambda m: (m.segment, m.start, m.end)))
    used = {m.entity for m in ordered}
    return ArticleMentions({e.key: e for e in entities if e.key in used}, ordered)
