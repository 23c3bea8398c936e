"""Who holds an office of each of several states: "leaders of Chile, Peru and Bolivia", "their foreign ministers"."""

from __future__ import annotations

from collections import Counter

from kg.mentions.coreference.asides import is_aside
from kg.mentions.coreference.bare import WINDOW
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import HEADS, TOP_OFFICES
from kg.mentions.coreference.syntax import is_former, noun_of
from kg.mentions.coreference.words import OFFICIALS
from kg.mentions.mention import COUNTRY

# How many times as often as any other the one is named who is meant without being near.
_MUCH_MORE = 2


def holder(site: Site, discourse: Discourse, owner: str, family: str) -> str | None:
    """The person of an owner with an office; of several, the only one told of in the last sentences, or much more."""
    profiles = discourse.profiles
    people = profiles.holders(owner, family, noun=noun_of(site.token), former=is_former(site.token))
    if family in HEADS:
        people = [key for key in people if profiles.people[key].offices & TOP_OFFICES] or people
    if len(people) == 1:
        return people[0]
    for distance in range(WINDOW):
        near = {key for e in discourse.before(site, distance) for key in e.entities} & set(people)
        if near:
            return near.pop() if len(near) == 1 else _first(sorted(near), discourse) if family in HEADS else None
    return _first(people, discourse) if family in HEADS else None


def _first(people: list[str], discourse: Discourse) -> str | None:
    """Of several heads of one state ("the president", "the premier"), the one whom the article is about."""
    counts = discourse.profiles.counts
    ranked = sorted(people, key=lambda key: -counts[key])
    clear = len(ranked) > 1 and counts[ranked[0]] >= _MUCH_MORE * max(counts[ranked[1]], 1)
    return ranked[0] if clear else None


def holders_of(site: Site, discourse: Discourse, owners: tuple[str, ...], family: str) -> dict[str, str]:
    """The holder of each owner who has a known one; who would be of two of them is of neither."""
    held = {owner: person for owner in owners if (person := holder(site, discourse, owner, family))}
    often = Counter(held.values())
    return {owner: person for owner, person in held.items() if often[person] == 1}


def each_of(
    site: Site, discourse: Discourse, owners: tuple[str, ...], people: dict[str, str], *, family: str | None
) -> list[str]:
    """Each state's person, else the state: each on its own. Organizations stay, and so do states of long ago.

    Officials without names are behind their states even where one of them is named somewhere, and so are
    ministers of whatever ("their ministers"): a state has many. Where the article is about somebody of an untold
    state, he may be the one who is missing, and the only one who isn't no longer is clear.
    """
    vague = family is None or family == "minister" or noun_of(site.token) in OFFICIALS
    if vague or not people or is_aside(site, discourse) or (family in TOP_OFFICES and _is_untold(discourse, people)):
        return list(owners)
    return [people.get(owner, owner) if owner.startswith(COUNTRY) else owner for owner in owners]


def _is_untold(discourse: Discourse, people: dict[str, str]) -> bool:
    """Whether somebody of the first lines, whose state and office aren't told, may be one of the leaders as well."""
    profiles = discourse.profiles
    return any(
        key in discourse.topics and not profiles.people[key].owners and profiles.fits(key, "leader") is not False
        for key in profiles.people.keys() - set(people.values())
    )
