"""Whether a word means an event at all, and when a definite noun may point at one told elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from kg.events.candidate import Candidate
from kg.events.context import ArticleContext
from kg.events.facts import Filler
from kg.events.places.location import location_of
from kg.events.several.separate import of_subject
from kg.mentions.mention import COUNTRY, PLACE
from kg.predicates.predicate import Predicate, PredicateKind
from kg.predicates.syntax import SUBJECTS, children, prepositions

POINTERS = frozenset({"the", "this", "that", "these", "those"})


def is_meant(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether an event is meant at all, where the trigger asks for actors of several states, two sides or a place.

    Those who watch a parade needn't have met: of two sides one stands beside the subject.
    """
    trigger = candidate.trigger
    if trigger.foreign and not _are_of_several_states(context, candidate):
        return False
    several = len(candidate.fillers)
    if trigger.two_sided and several > 1 and len(of_subject(context, candidate)) == several:
        return False
    if not trigger.placed or location_of(context, candidate) is not None:
        return True
    return _is_to_guest(context, candidate) or _has_just_come(context, candidate)


def _is_to_guest(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether who is spoken to is there: "told visiting Ugandan leader Yoweri Museveni"."""
    segment = candidate.predicate.segment
    return any(
        child.lower_ == "visiting"
        for slot in ("object", "dative")
        for token in candidate.predicate.slots.get(slot, ())
        for child in context.token(segment, token).children
    )


def _has_just_come(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether the verb before, with the same subject, leads to a place: "flew to Cairo and told Sadat ..."."""
    token = context.token(candidate.predicate.segment, candidate.predicate.token)
    if token.dep_ != "conj" or children(token, *SUBJECTS):
        return False
    goals = (noun for word, noun in prepositions(token.head) if word in ("to", "in", "at"))
    named = (context.mention(candidate.predicate.segment, noun.i) for noun in goals)
    return any(m is not None and context.entity(m.entity).type in (PLACE, COUNTRY) for m in named)


def _are_of_several_states(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether actors are of different states; an official of no known state beside one of another is a foreigner."""
    homes = [home for f in candidate.fillers if (home := home_of(context, f))]
    if any(home != homes[0] for home in homes):
        return True
    strangers = [f for f in candidate.fillers if not home_of(context, f)]
    return bool(homes) and any(context.entity(f.entity).offices for f in strangers)


def is_other_sense(candidate: Candidate) -> bool:
    """Whether the word has no phrase at all for a role that its type needs: no event is meant ("he went home")."""
    return any(role.min and name not in candidate.tried for name, role in candidate.event_type.roles.items())


def points_back(context: ArticleContext, predicate: Predicate) -> bool:
    """Whether a noun is definite, so that it may stand for an event told elsewhere: "the talks", "a leader's trip".

    So is a passive verb whose object is known: "the pact was signed in Geneva".
    """
    token = context.token(predicate.segment, predicate.token)
    if predicate.kind is not PredicateKind.NOUN:
        return not predicate.slots.get("subject") and any(
            _is_known(token.doc[i]) for i in predicate.slots.get("object", ())
        )
    if token.pos_ != "NOUN" or any(c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod") for c in token.children):
        return False  # "the G7 Summit" has a name of its own
    return any((c.dep_ == "det" and c.lower_ in POINTERS) or c.dep_ == "poss" for c in token.children)


def _is_known(token: Token) -> bool:
    """Whether a thing was told of before: "it was signed", "the pact was signed"."""
    return token.lower_ in ("it", "they", "which", "that") or any(
        c.dep_ == "det" and c.lower_ in POINTERS for c in token.children
    )


def home_of(context: ArticleContext, filler: Filler) -> set[str]:
    """The state that an actor is of, as a set; empty where it isn't known."""
    if filler.entity.startswith(f"{COUNTRY}:"):
        return {filler.entity.split(":", 1)[1]}
    country = context.entity(filler.entity).country if filler.entity in context.entities else None
    return {country} if country else set()
