"""Where the one whom a pronoun stands for is said to travel: a state that is not his own."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.profiles import country_key
from kg.mentions.coreference.syntax import SUBJECTS, clause_of, coordinated
from kg.mentions.coreference.words import MOTION_VERBS, POSSESSIVE, VISIT_NOUNS

_TO = frozenset({"to", "in", "for", "into"})


def destinations(site: Site, discourse: Discourse) -> set[str]:
    """States that the pronoun's verb of motion, or the visit that it owns, leads to.

    "He flew to Paris", "his visit to France" give Country:FR.
    """
    token = site.token
    if token.lower_ in POSSESSIVE and token.dep_ == "poss":
        going = token.head if str(token.head.lemma_).lower() in VISIT_NOUNS else None
    else:
        verb = clause_of(token)
        moves = token.dep_ in SUBJECTS and str(verb.lemma_) in MOTION_VERBS
        going = verb if moves else None
    if going is None:
        return set()
    return {country_key(code) for place in _places(going) if (code := _country(site, discourse, place))}


def _places(going: Token) -> list[Token]:
    found: list[Token] = []
    for child in going.children:
        if child.dep_ == "dobj" and going.pos_ == "VERB":
            found += coordinated(child)
        elif child.dep_ == "prep" and child.lower_ in _TO:
            found += [member for place in child.children if place.dep_ == "pobj" for member in coordinated(place)]
    return found


def _country(site: Site, discourse: Discourse, place: Token) -> str | None:
    mention = discourse.mention(site, place)
    return mention.country if mention is not None else None
