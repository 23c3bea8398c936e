"""Clauses that leave their verb unsaid: "Russia did not", "and Iraq did so in May", "and Gambia a fishing pact"."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.predicates.syntax import SUBJECTS, VERBAL, children, nominal_conjuncts

#: Lemmas of the verbs that can stand for another one.
PRO_VERBS = frozenset({"do", "have", "will", "would", "follow"})
INVERTING = frozenset({"so", "nor", "neither", "as"})
SAME = frozenset({"so", "same", "likewise"})
#: Labels of what may complete such a verb without being a content of its own.
EMPTY = frozenset({"aux", "neg", "cc", "punct", "mark", "npadvmod", "prep", "advmod", "preconj", "dep", *SUBJECTS})
MAX_CHAIN = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause whose verb is to be taken from `model`; `subject` where the syntax doesn't show it, `object` if new.

    `whole`: what governs the model is left unsaid as well ("Spain refused to sign, and so has Greece").
    """

    model: Token
    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()
    negated: bool = False
    whole: bool = False


def verb_gap(verb: Token, words: Container[str], before: Segment | None = None) -> Gap | None:
    """What "did so", "did not", "so has X", "followed suit" stand for, None where the verb means itself.

    Parameters
    ----------
    verb : Token
        The verb that may stand for another one.
    words : container of str
        The lemmas that may be stood for.
    before : Segment or None
        The paragraph before: the first sentence of a paragraph may stand for the last one there.
    """
    opening = verb.doc[verb.i - 1].lower_ if verb.i else ""
    inverted = opening if opening in INVERTING else ""
    if not _is_pro_verb(verb, inverted=bool(inverted)):
        return None
    clause = _verb_beside(verb) or _root_before(verb, before)
    model = _content(clause, words) if clause is not None else None
    if model is None or (model.doc == verb.doc and model.i > verb.i):
        return None
    whole = model != clause and not _says_same(verb)
    if whole and any(c.dep_ == "neg" for c in verb.children):
        return None  # "agreed to sign; India did not": agree, or sign
    subject = () if children(verb, *SUBJECTS) or not inverted else tuple(_named_after(verb))
    return Gap(model, subject, (), inverted in ("nor", "neither"), whole)


def _says_same(verb: Token) -> bool:
    return verb.lemma_ == "do" and any(t.lower_ in SAME for t in verb.doc[verb.i + 1 : verb.i + 3])


def _is_pro_verb(verb: Token, *, inverted: bool) -> bool:
    if verb.lemma_ == "follow":
        return any(c.dep_ == "dobj" and c.lower_ == "suit" for c in verb.children)
    if verb.lemma_ not in PRO_VERBS or verb.dep_ in ("aux", "auxpass"):
        return False
    if _says_same(verb):
        return True
    denied = any(c.dep_ == "neg" for c in verb.children)
    allowed = EMPTY | {"dobj", "attr"} if inverted else EMPTY
    return (inverted or denied) and all(c.dep_ in allowed or c.i < verb.i for c in verb.children)


def _named_after(verb: Token) -> list[Token]:
    """The subject of an inverted clause, which small models call an object: "so did Cyprus"."""
    return [noun for child in children(verb, "dobj", "attr") for noun in nominal_conjuncts(child)]


def _root_before(token: Token, before: Segment | None) -> Token | None:
    """The root of the sentence before a token's own."""
    start = token.sent.start
    if start > 0:
        return token.doc[start - 1].sent.root
    return before.doc[-1].sent.root if before is not None and len(before.doc) else None


def _verb_beside(verb: Token) -> Token | None:
    """The verb of the clause beside, None where the sentence has none."""
    beside = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < verb.i and c.pos_ in VERBAL]
    node = verb
    while node.head != node and not beside:
        node = node.head
        if node.pos_ in VERBAL and node.i < verb.i and not _governs(node, verb):
            beside = [node]
    return beside[-1] if beside else None


def _governs(head: Token, verb: Token) -> bool:
    """Whether a verb only leads up to another: "is expected to do so", "said that Iraq did not"."""
    node = verb
    while node.head != head:
        node = node.head
    return node.dep_ in ("xcomp", "ccomp")


def _content(verb: Token, words: Container[str]) -> Token | None:
    """A verb of the words, or the one that it leads to: "agreed to sign"."""
    for _ in range(MAX_CHAIN):
        if verb.lemma_.lower() in words and verb.pos_ in VERBAL:
            return verb
        inner = children(verb, "xcomp")
        if not inner:
            return None
        verb = inner[0]
    return None


def noun_gaps(verb: Token) -> Iterator[Gap]:
    """Clauses coordinated with a verb that keep their subject and object only: "and their ministers an accord"."""
    for child in verb.children:
        if child.dep_ != "conj" or child.pos_ in VERBAL or child.i < verb.i:
            continue
        new = next((c for c in reversed(list(child.children)) if c.i > child.i and _is_new(child, c)), None)
        if new is not None:
            yield Gap(verb, (child,), (new,))


def _is_new(subject: Token, noun: Token) -> bool:
    """Whether a noun after a gap is its object, not what the subject is said to be ("and Gambia, a neighbour")."""
    if noun.pos_ != "NOUN" or noun.dep_ not in ("appos", "dobj", "npadvmod", "conj"):
        return False
    if not any(c.lower_ in ("a", "an") or c.dep_ == "nummod" for c in noun.children):
        return False
    first = noun.left_edge.i
    if noun.doc[first - 1].lower_ != ",":
        return True
    return any(c.dep_ == "appos" and subject.i < c.i < first for c in subject.children)
