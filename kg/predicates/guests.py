"""People told to be somewhere without a verb of going: "visiting President X", "X, in Rome for talks, said"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.predicates.subjects import surface_subject
from kg.predicates.syntax import SUBJECTS, VERBAL, children, governing_verb, nominal_conjuncts, prepositions

#: Words after which "visiting" stands before a guest, not before what somebody visits.
MEETING = frozenset(
    ("meet", "tell", "receive", "greet", "host", "welcome", "urge", "assure", "brief", "inform", "thank")
)
LONGEST_NAME = 9
#: Prepositions before the place that somebody is said to be at between commas.
STAYING_AT = frozenset({"in", "at"})
BACK = frozenset({"back", "fresh"})
JUST = frozenset({"just", "newly", "recently", "freshly"})


def guest(token: Token) -> Token | None:
    """The head of the phrase that "visiting" stands before ("visiting French President X"), None where it is a verb."""
    if token.lower_ != "visiting" or token.i + 1 >= len(token.doc):
        return None
    last = token
    for word in token.doc[token.i + 1 : token.i + 1 + LONGEST_NAME]:
        if word.pos_ not in ("ADJ", "NOUN", "PROPN") and word.tag_ not in ("HYPH", "NNP"):
            break
        last = word
    if last == token:
        return None
    before = token.doc[token.i - 1] if token.i > 0 else None
    is_subject = last.dep_ in SUBJECTS and last.head.i > last.i and last.head.pos_ in VERBAL
    if token.dep_ in ("amod", "compound") or is_subject:
        return last
    after_party = before is not None and (before.lower_ in ("with", "by", "the") or before.lemma_ in MEETING)
    return last if after_party else None


def guest_slots(visitor: Token) -> dict[str, list[Token]]:
    """Who the guest is, and where: the place of the clause, else the one on the other side of it as the host."""
    slots = {"subject": [visitor]}
    verb = governing_verb(visitor)
    if verb is None:
        return slots
    for word, noun in prepositions(verb):
        if word in ("in", "at") and noun.pos_ == "PROPN":
            slots.setdefault(word, []).append(noun)
    here = [c for c in children(verb, "advmod") if c.lower_ in ("here", "there")]
    if here:
        slots["to"] = here
    if len(slots) == 1:
        slots["host"] = _others(verb, visitor)
    return slots


def _others(verb: Token, visitor: Token) -> list[Token]:
    subject = surface_subject(verb)
    if visitor not in subject:
        return subject
    objects = [noun for child in children(verb, "dobj") for noun in nominal_conjuncts(child)]
    return [*objects, *(noun for word, noun in prepositions(verb) if word == "with")]


def stayer(token: Token) -> Token | None:
    """Who is said to be at a place between commas: "X, in Rome for talks, said"; None where nobody is.

    `token` is the preposition.
    """
    return _between_commas(token, token.i) if token.lower_ in STAYING_AT else None


def returner(token: Token) -> Token | None:
    """Who is said to be back from a place between commas: "X, just back from Rome, said"; None where nobody is.

    `token` is the preposition.
    """
    first = token.i - 1
    if token.lower_ != "from" or first < 1 or token.doc[first].lower_ not in BACK:
        return None
    return _between_commas(token, first - 1 if token.doc[first - 1].lower_ in JUST else first)


def _between_commas(token: Token, first: int) -> Token | None:
    """The subject that a phrase stands behind, from its first word on, where commas part it from its clause."""
    doc = token.doc
    if first < 2 or doc[first - 1].text != ",":
        return None
    name = doc[first - 2]
    verb = governing_verb(token)
    if verb is None or verb.i < token.i or not any(t.text == "," for t in doc[token.i + 2 : verb.i]):
        return None
    subject = next((c for c in children(verb, *SUBJECTS)), None)
    if subject is None or not subject.left_edge.i <= name.i or subject.i > name.i:
        return None
    between = doc[subject.i : first]
    return None if any(t.pos_ in VERBAL for t in between) else subject
