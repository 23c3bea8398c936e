"""Statements about no particular event: habits, rules, frequencies."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.syntax import VERBAL, ancestors, governing_verb, misread_subject, word_before

OUT_OF_STORY = frozenset({"before", "after", "since", "until", "till", "once", "following"})
#: Words for an event at another time than the one just told.
ANOTHER_TIME = frozenset({"again", "previously", "earlier", "previous", "next", "another", "subsequent"})
KINDS = frozenset({"first", "last", "only", "second", "third", "rare", "latest", "biggest", "highest"})
HABITUAL = frozenset(
    (
        *("often", "regularly", "usually", "always", "generally", "normally", "typically", "frequently", "routinely"),
        *("annually", "rarely", "seldom", "sometimes"),
    )
)


def is_generic(token: Token) -> bool:
    """Whether a predicate is told as a habit ("leaders often meet", "every visit").

    A habitual adverb with a simple past still tells of events, but of no one of them.
    """
    for child in token.children:
        if child.dep_ == "advmod" and child.lower_ in HABITUAL:
            return True
        if child.dep_ == "det" and child.lower_ in ("any", "every", "each", "such"):
            return True
        if child.dep_ == "npadvmod" and any(c.lower_ in ("every", "each") for c in child.children):
            return True  # "visits India every winter"
    return _never_yet(token)


def is_of_its_kind(noun: Token) -> bool:
    """Whether an event is told as the first, last or only one by somebody of a kind, who is nobody in particular.

    "The first visit to Chad by a French president since 1954" is by a French president, whoever it is.
    """
    if not any(c.dep_ == "amod" and c.lower_ in KINDS for c in noun.children):
        return False
    return any(
        c.dep_ == "det" and c.lower_ in ("a", "an", "any")
        for by in noun.subtree
        if by.lower_ == "by" and by.dep_ in ("prep", "agent")
        for someone in by.children
        for c in someone.children
    )


def _never_yet(token: Token) -> bool:
    """Whether a whole past is denied ("has never met", "have not met since the war"): there is no event to call off."""
    return (
        any(c.dep_ == "aux" and c.lower_ in ("has", "have", "'ve", "had") for c in token.children)
        and any(c.dep_ == "neg" for c in token.children)
        and any(c.lower_ in ("since", "yet", "ever", "never") for c in token.children)
    )


def is_background(token: Token) -> bool:
    """Whether the clause of a word steps out of the story's time.

    So do perfect tenses ("had met", "has never visited") and clauses of before, after, since and until.
    """
    if any(c.lower_ in ANOTHER_TIME and c.dep_ in ("advmod", "amod") for c in token.children):
        return True
    above = next((s for a in (token, *ancestors(token)) if (s := misread_subject(a)) is not None), None)
    if above is not None:
        return word_before(above) in OUT_OF_STORY
    if token.dep_ in ("pobj", "pcomp") and token.head.lower_ in OUT_OF_STORY:
        return True
    verb = token if token.pos_ in VERBAL else governing_verb(token)
    if verb is None:
        return False
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return perfect or (
        verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in OUT_OF_STORY for c in verb.children)
    )
