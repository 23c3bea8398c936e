"""Who of the people whose state the article doesn't tell is meant by "the Peruvian leader", "the Peruvian"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.binding import excluded
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.coreference.syntax import (
    SUBJECTS,
    clause_of,
    coordinated,
    coordination_of,
    is_former,
    noun_of,
    subject_of,
)

# How many sentences back a person is still in play.
_WINDOW = 4
_FADING = 2
_MUCH = 2
_OF_NO_STATE = frozenset({"secretary-general", "head", "commissioner", "pope"})


def unstated(site: Site, discourse: Discourse, states: list[str], family: str) -> list[str]:
    """The people in play who may be the leaders of these states; none unless they are as many as the states.

    Whoever is the subject or another argument of the same clause is not meant, nor one who is told of only as
    somebody's official, nor one who holds another office.
    """
    if is_former(site.token):
        return []
    profiles = discourse.profiles
    barred = set() if is_predicative(site.token) else _barred(site, discourse)
    fitting = [
        key
        for key in sorted(profiles.people)
        if any(key in profiles.stateless(state) for state in states)
        and profiles.fits(key, family) is not False
        and not profiles.people[key].offices & _OF_NO_STATE
        and not profiles.is_subordinate(key)
        and key not in barred
    ]
    pool = in_play(site, discourse)
    found = [key for key in fitting if key in pool]
    if len(found) == 2 and len(states) == 1 and has_partner(site.token):
        # "The Greek and the Turkish leader": the two in play, whichever is which.
        found = [key for key in profiles.people if key in found][:1]
    return found if len(found) == len(states) and all(pool[key] for key in found) else []


def has_partner(token: Token) -> bool:
    """Whether a description is joined to one other: "the Greek president and the Turkish premier met"."""
    members = coordinated(coordination_of(token))
    return len(members) == 2 and all(noun_of(member) in OFFICE_NOUNS for member in members)


def _barred(site: Site, discourse: Discourse) -> set[str]:
    """The other arguments of the clause; of an owner ("the leader's visit") only a single subject."""
    return own_subject(site, discourse) if site.token.dep_ == "poss" else excluded(site, discourse)


def own_subject(site: Site, discourse: Discourse) -> set[str]:
    """The one subject of the clause that a description stands in: "X met the leader" is about somebody else."""
    token = site.token
    if is_predicative(token) or token.dep_ in SUBJECTS:
        return set()
    subject = subject_of(clause_of(token))
    if subject is None or subject.i >= token.i or len(coordinated(subject)) > 1:
        return set()
    keys = discourse.actors(site, subject).entities
    return set(keys) if len(keys) == 1 else set()


def is_predicative(token: Token) -> bool:
    """Whether a description is said of somebody in its sentence: "X became the leader", "as leader"."""
    return token.dep_ in ("attr", "appos", "oprd", "npadvmod", "ROOT") or token.head.lower_ == "as"


def in_play(site: Site, discourse: Discourse) -> dict[str, bool]:
    """The people whom a reader may have in mind, each with whether he surely has: those of the last sentences.

    Where nobody is near, those whom the article is about. Somebody told of once is soon forgotten again.
    """
    profiles = discourse.profiles
    near: dict[str, int] = {}
    for distance in range(_WINDOW):
        for entry in discourse.before(site, distance):
            for key in entry.entities:
                if key in profiles.people and key not in near:
                    near[key] = distance
    told = {key for e in discourse.entries if e.position < site.position for key in e.entities}
    much = {key for key in told if key in profiles.people and is_known(key, discourse)}
    pool = {key: d <= 1 or key in much for key, d in near.items() if d <= _FADING or key in much}
    return pool or dict.fromkeys(much, True)


def is_known(key: str, discourse: Discourse) -> bool:
    """Whether an article tells more of a person than his name."""
    return key in discourse.topics or discourse.profiles.counts[key] >= _MUCH
