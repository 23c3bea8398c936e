"""Why a candidate is no event."""

from __future__ import annotations

from kg.events.candidate import Candidate
from kg.events.candidates.meant import home_of
from kg.events.candidates.uses import excluded
from kg.events.context import ArticleContext
from kg.events.facts import Reason
from kg.events.kinds import destination_roles, is_journey_type, takes_documents
from kg.events.signings.words import DOCUMENTS
from kg.events.sport import is_sport_sentence
from kg.events.times.lengths import lives_there
from kg.mentions.mention import COUNTRY, PERSON, PLACE
from kg.predicates.predicate import Modality
from kg.schema.types import AGREEMENT, EventType

#: Faults that an event told elsewhere can mend.
LACKING = frozenset({Reason.MISSING_ROLE, Reason.SAME_ACTOR, Reason.UNRESOLVED})
INVITING = frozenset({"invite", "ask", "summon"})


def fault(context: ArticleContext, candidate: Candidate) -> Reason | None:
    """Why a candidate is no event, None where it is one."""
    if excluded(context, candidate.predicate, candidate.event_type):
        return Reason.EXCLUDED
    if candidate.predicate.generic or _is_uninvited(context, candidate):
        return Reason.GENERIC
    if _is_sport(context, candidate) or _signs_somebody(context, candidate):
        return Reason.EXCLUDED
    for role in candidate.event_type.roles.values():
        found = candidate.in_role(role.name)
        if len(found) < role.min:
            if found and role.min > 1:
                return Reason.UNRESOLVED if candidate.unresolved else Reason.SAME_ACTOR
            return (
                Reason.UNRESOLVED
                if candidate.unresolved
                else Reason.WRONG_TYPE
                if candidate.wrong_type
                else Reason.MISSING_ROLE
            )
    if _lacks_named_role(candidate):
        return Reason.EXCLUDED
    if _takes_document(candidate.event_type) and not candidate.documents:
        return Reason.MISSING_ROLE
    if is_journey_type(candidate.event_type) and lives_there(context, candidate.predicate):
        return Reason.GENERIC
    if candidate.event_type.edge.symmetric and _are_kin(context, candidate):
        return Reason.SAME_ACTOR
    if _at_home(context, candidate):
        return Reason.OWN_COUNTRY
    return None


def _lacks_named_role(candidate: Candidate) -> bool:
    """Whether nobody fills a role that only some triggers have: guests without a host haven't met one another."""
    roles = candidate.event_type.roles
    slots = {slot: name for slot, name in candidate.trigger.slots.items() if roles[name].counts_as is not None}
    told = any(candidate.predicate.slots.get(slot) for slot in slots)
    return bool(set(slots.values()) - {f.role for f in candidate.fillers}) and not told


def _are_kin(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether two of one surname and one state are told to do something together: a family, not a meeting."""
    people = [context.entity(f.entity) for f in candidate.fillers]
    if len(people) != 2 or any(p.type != PERSON for p in people):
        return False
    one, other = people
    return (
        " " in one.name
        and " " in other.name
        and (one.name.split()[-1] == other.name.split()[-1] and one.country == other.country)
    )


def _takes_document(event_type: EventType) -> bool:
    return any(role.types == (AGREEMENT,) and role.min > 0 for role in event_type.roles.values())


def _signs_somebody(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether a person stands where a document should: clubs and labels sign people.

    A name beside a document's noun only got into its phrase: "the treaty was signed by the ministers, X and Y".
    """
    if not takes_documents(candidate.event_type):
        return False
    tokens = [
        t
        for slot, role in candidate.trigger.slots.items()
        if candidate.event_type.roles[role].types == (AGREEMENT,)
        for t in candidate.predicate.slots.get(slot, ())
    ]
    segment = candidate.predicate.segment
    if any(context.token(segment, t).lemma_.lower() in DOCUMENTS for t in tokens):
        return False
    return any(_is_person(context, segment, t) for t in tokens)


def _is_person(context: ArticleContext, segment: int, token: int) -> bool:
    mention = context.mention(segment, token)
    if mention is None or mention.head != token:
        return context.token(segment, token).ent_type_ == "PERSON"
    return context.entity(mention.entity).type == PERSON


def _is_sport(context: ArticleContext, candidate: Candidate) -> bool:
    """Teams that meet and players that sign: an article of sport, or a sentence of it about states alone."""
    if any(PLACE in role.types for role in candidate.event_type.roles.values()):
        return False
    if context.is_sport:
        return True
    sentence = context.sentence(candidate.predicate.segment, candidate.predicate.token)
    return is_sport_sentence(sentence) and all(f.entity.startswith(f"{COUNTRY}:") for f in candidate.fillers)


def _at_home(context: ArticleContext, candidate: Candidate) -> bool:
    """All travellers are in their own country; those who aren't remain."""
    goals = destination_roles(candidate.event_type)
    states = {
        f.entity.split(":", 1)[1] for f in candidate.fillers if f.role in goals and f.entity.startswith(f"{COUNTRY}:")
    }
    if not states:
        return False
    travellers = [f for f in candidate.fillers if f.role not in goals]
    back = _goes_back(context, candidate)
    away = [
        f for f in travellers if (not (home := home_of(context, f)) & states and (home or not back)) or len(states) > 1
    ]
    if not away:
        return True
    candidate.fillers = [f for f in candidate.fillers if f.role in goals or f in away]
    return False


def _is_uninvited(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether nobody asked for what is told: "he was not invited to Rome", "was not asked to come" call nothing off."""
    predicate = candidate.predicate
    if predicate.modality is not Modality.NEGATED:
        return False
    own = context.token(predicate.segment, predicate.token)
    above = own.head if own.dep_ in ("xcomp", "ccomp", "advcl") else own
    return above.lemma_ in INVITING and any(c.dep_ == "neg" for c in above.children)


def _goes_back(context: ArticleContext, candidate: Candidate) -> bool:
    """Whether a journey is told as one back: home, unless the traveller is known to be from elsewhere."""
    token = context.token(candidate.predicate.segment, candidate.predicate.token)
    return (
        candidate.trigger.origin
        or token.lemma_ == "return"
        or any(c.lower_ in ("home", "back") for c in token.children)
    )
