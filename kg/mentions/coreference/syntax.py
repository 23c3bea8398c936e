"""What coreference asks of a parse: slot, clause, subject, coordination and extent of a noun phrase."""

from __future__ import annotations

from enum import IntEnum

from spacy.tokens import Token

from kg.mentions.coreference.words import COUNTERPARTS, OBJECT_CONTROL, OFFICIALS, is_person_noun

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "agent", "oprd"})
_PREMODIFIERS = frozenset(
    {"det", "predet", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "preconj"}
)
_SAME_SLOT = frozenset({"conj", "appos", "compound", "nmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_VERBAL = frozenset({"VERB", "AUX"})


class Slot(IntEnum):
    """The grammatical slot of a noun phrase; the value is its weight in salience."""

    SUBJECT = 80
    OBJECT = 50
    OBLIQUE = 40
    POSSESSIVE = 30
    OTHER = 20


def noun_of(token: Token) -> str:
    """The base form in lower case, for capitalised titles too ("Presidents" -> "president")."""
    lemma = str(token.lemma_).lower()
    if token.tag_ == "NNPS" and lemma.endswith("s"):
        return lemma.removesuffix("s")
    return lemma


def is_plural(token: Token) -> bool:
    """Whether the token is a plural noun."""
    return token.tag_ in ("NNS", "NNPS")


def is_counterpart(token: Token) -> bool:
    """Whether a noun is of somebody in a like office elsewhere: "counterpart", "opposite number"."""
    if noun_of(token) in COUNTERPARTS:
        return True
    return token.lower_ == "number" and any(child.lower_ == "opposite" for child in token.children)


def first_of(token: Token) -> Token:
    """The head of the coordination or apposition that the token is in."""
    while token.dep_ in _SAME_SLOT and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def coordination_of(token: Token) -> Token:
    """The first member of the coordination that the token is in, itself where it is in none."""
    while token.dep_ == "conj" and token.head.pos_ in _NOMINAL:
        token = token.head
    return token


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", in order."""
    members = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in _NOMINAL:
            members += coordinated(child)
    return members


def slot_of(token: Token) -> Slot:
    """The slot of the noun phrase that the token heads (or stands in apposition in)."""
    token = first_of(token)
    if token.dep_ in SUBJECTS:
        return Slot.SUBJECT
    if token.dep_ in _OBJECTS:
        return Slot.OBJECT
    if token.dep_ == "pobj":
        if _is_embedded(token.head):
            return Slot.OTHER
        return Slot.OBJECT if token.head.dep_ in ("agent", "dative") else Slot.OBLIQUE
    return Slot.POSSESSIVE if token.dep_ == "poss" else Slot.OTHER


def _is_embedded(preposition: Token) -> bool:
    """Whether a preposition says whose somebody or something is: "an adviser to X", "the invitation from X came"."""
    noun = preposition.head
    if noun.pos_ not in ("NOUN", "PROPN") or preposition.lower_ in ("by", "with", "between"):
        return False
    return noun.dep_ in SUBJECTS or noun.dep_ == "appos" or is_person_noun(noun_of(noun)) or noun_of(noun) in OFFICIALS


def clause_of(token: Token) -> Token:
    """The nearest verb above the token, or the root where there is none."""
    while token.head is not token and token.head != token:
        token = token.head
        if token.pos_ in _VERBAL and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
    return token


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, said or understood (coordination, control, participles, relative clauses)."""
    for _ in range(8):
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.i != verb.i:
                return child
        above = verb.head
        if above == verb:
            return None
        if verb.dep_ == "xcomp" and str(above.lemma_) in OBJECT_CONTROL:
            controller = next((child for child in above.children if child.dep_ in ("dobj", "dative")), None)
            if controller is not None:
                return controller
        if verb.dep_ in ("acl", "relcl") and above.pos_ in _NOMINAL:
            # "his promise to visit": who promised visits, not the promise.
            return above if verb.dep_ == "relcl" or str(verb.tag_) != "VB" else _owner_or_subject(above)
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep"):
            verb = above if above.pos_ in _VERBAL else clause_of(verb)
            continue
        return None
    return None


def _owner_or_subject(noun: Token) -> Token | None:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    verb = clause_of(noun)
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child != noun), None)


def matrix_verbs(verb: Token) -> list[Token]:
    """The verbs whose clauses the clause of `verb` is part of, innermost first."""
    above = []
    while verb.head != verb:
        joined = verb.dep_ == "conj"
        verb = verb.head
        if verb.pos_ in _VERBAL and not joined:
            above.append(verb)
    return above


def phrase_of(token: Token) -> tuple[int, int]:
    """Token span of a noun phrase: its modifiers before the head, the head, and an "of" complement."""
    start, end = token.i, token.i + 1
    for child in token.children:
        if child.i < token.i and child.dep_ in _PREMODIFIERS:
            start = min(start, child.left_edge.i)
        elif child.i > token.i and child.dep_ == "prep" and child.lower_ == "of":
            for complement in child.children:
                if complement.dep_ == "pobj":
                    end = max(end, coordinated(complement)[-1].i + 1)
    return start, end


def determiner_of(token: Token) -> str | None:
    """The article, demonstrative, numeral-like "both" or "a" before a noun, in lower case."""
    determiners = [child.lower_ for child in token.children if child.dep_ in ("det", "predet", "preconj")]
    return str(determiners[-1]) if determiners else None


def is_definite(token: Token) -> bool:
    """Whether the phrase points at something told of: "the", "this", a possessive, "both"."""
    return any(
        (child.dep_ in ("det", "predet", "preconj") and child.lower_ in _DEFINITE) or child.dep_ == "poss"
        for part in (token, *_first_half(token))
        for child in part.children
    )


def _first_half(token: Token) -> tuple[Token, ...]:
    """The word before the hyphen of "secretary-general", on which the parser may hang the article."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-2).head != token:
        return ()
    return (token.nbor(-2),)


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all", "each"})


def is_former(token: Token) -> bool:
    """Whether a description is of somebody who was: "the former president"."""
    return any(child.lower_ in ("former", "ex", "then", "late", "ousted") for child in token.children)
