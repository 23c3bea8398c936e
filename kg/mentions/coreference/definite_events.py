"""Nouns that point back at an event told before: "the visit", "their talks"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.syntax import coordinated

_POINTERS = frozenset({"the", "this", "that", "these", "those"})
_ROLE_PREPOSITIONS = frozenset({"between", "with", "of", "by", "to", "among", "from", "against"})


def is_definite_event(site: Site, discourse: Discourse) -> bool:
    """Whether an event noun is definite and names no participant of its own."""
    pointed = False
    for child in site.token.children:
        if child.dep_ == "det":
            pointed = pointed or child.lower_ in _POINTERS
        elif child.dep_ == "poss":
            if child.tag_ != "PRP$":
                return False
            pointed = True
        elif child.dep_ in ("amod", "compound", "nmod"):
            if discourse.mention(site, child) is not None:
                return False
        elif child.dep_ == "prep" and _brings_actors(site, discourse, child):
            return False
    after = site.token.i + 1
    # The parser may hang "the meeting with X ended" on the verb.
    return pointed and not (after < len(site.segment.doc) and _brings_actors(site, discourse, site.segment.doc[after]))


def _brings_actors(site: Site, discourse: Discourse, preposition: Token) -> bool:
    if preposition.lower_ not in _ROLE_PREPOSITIONS:
        return False
    objects = [member for o in preposition.children if o.dep_ == "pobj" for member in coordinated(o)]
    if not objects and preposition.i + 1 < len(site.segment.doc):
        objects = [site.segment.doc[preposition.i + 1]]
    return any(discourse.actors(site, member).entities for member in objects)
