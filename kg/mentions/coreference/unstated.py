"""Who of the people whose state the article doesn't tell is meant by "the Peruvian leader", "the Peruvian"."""

from __future__ import annotations

from kg.mentions.coreference.binding import excluded
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.syntax import is_former

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
    barred = barred_from(site, discourse)
    fitting = [
        key
        for key in sorted(profiles.people)
        if any(key in profiles.stateless(state) for state in states)
        and profiles.fits(key, family) is not False
        and not profiles.is_subordinate(key)
        and key not in barred
    ]
    near, known = in_play(site, discourse)
    for pool in (near & known, near | known, near):
        found = [key for key in fitting if key in pool]
        if len(found) == len(states):
            return found
    return []


def barred_from(site: Site, discourse: Discourse) -> set[str]:
    """Whom a description can't mean by its place in the sentence; "X became the leader" is X himself."""
    token = site.token
    predicative = token.dep_ in ("attr", "appos", "oprd", "npadvmod", "ROOT") or token.head.lower_ == "as"
    return set() if predicative else excluded(site, discourse)


def in_play(site: Site, discourse: Discourse) -> tuple[set[str], set[str]]:
    """People of the last sentences, and those told of before of whom the article tells much."""
    profiles = discourse.profiles
    near = {key for d in range(_WINDOW) for e in discourse.before(site, d) for key in e.entities}
    told = {key for e in discourse.entries if e.position < site.position for key in e.entities}
    much = {key for key in told if key in discourse.topics or profiles.counts[key] >= _MUCH}
    return {key for key in near if key in profiles.people}, {key for key in much if key in profiles.people}
