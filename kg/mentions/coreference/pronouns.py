"""Pronouns: which resolver each needs, and relatives and reflexives, which the syntax alone decides."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.groups import reciprocal
from kg.mentions.coreference.impersonal import impersonal
from kg.mentions.coreference.plurals import they
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.singulars import he_or_she
from kg.mentions.coreference.speakers import first_person
from kg.mentions.coreference.syntax import clause_of, coordination_of, subject_of
from kg.mentions.coreference.words import FIRST, HE, IT, REFLEXIVE, RELATIVE, SHE, THEY
from kg.mentions.mention import PERSON

_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
_PLURAL_VERBS = frozenset({"are", "were", "have"})


def is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun that coreference knows."""
    return token.tag_ in _PRONOUN_TAGS or is_reciprocal(token)


def is_reciprocal(token: Token) -> bool:
    """Whether it is "each other" or "one another"; the parser heads them by the second word."""
    if token.i == 0 or token.lower_ not in ("other", "another"):
        return False
    return (token.nbor(-1).lower_, token.lower_) in (("each", "other"), ("one", "another"))


def pronoun(site: Site, discourse: Discourse) -> Resolution:
    """Resolve a pronoun."""
    token, word = site.token, site.token.lower_
    if is_reciprocal(token):
        return reciprocal(site, discourse, subject_of(clause_of(token)))
    if word in REFLEXIVE:
        return _reflexive(site, discourse)
    if word in HE or word in SHE:
        return he_or_she(site, discourse, "m" if word in HE else "f")
    if word in THEY:
        return they(site, discourse)
    if word in IT:
        return impersonal(site, discourse)
    if word in FIRST:
        return first_person(site, discourse)
    if word in RELATIVE and token.tag_ in ("WP", "WP$", "WDT"):
        return _relative(site, discourse)
    return Resolution((), How.NONE, token.i, token.i + 1)


def _reflexive(site: Site, discourse: Discourse) -> Resolution:
    """The subject of the clause, or the noun that it stands beside ("Xi himself")."""
    token = site.token
    beside = token.dep_ in ("appos", "npadvmod") and token.head.pos_ in ("PROPN", "NOUN", "PRON")
    target = token.head if beside else subject_of(clause_of(token))
    if target is None or target == token:
        return Resolution((), How.UNRESOLVED, token.i, token.i + 1)
    found = discourse.actors(site, target).entities
    if token.lower_ != "itself" and found and not found[0].startswith(PERSON) and beside:
        # "He flew to Paris himself": the parser hangs it on the place.
        subject = subject_of(clause_of(token))
        found = discourse.actors(site, subject).entities if subject is not None else ()
    return Resolution(found, How.PRONOUN if found else How.UNRESOLVED, token.i, token.i + 1)


def _relative(site: Site, discourse: Discourse) -> Resolution:
    """The noun that the relative clause hangs on; all that are joined to it where the verb is plural."""
    token = site.token
    antecedent, verb = _antecedent(site, discourse)
    if antecedent is None:
        how = How.NONE if token.lower_ in ("which", "that") else How.UNRESOLVED
        return Resolution((), how, token.i, token.i + 1)
    members = [antecedent]
    if verb is not None and _is_plural_verb(verb):
        first = coordination_of(antecedent)
        members = [first, *first.conjuncts] if first.tag_ not in ("NNS", "NNPS") else [antecedent]
    found = [key for member in members if member.i < token.i for key in discourse.actors(site, member).entities]
    if not found:
        how = discourse.actors(site, antecedent).how
        return Resolution((), how if how is How.NONE else How.UNRESOLVED, token.i, token.i + 1)
    return Resolution(tuple(dict.fromkeys(found)), How.PRONOUN, token.i, token.i + 1)


def _antecedent(site: Site, discourse: Discourse) -> tuple[Token | None, Token | None]:
    token = site.token
    verb = token
    while verb.head != verb:
        if verb.dep_ == "relcl" and verb.head.i < token.i:
            return verb.head, verb
        if verb.dep_ in ("ccomp", "advcl") and verb != token:
            break
        verb = verb.head
    before = token.i - 1
    if before >= 0 and site.segment.doc[before].text == ",":
        before -= 1
    if before >= 0 and token.lower_ in ("who", "whom", "whose"):
        mention = discourse.mention(site, site.segment.doc[before])
        if mention is not None:
            return site.segment.doc[mention.head], None
    return None, None


def _is_plural_verb(verb: Token) -> bool:
    if verb.tag_ == "VBP" or verb.lower_ in _PLURAL_VERBS:
        return True
    return any(child.dep_ in ("aux", "auxpass") and child.lower_ in _PLURAL_VERBS for child in verb.children)
