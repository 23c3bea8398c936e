"""Where a gathering is: the place of its noun and its clause, not the place that it is about."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Location
from kg.events.places.location import LOCATIVE, location_of
from kg.mentions.mention import COUNTRY, PLACE, MentionKind
from kg.predicates.predicate import Predicate
from kg.predicates.syntax import VERBAL, ancestors
from kg.schema.types import EventType

#: Prepositions of what a gathering is about: "a summit on the war in Mali".
TOPICAL = frozenset({"on", "about", "over", "concerning", "regarding"})
HERE = frozenset({"here", "there"})


def site_of(context: ArticleContext, predicate: Predicate, event_type: EventType) -> Location | None:
    """The place of a gathering as its sentence tells it."""
    noun = context.token(predicate.segment, predicate.token)
    found = location_of(context, Candidate(predicate, event_type, event_type.triggers[0]))
    if found is not None and not _is_topic(context, predicate.segment, noun, found):
        return found
    return _attached(context, predicate.segment, noun)


def _is_topic(context: ArticleContext, segment: int, noun: Token, place: Location) -> bool:
    """Whether a place is named in what the gathering is about."""
    about = [t for c in noun.children if c.dep_ == "prep" and c.lower_ in TOPICAL for t in c.subtree]
    mentions = [context.mention(segment, t.i) for t in about]
    return any(m is not None and m.entity == place.entity for m in mentions)


def _attached(context: ArticleContext, segment: int, noun: Token) -> Location | None:
    """The place right on the noun or on the verbs above it: "gathered in Lima for a summit on X", "was held here"."""
    verbs = [t for t in ancestors(noun) if t.pos_ in VERBAL][:2]
    for word in (noun, *verbs):
        for child in word.children:
            phrase = [child] if child.lower_ in HERE else []
            if child.dep_ == "prep" and child.lower_ in LOCATIVE:
                phrase = [t for t in child.children if t.dep_ == "pobj"]
            for token in phrase:
                if (place := _named(context, segment, token)) is not None:
                    return place
    return None


def _named(context: ArticleContext, segment: int, token: Token) -> Location | None:
    mention = context.mention(segment, token.i)
    if mention is None:
        key, country = context.coreference.place(segment, token.i)
        return None if key is None else Location(context.entity(key).name, key, country)
    entity = context.entity(mention.entity)
    if entity.type not in (PLACE, COUNTRY) or mention.kind is MentionKind.DEMONYM:
        return None
    return Location(entity.name, mention.entity, mention.country)
