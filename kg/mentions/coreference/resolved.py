"""Every phrase of an article that stands for somebody, with where each of them is named: coreference on its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.corpus.article import Field
from kg.mentions.coreference.coreference import Coreference
from kg.mentions.coreference.descriptions import is_description
from kg.mentions.coreference.groups import is_group
from kg.mentions.coreference.pronouns import is_pronoun
from kg.mentions.coreference.resolution import How
from kg.mentions.coreference.words import RELATIVE
from kg.mentions.mention import ArticleMentions


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody meant: the fullest name, and where the text names him nearest (before the phrase if anywhere)."""

    name: str
    type: str
    field: Field | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ResolvedPhrase:
    """A pronoun, description or group at `[start, end)` of a field, and whom it stands for.

    `antecedents` is empty where `how` is "unresolved": it stands for somebody, but the text doesn't tell for whom.
    """

    field: Field
    start: int
    end: int
    text: str
    how: How
    antecedents: tuple[Antecedent, ...]


def resolved_phrases(article: AnnotatedArticle, found: ArticleMentions) -> tuple[ResolvedPhrase, ...]:
    """The pronouns, descriptions and groups of an article in reading order, names themselves left out.

    Parameters
    ----------
    article : AnnotatedArticle
        The parsed article.
    found : ArticleMentions
        Its entities and their mentions.
    """
    coreference = Coreference(article, found)
    places = _places(article, found)
    named = {(m.segment, t) for m in found.mentions for t in range(m.start, m.end)}
    phrases = []
    for segment, token in _asked(article):
        resolution = coreference.actors(segment.index, token.i)
        if resolution.how is How.NONE or (segment.index, token.i) in named:
            continue
        # Of "he" the word, of "the two leaders" the phrase.
        start, end = (token.i, token.i + 1) if is_pronoun(token) else (resolution.start, resolution.end)
        field, first, last = segment.offsets(start, end)
        text = segment.paragraph.text[first - segment.paragraph.start : last - segment.paragraph.start]
        meant = tuple(_antecedent(key, (segment.index, token.i), found, places) for key in resolution.entities)
        phrases.append(ResolvedPhrase(field, first, last, text, resolution.how, meant))
    return tuple(phrases)


def _asked(article: AnnotatedArticle) -> Iterator[tuple[Segment, Token]]:
    for segment in article.segments:
        for token in segment.doc:
            nominal = token.pos_ in ("NOUN", "PROPN", "NUM", "DET", "PRON")
            if token.lower_ in RELATIVE and not token.tag_.startswith("WP"):
                continue
            if is_pronoun(token) or (nominal and (is_group(token) or is_description(token))):
                yield segment, token


# Where an entity is named: the token it starts at, and its characters.
_Named = tuple[tuple[int, int], tuple[Field, int, int]]


def _places(article: AnnotatedArticle, found: ArticleMentions) -> dict[str, list[_Named]]:
    places: dict[str, list[_Named]] = {}
    for mention in found.mentions:
        offsets = article.segments[mention.segment].offsets(mention.start, mention.end)
        places.setdefault(mention.entity, []).append(((mention.segment, mention.start), offsets))
    return places


def _antecedent(key: str, at: tuple[int, int], found: ArticleMentions, places: dict[str, list[_Named]]) -> Antecedent:
    type_, _, rest = key.partition(":")
    entity = found.entities.get(key)
    name = entity.name if entity is not None else rest
    named = places.get(key)
    if not named:
        return Antecedent(name, type_)
    before = bisect_left(named, at, key=lambda one: one[0])
    return Antecedent(name, type_, *named[max(before - 1, 0)][1])
