"""Clauses that put somebody in a town, whatever they tell: "In Lusaka, Hu opened an economic zone"."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from kg.events.context import ArticleContext
from kg.events.facts import Location, Status
from kg.events.places.scenes import Scene
from kg.events.times.own_date import as_when
from kg.mentions.mention import PLACE, Mention, MentionKind
from kg.predicates.predicate import Tense
from kg.predicates.syntax import SUBJECTS, VERBAL, conjuncts
from kg.predicates.tense import tense

IN = frozenset({"in", "at"})


def presences(context: ArticleContext, countries: Container[str]) -> list[Scene]:
    """Where the subjects of clauses are while they do something in a town of one of these states, in reading order.

    Parameters
    ----------
    context : ArticleContext
        The article.
    countries : container of str
        The states whose towns count.
    """
    found = [
        scene
        for segment, mentions in sorted(context.mentions_of.items())
        for mention in mentions
        if mention.country is not None and mention.country in countries and _is_town(context, mention)
        for scene in _of_town(context, segment, mention)
    ]
    return sorted(found, key=lambda s: (s.sentence, s.start))


def _is_town(context: ArticleContext, mention: Mention) -> bool:
    return mention.kind is not MentionKind.DEMONYM and context.entity(mention.entity).type == PLACE


def _of_town(context: ArticleContext, segment: int, mention: Mention) -> Iterator[Scene]:
    head = context.token(segment, mention.head)
    verb = _verb_at(head)
    if verb is None or any(c.dep_ == "neg" for c in verb.children):
        return
    subjects = [who for c in verb.children if c.dep_ in SUBJECTS for who in conjuncts(c)]
    actors = frozenset(key for who in subjects for key in context.actors(segment, who.i).entities)
    if not actors:
        return
    dates = context.sentence_dates(segment, head.sent)
    location = Location(context.entity(mention.entity).name, mention.entity, mention.country)
    yield Scene(
        context.sentence_number(segment, head.i),
        context.segment(segment).offsets(head.i, head.i + 1)[1],
        location,
        location,
        actors,
        Status.PLANNED if _is_to_come(verb) else Status.OCCURRED,
        as_when(dates[0]) if len(dates) == 1 else None,
    )


def _verb_at(head: Token) -> Token | None:
    """The verb that "in" a town hangs on, directly or by its object or another phrase of it."""
    if head.dep_ != "pobj" or head.head.lower_ not in IN:
        return None
    word = head.head.head
    if word.pos_ not in VERBAL and word.dep_ == "pobj" and word.head.head.pos_ in VERBAL:
        word = word.head.head  # "at a ceremony in Lusaka"
    elif word.pos_ not in VERBAL and word.dep_ in ("dobj", "attr"):
        word = word.head  # "held talks in Lusaka"
    return word if word.pos_ in VERBAL else None


def _is_to_come(verb: Token) -> bool:
    return tense(verb) is Tense.FUTURE or any(c.tag_ == "MD" for c in verb.children)
