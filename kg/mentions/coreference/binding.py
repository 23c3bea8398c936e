"""Whom a pronoun cannot mean, by its place in the sentence."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.speakers import speaker
from kg.mentions.coreference.syntax import SUBJECTS, clause_of, coordinated, coordination_of, subject_of
from kg.mentions.coreference.words import DISPATCH_VERBS, POSSESSIVE


def excluded(site: Site, discourse: Discourse) -> set[str]:
    """Entities that a pronoun of the third person cannot stand for.

    Those joined to it by "and", the other arguments of its verb ("Putin told him"), the names in the clause
    under it ("He said that Putin ..."), the noun it owns ("his envoy, Lavrov"), and whoever says "he" in a quotation.
    """
    token = site.token
    barred: set[str] = set()
    if discourse.quotes(site.segment).get(token.i) is not None:
        barred |= set(speaker(site, discourse).entities)
    if token.lower_ in POSSESSIVE and token.dep_ == "poss":
        owned = token.head
        beside = [child for child in owned.children if child.dep_ in ("appos", "compound")]
        beside += [owned.head] if owned.dep_ in ("appos", "compound") else []
        barred |= _all(site, discourse, _names(site, discourse, [owned, *beside]))
        # "He was his deputy": nobody is his own.
        subject = subject_of(owned.head) if _is_predicate(owned) else None
        return barred | (_all(site, discourse, [subject]) if subject is not None else set())
    rivals = [member for member in coordinated(coordination_of(token)) if member != token]
    verb = clause_of(token)
    rivals += _arguments(token, verb)
    subject = subject_of(verb)
    # "Neither of them came": the subject waits for its own pronoun.
    within = subject is not None and subject.is_ancestor(token)
    if subject is not None and subject != token and not within and not is_companion(token, verb):
        rivals += coordinated(subject)
    if verb.dep_ == "relcl" and subject == token:
        # "Blair, whom he met", "Blair, whose guest he was": somebody else than the one told more of.
        rivals.append(verb.head)
    above = subject_of(verb.head) if _is_small(verb) and token.dep_ in SUBJECTS else None
    rivals += coordinated(above) if above is not None else []
    # A pronoun further on is resolved after this one, and may depend on it.
    settled = [r for r in rivals if r.i < token.i or discourse.mention(site, r) is not None]
    barred |= _all(site, discourse, [rival for rival in settled if rival != token])
    return barred | _all(site, discourse, _names(site, discourse, _below(token, verb)))


def _arguments(token: Token, verb: Token) -> list[Token]:
    """The objects of the pronoun's own verb, and the owner of a noun that it complements ("his talks with him")."""
    # What the parser takes for the object of "be" is what its subject is said to be.
    is_said = str(verb.lemma_) == "be"
    found = [child for child in verb.children if child.dep_ in ("dobj", "dative") and not is_said]
    found += [t for child in verb.children if child.dep_ in ("agent", "prep") for t in child.children]
    noun = token.head.head if token.dep_ == "pobj" else None
    if noun is not None and noun.pos_ == "NOUN":
        found += [child for child in noun.children if child.dep_ == "poss"]
    return [member for rival in found if rival != token for member in coordinated(rival)]


def _is_predicate(noun: Token) -> bool:
    """Whether a noun is what its subject is said to be; one after a comma is an addition: "He was in Oslo, his ..."."""
    verb = noun.head
    return noun.dep_ == "attr" and not any(token.text == "," for token in verb.doc[verb.i : noun.i])


def _is_small(verb: Token) -> bool:
    """Whether a clause is a verb's object without a tense of its own: "had her taught", "saw him leave"."""
    if verb.dep_ != "ccomp" or verb.tag_ not in ("VB", "VBN", "VBG") or verb.head == verb:
        return False
    return not any(child.dep_ in ("aux", "auxpass", "mark") for child in verb.children)


def is_companion(token: Token, verb: Token) -> bool:
    """Whether the subject itself may be meant: "took his minister with him", "had him beside him"."""
    if token.dep_ != "pobj":
        return False
    lemma = str(verb.lemma_)
    # "He had his son beside him", but "she stood beside her".
    return lemma in DISPATCH_VERBS or (lemma in _HOLD and token.head.lower_ in ("beside", "behind", "around"))


_HOLD = frozenset({"have", "keep", "see", "place", "put", "seat", "want", "sit"})


def _below(token: Token, verb: Token) -> list[Token]:
    """What follows a pronoun within its clause: a name there is somebody else."""
    if token.dep_ not in SUBJECTS and token.dep_ not in ("dobj", "dative", "pobj"):
        return []
    return [t for t in verb.subtree if t.i > token.i]


def _names(site: Site, discourse: Discourse, tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if discourse.mention(site, token) is not None]


def _all(site: Site, discourse: Discourse, tokens: list[Token]) -> set[str]:
    return {key for token in dict.fromkeys(tokens) for key in discourse.actors(site, token).entities}
