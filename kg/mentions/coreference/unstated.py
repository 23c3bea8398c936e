"""Who of the people whose state the article doesn't tell is meant by "the Peruvian leader", "the Peruvian"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.binding import excluded
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.syntax import SUBJECTS, clause_of, coordinated, is_former, subject_of

# How many sentences back a person is still in play.
_WINDOW = 4
_MUCH = 3


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
        and not profiles.is_subordinate(key)
        and key not in barred
    ]
    near, known = in_play(site, discourse)
    for pool in (near | known, near):
        found = [key for key in fitting if key in pool]
        if len(found) == len(states):
            return found
    return []


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


def in_play(site: Site, discourse: Discourse) -> tuple[set[str], set[str]]:
    """People of the last sentences, and those told of before of whom the article tells much."""
    profiles = discourse.profiles
    near = {key for d in range(_WINDOW) for e in discourse.before(site, d) for key in e.entities}
    told = {key for e in discourse.entries if e.position < site.position for key in e.entities}
    much = {key for key in told if key in discourse.topics or profiles.counts[key] >= _MUCH}
    return {key for key in near if key in profiles.people}, {key for key in much if key in profiles.people}
