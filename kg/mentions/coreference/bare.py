"""Descriptions that name no state: "the president", "the minister", "the officials"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import TOP_OFFICES
from kg.mentions.coreference.resolution import How
from kg.mentions.coreference.syntax import SUBJECTS, is_definite, is_former, is_plural, noun_of
from kg.mentions.mention import COUNTRY

# How many sentences back a description reaches, its own among them.
WINDOW = 4
# Of these a government has one, whom its own press releases call by the office alone.
_AT_HOME = frozenset({"premier", "president", "chancellor", "monarch"})
_RARE = frozenset({"monarch", "pope", "chancellor"})


def bare(site: Site, discourse: Discourse, family: str | None) -> tuple[list[str], How]:
    """The nearest holder of an office ("the minister"), or the state told of last for "the officials"."""
    token = site.token
    if _is_headline_title(site):
        titled = _only_titled(site, discourse, family)
        return (titled, How.DESCRIPTION) if titled else (_only_state(site, discourse, family), How.STATE)
    if not is_definite(token) or is_plural(token):
        return _same_officials(site, discourse) if is_definite(token) else [], How.STATE
    if family is None:
        return _same_officials(site, discourse), How.STATE
    profiles, former = discourse.profiles, is_former(token)
    fitting = {key for key in profiles.people if profiles.fits(key, family, former=former)}
    for distance in range(WINDOW):
        if _last_was_other(site, discourse, distance):
            return [], How.UNRESOLVED
        near = {key for e in discourse.before(site, distance) for key in e.entities if key in fitting}
        exact = {key for key in near if family in profiles.people[key].offices}
        literal = {key for key in exact if noun_of(token) in profiles.people[key].words and not _is_new(token)}
        near = literal or exact or near
        if near:
            clear = len(near) == 1 and not _is_rivalled(site, discourse, next(iter(near)), family, bool(literal))
            return (list(near), How.DESCRIPTION) if clear else ([], How.UNRESOLVED)
    if not fitting and family in TOP_OFFICES:
        main = _main_figure(discourse, family)
        return (main, How.DESCRIPTION) if main else (_only_state(site, discourse, family), How.STATE)
    if len(fitting) == 1 and any(fitting & set(e.entities) for e in discourse.entries):
        return list(fitting), How.DESCRIPTION
    if only := _only_titled(site, discourse, family):
        return only, How.DESCRIPTION
    return [] if fitting else _same_officials(site, discourse), How.STATE


def _only_state(site: Site, discourse: Discourse, family: str | None) -> list[str]:
    """The one state that an article by its government speaks of, where it names nobody: "The President signed ...".

    Of several, the only one of the sentence and the headlines: "... the Law on Foreign Trade of the Republic of Malta".
    """
    people = discourse.profiles.people
    if family not in _AT_HOME or not site.token.text[0].isupper() or is_former(site.token):
        return []
    if any(discourse.profiles.fits(key, family) is not False for key in people):
        return []
    mentions = [mention for mention in discourse.found.mentions if mention.country]
    sentence, segments = site.token.sent, discourse.article.segments
    here = [
        m
        for m in mentions
        if segments[m.segment].is_heading
        or (m.segment == site.segment.index and sentence.start <= m.start < sentence.end)
    ]
    for some in (mentions, here):
        states = {mention.country for mention in some}
        if len(states) == 1:
            return [f"{COUNTRY}:{states.pop()}"]
    return []


def _is_headline_title(site: Site) -> bool:
    """Whether a title stands for its holder in a headline: "Prime Minister to visit Samoa"."""
    token = site.token
    # In some headlines every word is capitalised, in others none; both say "Prime Minister" without an article.
    bare = not any(child.dep_ in ("det", "amod", "poss", "nummod") for child in token.children)
    return site.segment.is_heading and bare and token.dep_ in SUBJECTS and not is_plural(token)


def _only_titled(site: Site, discourse: Discourse, family: str | None) -> list[str]:
    """The only holder of an office in an article by its own government, which writes the office with capitals.

    Such an article gives him no state ("Prime Minister Jacinda Ardern"), and may name him after "the Prime Minister".
    """
    if family not in _AT_HOME or not site.token.text[0].isupper() or is_former(site.token):
        return []
    people = discourse.profiles.people
    held = [key for key, profile in people.items() if family in profile.offices]
    at_home = [key for key in held if not people[key].owners]
    return at_home if len(at_home) == 1 and (len(held) == 1 or family == "premier") else []


def _is_new(token: Token) -> bool:
    """Whether somebody is meant who holds the office since lately: not he of whom the article says nothing new."""
    return any(child.lower_ in ("new", "incoming", "elected") for child in token.children)


def titled_alike(site: Site, discourse: Discourse, title: str) -> list[str]:
    """The only one near whose title is the very words of a description: "the rebel leader" for "rebel leader X"."""
    if not is_definite(site.token) or is_plural(site.token) or any(c.dep_ == "poss" for c in site.token.children):
        return []
    people = discourse.profiles.people
    for distance in range(WINDOW):
        near = {key for e in discourse.before(site, distance) for key in e.entities if key in people}
        alike = [key for key in sorted(near) if title in people[key].titles]
        if alike:
            return alike if len(alike) == 1 else []
    return []


def _is_rivalled(site: Site, discourse: Discourse, key: str, family: str, literal: bool) -> bool:
    """Whether somebody near and without a known office may be meant as well.

    Who is written about nearly as much may; where the other is called by the very word, only who is more.
    """
    if family not in TOP_OFFICES or family in _RARE:
        return False
    profiles = discourse.profiles
    near = {k for d in range(WINDOW) for e in discourse.before(site, d) for k in e.entities if k in profiles.people}
    rivals = (k for k in near - {key} if profiles.fits(k, family) is None)
    return any((1 if literal else 2) * profiles.counts[k] >= profiles.counts[key] + literal for k in rivals)


def _main_figure(discourse: Discourse, family: str) -> list[str]:
    """The only person without an office, where the article is mostly about him: a president needs no introduction."""
    profiles = discourse.profiles
    unknown = [key for key in profiles.people if profiles.fits(key, family) is None]
    if len(unknown) != 1 or profiles.counts[unknown[0]] < max(profiles.counts[key] for key in profiles.people):
        return []
    return unknown


def _last_was_other(site: Site, discourse: Discourse, distance: int) -> bool:
    """Tell whether the same noun stood for somebody who is no entity ("the president of the company")."""
    noun = noun_of(site.token)
    tokens = ((e, discourse.at(e.position).token) for e in discourse.before(site, distance))
    same = [e for e, token in tokens if noun_of(token) == noun and not _is_nobody(token)]
    return bool(same) and not same[-1].entities


def _is_nobody(token: Token) -> bool:
    """Whether a phrase says that there is no such one: "no president has ever come"."""
    return any(child.dep_ == "det" and child.lower_ in ("no", "any") for child in token.children)


def _same_officials(site: Site, discourse: Discourse) -> list[str]:
    """The state of the unnamed officials told of in the last sentences by the same word."""
    noun = noun_of(site.token)
    for distance in range(WINDOW):
        for entry in reversed(discourse.before(site, distance)):
            if entry.how is How.STATE and noun_of(discourse.at(entry.position).token) == noun:
                return list(entry.entities)
    return []
