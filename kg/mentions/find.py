"""All mentions of an article: people over places over organizations, none overlapping another."""

from __future__ import annotations

from pathlib import Path

from kg.annotation.annotated import AnnotatedArticle
from kg.mentions.bodies import Bodies
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.dates.find import find_dates
from kg.mentions.geography import Gazetteer, find_geography, find_in_text
from kg.mentions.geography.text import PlaceName
from kg.mentions.mention import ArticleMentions, LocalEntity, Mention
from kg.mentions.organizations import find_organizations
from kg.mentions.people import find_people
from kg.mentions.titled_names import mend_titled_names


class MentionFinder:
    """The finders of people, places, organizations and dates with their tables."""

    def __init__(self, gazetteer: Gazetteer, bodies: Bodies) -> None:
        self._gazetteer = gazetteer
        self._bodies = bodies

    @classmethod
    def load(cls, folder: Path) -> MentionFinder:
        """Load the tables of a schema folder."""
        return cls(Gazetteer.load(folder), Bodies.load(folder))

    def find(self, article: AnnotatedArticle) -> tuple[ArticleMentions, tuple[DateMention, ...]]:
        """Entities, their mentions, and dates of an article."""
        places, place_mentions = find_geography(article, self._gazetteer)
        dateline = self._dateline(article)
        home = dateline.country if dateline is not None else None
        people, person_mentions = find_people(article, place_mentions, home=home)
        taken = {(m.segment, t) for m in person_mentions for t in range(m.start, m.end)}
        place_mentions = tuple(
            m for m in place_mentions if not any((m.segment, t) in taken for t in range(m.start, m.end))
        )
        bodies, body_mentions = find_organizations(article, (*person_mentions, *place_mentions), bodies=self._bodies)
        entities = (*people, *places, *bodies)
        found = _assemble(entities, (*person_mentions, *place_mentions, *body_mentions), dateline)
        mend_titled_names(article, found.mentions)
        return found, find_dates(article)

    def _dateline(self, article: AnnotatedArticle) -> PlaceName | None:
        """The place that the dateline names first: "SANTIAGO, Chile (Wire) -"."""
        dateline = article.layout.dateline
        names = find_in_text(dateline.text, self._gazetteer) if dateline is not None else ()
        return names[0] if names else None


def _assemble(
    entities: tuple[LocalEntity, ...], mentions: tuple[Mention, ...], dateline: PlaceName | None
) -> ArticleMentions:
    """Mentions in reading order, only entities that are mentioned or stand in the dateline."""
    ordered = tuple(sorted(mentions, key=lambda m: (m.segment, m.start, m.end)))
    used = {m.entity for m in ordered}
    known = {e.key: e for e in entities if e.key in used}
    if dateline is None:
        return ArticleMentions(known, ordered)
    place = LocalEntity(
        dateline.entity, dateline.entity.split(":", 1)[0], dateline.name, (dateline.name,), dateline.country
    )
    return ArticleMentions({place.key: place, **known}, ordered, (place.key, place.country))
