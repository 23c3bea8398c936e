"""From a parsed article to its people."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotation.annotated import AnnotatedArticle
from kg.mentions.mention import LocalEntity, Mention, MentionKind
from kg.mentions.people.evidence import head_of
from kg.mentions.people.pieces import Piece, Text, is_shouting, pieces_of
from kg.mentions.people.profile import profile_of
from kg.mentions.people.roster import Evidence, Person, people_of
from kg.mentions.people.same_person import Key
from kg.mentions.people.words import geography_by_token, words_of


def find_people(
    article: AnnotatedArticle, geography: Sequence[Mention]
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """All human beings that the article names, and every span that stands for one by name.

    Parameters
    ----------
    article
        The parsed article.
    geography
        Its mentions of countries and places.

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
    persons = people_of(evidence)
    _read_headlines([text for text in texts if text.shouting], persons)
    persons.sort(key=lambda person: min(map(_place, person.pieces)))
    entities: list[LocalEntity] = []
    mentions: list[Mention] = []
    for person, entity in profile_of(persons, evidence, texts):
        entities.append(entity)
        mentions.extend(_mention(piece, entity.key) for piece in person.pieces)
    return tuple(entities), tuple(sorted(mentions, key=lambda m: (m.segment, m.start)))


def _place(piece: Piece) -> tuple[int, int]:
    return piece.text.segment.index, piece.start


def _mention(piece: Piece, key: str) -> Mention:
    head = head_of(piece).i
    return Mention(key, MentionKind.NAME, piece.text.segment.index, piece.start, piece.end, head)


def _read_headlines(texts: Sequence[Text], persons: Sequence[Person]) -> None:
    """Find the people of the body in headings whose capitals tell nothing."""
    owners: dict[Key, Person] = {}
    for person in persons:
        for key in person.forms:
            owners[key] = person
    longest = max((len(key) for key in owners), default=0)
    for text in texts:
        at = 0
        while at < len(text.words):
            at += _read_at(text, at, owners, longest)


def _read_at(text: Text, at: int, owners: dict[Key, Person], longest: int) -> int:
    """Take the longest known name that begins at a word; how many words were read."""
    for size in range(min(longest, len(text.words) - at), 0, -1):
        words = text.words[at : at + size]
        key = tuple(word.key for word in words)
        if key in owners and all(word.geography is None for word in words) and words[0].capitalised:
            owners[key].pieces.append(Piece(text, at, at + size, key))
            return size
    return 1
