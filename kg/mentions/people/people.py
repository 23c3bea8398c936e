"""From a parsed article to its people."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotation.annotated import AnnotatedArticle
from kg.mentions.mention import LocalEntity, Mention, MentionKind
from kg.mentions.people.assignment import assign
from kg.mentions.people.clues import head_of
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.headlines import read_headlines
from kg.mentions.people.pieces import Piece, Text, is_shouting, pieces_of
from kg.mentions.people.profile import profile_of
from kg.mentions.people.roster import people_of
from kg.mentions.people.words import geography_by_token, words_of


def find_people(
    article: AnnotatedArticle, geography: Sequence[Mention], *, home: str | None = None
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """All human beings that the article names, and every span that stands for one by name.

    Parameters
    ----------
    article
        The parsed article.
    geography
        Its mentions of countries and places.
    home
        The state of the dateline: that of a "Foreign Minister X" of whom the article says no more.

    Returns
    -------
    The people, in the order of their first mention, and their mentions in reading order. Titles and possessives
    are no part of a span or a name.
    """
    tables = geography_by_token(geography)
    texts = []
    for segment in article.segments:
        words = words_of(segment.doc, tables.get(segment.index, {}))
        texts.append(Text(segment, words, is_shouting(segment, words)))
    evidence = Evidence([piece for text in texts if not text.shouting for piece in pieces_of(text)])
    persons = assign(people_of(evidence), evidence)
    read_headlines([text for text in texts if text.shouting], persons, evidence)
    persons.sort(key=lambda person: min(map(_place, person.pieces)))
    entities: list[LocalEntity] = []
    mentions: list[Mention] = []
    for person, entity in profile_of(persons, evidence, texts, home):
        entities.append(entity)
        mentions.extend(_mention(piece, entity.key) for piece in person.pieces)
    return tuple(entities), tuple(sorted(mentions, key=lambda m: (m.segment, m.start)))


def _place(piece: Piece) -> tuple[int, int]:
    return piece.text.segment.index, piece.start


def _mention(piece: Piece, key: str) -> Mention:
    head = head_of(piece).i
    return Mention(key, MentionKind.NAME, piece.text.segment.index, piece.start, piece.end, head)
