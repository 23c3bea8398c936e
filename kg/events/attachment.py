"""How near a phrase (a date, a place) is to an event's word, by syntax."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.predicates.lexicon import DECIDING, SAYING
from kg.predicates.syntax import VERBAL

#: Prepositions that put what they govern at another time than the clause.
OTHER_TIME = frozenset({"after", "before", "since", "following", "until", "ahead"})
#: Verbs that only events are subject of (passive or not): their clause is about the event, whatever noun is nearer.
OF_EVENTS = frozenset({"set", "schedule", "plan", "hold", "take", "open", "begin", "start", "due", "arrange"})
OTHER_CLAUSE = frozenset({"conj", "relcl", "ccomp", "advcl", "parataxis", "acl", "pcomp"})
CONTENT = VERBAL | {"NOUN", "PROPN", "ADJ"}


def host(token: Token, inside: Callable[[Token], bool]) -> Token:
    """The word that a phrase hangs on: the first verb or noun above it that is outside the phrase."""
    node = token
    while node.head != node:
        node = node.head
        if not inside(node) and node.pos_ in CONTENT:
            return node
    return node


def distance(trigger: Token, anchor: Token) -> float:
    """Cost of reading a phrase hung on `anchor` as belonging to `trigger`: 0 its own, 6 and more another's.

    A phrase on the verb of saying above the trigger's clause belongs to the saying ("said on Tuesday that"), one on a
    verb of deciding to the decision ("called off on Tuesday a visit"); one on an earlier coordinated verb is shared,
    one on a later verb is not.
    """
    if anchor == trigger:
        return 0.0
    if (below := _below(trigger, anchor)) is not None:
        return below
    if (above := _above(trigger, anchor)) is not None:
        return above
    return 5.0 + (1.0 if _own_clause(anchor) != _own_clause(trigger) else 0.0)


def _below(trigger: Token, anchor: Token) -> float | None:
    """The anchor is within the trigger's phrase; verbs in between cost."""
    cost, node = 0.5, anchor
    while node != trigger:
        if node.dep_ == "pobj":
            cost += 2.0  # "since the war in Iraq": where the war is
        if node.pos_ in VERBAL:
            own = (  # "talks held in Oslo", "a meeting with X that was to take place in Oslo"
                (node.head == trigger or node.lemma_ in OF_EVENTS)
                and node.dep_ in ("acl", "relcl")
                and trigger.pos_ == "NOUN"
            )
            cost += 6.0 if node.dep_ in OTHER_CLAUSE and not own else 1.0
        if node.head == node:
            return None
        node = node.head
    return cost


def _above(trigger: Token, anchor: Token) -> float | None:
    """The anchor is above the trigger or in the phrase of what is above."""
    cost, node = 0.5, trigger
    while node.head != node:
        if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in OTHER_TIME for c in node.children):
            cost += 6.0  # "landed on Friday, weeks after he had met ..."
        below, label, node = node, node.dep_, node.head
        if label == "conj" and node.pos_ in ("NOUN", "PROPN"):
            cost += 4.0  # "his visit to Oslo and the signing": where the visit goes
        if node.pos_ in ("ADP", "SCONJ") and node.lower_ in OTHER_TIME:
            cost += 6.0  # "left on Friday after talks with": the talks were earlier
        if node.pos_ in VERBAL:
            other_time = (node.lemma_ in SAYING and label in ("ccomp", "parataxis", "advcl")) or node.lemma_ in DECIDING
            cost += (
                6.0
                if other_time
                else 4.0
                if label == "relcl" or (label == "advcl" and not _is_purpose(below))
                else 1.0
                if label in ("conj", "xcomp", "ccomp", "advcl")
                else 0.5
            )
        if anchor == node:
            return cost
        if node.pos_ in VERBAL and _own_clause(anchor) == node and anchor != trigger:
            return cost + 0.5 + (1.5 if label == "conj" and anchor.i > trigger.i else 0.0)
    return None


def _is_purpose(verb: Token) -> bool:
    """Whether a clause says what for: "was in Lima to see", "flew there to sign"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _own_clause(token: Token) -> Token:
    """The verb whose clause a token stands in, itself where it is a verb."""
    node = token
    while node.pos_ not in VERBAL and node.head != node:
        node = node.head
    return node
