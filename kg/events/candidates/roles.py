"""Slots to roles: who or what fills each role that a trigger names."""

from __future__ import annotations

from kg.events.candidate import Candidate
from kg.events.candidates.destinations import NAMES_ONLY, fill_destination
from kg.events.context import ArticleContext
from kg.events.facts import Filler
from kg.events.journeys.legs import further_legs
from kg.events.kinds import is_journey_type, takes_documents, takes_places
from kg.events.several.gapping import gapped
from kg.events.several.lists import fellows
from kg.events.signings.delegates import delegates
from kg.events.signings.documents import documents_of
from kg.events.signings.memory import meant
from kg.events.signings.onlookers import onlookers
from kg.mentions.coreference import How
from kg.mentions.coreference.words import KIN
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, Mention, MentionKind
from kg.predicates.predicate import Predicate
from kg.schema.types import AGREEMENT, EventType, Role, Trigger

#: How sure each kind of resolution is.
SURE = {How.NAME: 1.0, How.STATE: 0.95, How.PRONOUN: 0.85, How.DESCRIPTION: 0.85, How.GROUP: 0.8}
#: Verbs of which company is told with "with": nobody at home in a place arrives there or leaves for it.
COMING = frozenset({"arrive", "land", "fly", "travel", "leave", "depart", "touch", "jet"})
HYPHENS = frozenset({"-", "–", "/"})


def fill(context: ArticleContext, predicate: Predicate, event_type: EventType, trigger: Trigger) -> Candidate:
    """Fill the roles of a trigger from a predicate's slots, the controller last and only where it is needed."""
    candidate = Candidate(predicate, event_type, trigger)
    for slot, role_name in trigger.slots.items():
        if slot != "controller":
            _fill_slot(context, candidate, slot, event_type.roles[role_name])
    role_name = trigger.slots.get("controller", "")
    if role_name and _needs_controller(candidate, event_type.roles[role_name]):
        before = len(candidate.fillers)
        _fill_slot(context, candidate, "controller", event_type.roles[role_name])
        candidate.certainty *= 0.9 if len(candidate.fillers) > before else 1.0
    _drop_states_of_people(context, candidate)
    signed = takes_documents(event_type)
    if signed and not candidate.fillers:
        candidate.fillers = onlookers(context, candidate)
        candidate.overseen = bool(candidate.fillers)
    elif signed:
        for head in delegates(context, predicate):
            _fill_actor(context, candidate, "subject", event_type.roles[event_type.edge.head], head)
        candidate.documents, candidate.recalled = meant(context, predicate, candidate.documents)
    return candidate


def _needs_controller(candidate: Candidate, role: Role) -> bool:
    """An owner or two named sides of its own leave no room for the subject of the clause; one side alone needs it."""
    slots = candidate.predicate.slots
    found = candidate.in_role(role.name)
    if found and any(slots.get(s) for s in ("possessive", "by")):
        return False
    if slots.get("with") and not any(slots.get(s) for s in ("between", "among", "of")):
        return True
    return len(found) < max(role.min, 1)


def _fill_slot(context: ArticleContext, candidate: Candidate, slot: str, role: Role) -> None:
    tokens = [t for t in candidate.predicate.slots.get(slot, ()) if not context.in_date(candidate.predicate.segment, t)]
    if tokens:
        candidate.tried.add(role.counts_as or role.name)
    for token in tokens:
        if role.types == (AGREEMENT,):
            candidate.documents += documents_of(context, candidate.predicate.segment, token)
        elif takes_places(role):
            others = further_legs(context, candidate.predicate.segment, token) if slot not in NAMES_ONLY else ()
            for place in (token, *others):
                fill_destination(context, candidate, slot, role, place)
        else:
            _fill_actor(context, candidate, slot, role, token)
            for fellow in _others_with(context, candidate, token) if slot not in NAMES_ONLY else ():
                _fill_actor(context, candidate, slot, role, fellow)


def _others_with(context: ArticleContext, candidate: Candidate, token: int) -> list[int]:
    """Who shares a slot with the one at a token though the parser doesn't say so."""
    segment = candidate.predicate.segment
    symmetric = candidate.event_type.edge.symmetric
    return [*fellows(context, segment, token), *(gapped(context, segment, token) if symmetric else ())]


def _fill_actor(context: ArticleContext, candidate: Candidate, slot: str, role: Role, token: int) -> None:
    segment = candidate.predicate.segment
    if slot in NAMES_ONLY and not _named_actor(context, segment, token):
        return
    along = slot == "with" and is_journey_type(candidate.event_type)
    if along and not _goes_along(context, candidate, token):
        return
    resolution = context.actors(segment, token)
    candidate.unresolved |= resolution.how is How.UNRESOLVED
    field, start, end = context.segment(segment).offsets(resolution.start, resolution.end)
    for key in resolution.entities:
        if along and not _is_companion(context, candidate, key):
            continue
        if context.entity(key).type in candidate.trigger.only.get(role.name, role.types):
            candidate.add(Filler(role.name, key, field, start, end))
            candidate.certainty = min(candidate.certainty, SURE.get(resolution.how, 0.7))
        else:
            candidate.wrong_type = True


def _goes_along(context: ArticleContext, candidate: Candidate, token: int) -> bool:
    """Whether "with" on a verb of going tells of company: "flew to Lima with X", not "flew for talks with X"."""
    segment, trigger = candidate.predicate.segment, candidate.predicate.token
    doc = context.segment(segment).doc
    if doc[token].lemma_ in KIN or any(c.lemma_ in KIN for c in doc[token].children):
        return False  # "flew to Lima with his wife, X"
    preposition = doc[token]
    while preposition.i > trigger and preposition.lower_ != "with":
        preposition = doc[preposition.i - 1]
    between = doc[trigger + 1 : preposition.i]
    return preposition.lower_ == "with" and not any(
        t.pos_ in ("NOUN", "VERB") and not context.in_date(segment, t.i) and context.mention(segment, t.i) is None
        for t in between
    )


def _is_companion(context: ArticleContext, candidate: Candidate, key: str) -> bool:
    """Whether somebody beside "with" is a fellow traveller: not "went to Geneva with a Russian plan".

    One whose state isn't known may be at home there ("toured the port with X") unless they arrived together.
    """
    entity = context.entity(key)
    arrived = candidate.predicate.names[0] in COMING
    return entity.type == PERSON and (entity.country is not None or arrived)


def _named_actor(context: ArticleContext, segment: int, token: int) -> bool:
    """Before a noun only people and states are actors: "US-China talks", "EU-China talks", not "G20 summit".

    A state's bare name is where it is ("the Singapore summit with Kim"), unless another is joined to it.
    """
    mention = context.mention(segment, token)
    if mention is None or mention.head != token:
        return False
    kind = context.entity(mention.entity).type
    if kind == ORGANIZATION:
        return is_hyphenated(context, mention)
    if kind == COUNTRY and mention.kind is MentionKind.NAME:
        word = context.token(segment, token)
        return is_hyphenated(context, mention) or word.dep_ == "conj" or any(c.dep_ == "conj" for c in word.children)
    return kind == PERSON or (kind == COUNTRY and mention.kind in (MentionKind.ABBREVIATION, MentionKind.DEMONYM))


def is_hyphenated(context: ArticleContext, mention: Mention) -> bool:
    """Whether a name is one side of two: "the EU-Canada summit"."""
    doc = context.segment(mention.segment).doc
    around = [doc[i].text for i in (mention.start - 1, mention.end) if 0 <= i < len(doc)]
    return any(text in HYPHENS for text in around)


def _drop_states_of_people(context: ArticleContext, candidate: Candidate) -> None:
    """Where a named person takes part, the person stands for the state."""
    states = {context.entity(f.entity).country for f in candidate.fillers if context.entity(f.entity).type == PERSON}
    actors = {name for name, role in candidate.event_type.roles.items() if PERSON in role.types}
    candidate.fillers = [
        f
        for f in candidate.fillers
        if not (f.role in actors and f.entity.startswith(f"{COUNTRY}:") and f.entity.split(":", 1)[1] in states)
    ]
