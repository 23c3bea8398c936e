"""What the reading teaches about people beyond their titles: "X became the first president of Peru"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.descriptions import title_of
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS, office_family
from kg.mentions.coreference.owners import owners_of
from kg.mentions.coreference.resolution import How
from kg.mentions.coreference.syntax import is_counterpart, is_former, is_plural, noun_of, phrase_of, subject_of
from kg.mentions.coreference.words import HOSTS, KIN, RELATIVES
from kg.mentions.mention import COUNTRY, PERSON

_COPULAS = frozenset({"be", "become", "remain"})


def learn(site: Site, discourse: Discourse) -> None:
    """Keep the office and the state that a noun tells of the person whom it is said of or stands beside."""
    token, noun = site.token, noun_of(site.token)
    if is_plural(token):
        _learn_all(site, discourse)
        return
    person = _person(site, discourse)
    if person is None:
        return
    if noun in KIN:
        discourse.profiles.learn_relative(person)
    if is_counterpart(token):
        _learn_counterpart(site, discourse, person)
    elif noun not in HOSTS and _has_master(site, discourse, person):
        discourse.profiles.learn_subordinate(person)
    if noun not in OFFICE_NOUNS or noun in RELATIVES:
        return
    states = [key for key in owners_of(site, discourse).keys if key.startswith(COUNTRY)]
    family = None if is_former(token) else office_family(title_of(site))
    discourse.profiles.learn_office(person, family, states[0] if len(states) == 1 else None)


def _learn_all(site: Site, discourse: Discourse) -> None:
    """Keep the office that a plural tells of those named beside it: "their foreign ministers, X and Y"."""
    token = site.token
    family = office_family(title_of(site)) if noun_of(token) in OFFICE_NOUNS and not is_former(token) else None
    found = discourse.actors(site)
    people = [key for key in found.entities if key.startswith(PERSON)]
    if family is None or found.how is not How.NAME or len(people) < len(found.entities):
        return
    for person in people:
        if not discourse.profiles.people[person].offices:
            discourse.profiles.learn_office(person, family, None)


def _learn_counterpart(site: Site, discourse: Discourse, person: str) -> None:
    """Keep that somebody's counterpart holds the like office, in the state that the description names."""
    profiles, owners = discourse.profiles, owners_of(site, discourse)
    if owners.person is None or owners.person == person or profiles.people[person].offices:
        return
    own = profiles.owners(owners.person)
    states = [key for key in owners.keys if key.startswith(COUNTRY) and key not in own]
    for family in sorted(profiles.people[owners.person].offices):
        profiles.learn_office(person, family, states[0] if len(states) == 1 else None)


def _person(site: Site, discourse: Discourse) -> str | None:
    """The person in apposition, or the subject of "be" and "become"."""
    token = site.token
    if token.dep_ == "attr" and str(token.head.lemma_) in _COPULAS:
        subject = subject_of(token.head)
        if subject is None or any(child.dep_ == "neg" for child in token.head.children):
            return None
        found = discourse.actors(site, subject).entities
    else:
        resolution = discourse.actors(site)
        found = resolution.entities if resolution.how is How.NAME else ()
    return found[0] if len(found) == 1 and found[0].startswith(PERSON) else None


def _has_master(site: Site, discourse: Discourse, person: str) -> bool:
    """Whether a description is by somebody else: "his interpreter", "Thatcher's adviser"."""
    owners = [child for child in site.token.children if child.dep_ == "poss"]
    keys = [key for owner in owners for key in discourse.actors(site, owner).entities]
    return any(key.startswith(PERSON) and key != person for key in keys)


def is_telling(token: Token) -> bool:
    """Whether a noun may tell of a person: said of somebody, or beside a name. Titles before names are no news."""
    noun = noun_of(token)
    if noun not in OFFICE_NOUNS and noun not in KIN and noun not in RELATIVES and not is_counterpart(token):
        return False
    return (
        token.dep_ in ("attr", "appos")
        or any(child.dep_ == "appos" for child in token.children)
        or _is_before_comma(token)
    )


def _is_before_comma(token: Token) -> bool:
    """Whether a comma ends the phrase; that of a plural may name its states ("the ministers of Chad and Niger, X")."""
    end = phrase_of(token)[1] if is_plural(token) else token.i + 1
    return any(t.text == "," for t in token.doc[token.i + 1 : end + 1])
