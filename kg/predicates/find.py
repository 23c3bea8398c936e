"""Doc -> predicates: verbs and nouns with what fills the slots around them. Knows no event type."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.predicates.ellipsis import PRO_VERBS, Gap, noun_gaps, verb_gap
from kg.predicates.factuality import verb_modality
from kg.predicates.guests import BACK, STAYING_AT, guest, guest_slots, returner, stayer
from kg.predicates.making import made
from kg.predicates.nouns import noun_predicate
from kg.predicates.occurrences import Occurrences, occurrences
from kg.predicates.predicate import Modality, Predicate, PredicateKind
from kg.predicates.syntax import (
    VERBAL,
    children,
    misread_subject,
    nominal_conjuncts,
)
from kg.predicates.verbs import names_of, verb_predicate

AUXILIARIES = frozenset({"be", "have", "do", "get"})


def predicates(
    segment: Segment,
    words: Container[str],
    before: Segment | None = None,
    known: Occurrences | None = None,
    worth: Callable[[Token], bool] | None = None,
) -> Iterator[Predicate]:
    """The predicates of a segment whose base form is among the words, in order.

    Parameters
    ----------
    segment : Segment
        A parsed paragraph.
    words : container of str
        Lemmas that are of interest, without particles.
    before : Segment or None
        The paragraph before, for verbs that stand for one of its last sentence.
    known : Occurrences or None
        Where the segment's words stand and what has been read of them, for a segment that is read several times.
    worth : callable or None
        Tells of a verb at a glance whether it is worth reading.
    """
    known = known or occurrences(segment.doc)
    for token in map(segment.doc.__getitem__, sorted(_candidates(known, words))):
        if token.pos_ == "ADP":
            yield from _aside(segment, token, words)
            continue
        if token.lemma_ in PRO_VERBS and (gap := verb_gap(token, words, before)) is not None:
            yield _elliptic(segment, token, gap)
            continue
        if not _is_of(token, words):
            continue
        if (visitor := guest(token)) is not None:
            yield _visiting(segment, token, visitor)
        elif token.pos_ in VERBAL or token.tag_.startswith("VB") or misread_subject(token) is not None:
            if worth is not None and not worth(token):
                continue
            if (verb := known.read.get(token.i)) is None:
                verb = known.read[token.i] = verb_predicate(segment, token)
            yield verb
            yield from (_gapped(verb, gap) for gap in noun_gaps(token))
        elif token.pos_ in ("NOUN", "PROPN"):
            yield noun_predicate(segment, token)


def _elliptic(segment: Segment, verb: Token, gap: Gap) -> Predicate:
    """The clause of a verb that stands for another one, with what it leaves to the other's clause."""
    own = verb_predicate(segment, verb)
    slots: dict[str, tuple[int, ...]] = {}
    names = names_of(gap.model)
    if gap.model.doc == verb.doc:
        model = verb_predicate(segment, gap.model)
        own_subject = set(own.slots.get("subject", ()))
        slots = {n: t for n, t in model.slots.items() if n != "subject" and not own_subject & set(t)}
    given = {n: t for n, t in own.slots.items() if n not in ("object", "complement") and n in ("subject", *slots)}
    if gap.subject:
        given["subject"] = tuple(t.i for t in gap.subject)
    modality = Modality.NEGATED if gap.negated else own.modality
    if gap.whole:
        modality = max(modality, verb_modality(gap.model))
    return replace(own, names=names, slots=slots | given, modality=modality)


def _gapped(verb: Predicate, gap: Gap) -> Predicate:
    """A clause with a subject and an object of its own, and all else from the clause it is coordinated with."""
    slots = {"subject": tuple(t.i for t in gap.subject), "object": tuple(t.i for t in gap.object)}
    return replace(verb, slots=slots)


def _is_of(token: Token, words: Container[str]) -> bool:
    """Whether a token is of one of the words, and no auxiliary: those say when, not what."""
    known = token.lemma_.lower() in words or token.lower_ in words or _lost_its_e(token, words)
    return known and not (token.dep_ in ("aux", "auxpass") and token.lemma_ in AUXILIARIES)


def _lost_its_e(verb: Token, words: Container[str]) -> bool:
    """Whether the lemmatizer cut an "e" too many off a verb it doesn't know ("dined": "din"); the lemma is mended."""
    if verb.tag_ not in ("VBD", "VBN", "VBG") or verb.lemma_.lower() + "e" not in words:
        return False
    verb.lemma_ = verb.lemma_.lower() + "e"
    return True


def _candidates(known: Occurrences, words: Container[str]) -> set[int]:
    """The words of a segment that may be predicates of interest, and the prepositions that may stand for one."""
    candidates = known.of(words) | known.of(PRO_VERBS)
    if "be" in words:
        candidates |= known.of(STAYING_AT)
    if "return" in words and any(word in known.tokens for word in BACK):
        candidates |= known.of(("from",))
    return candidates


def _aside(segment: Segment, token: Token, words: Container[str]) -> Iterator[Predicate]:
    """What a phrase between commas tells of the name before it."""
    if "be" in words and (person := stayer(token)) is not None:
        yield _stay(segment, token, person, "be")
    elif "return" in words and (person := returner(token)) is not None:
        yield _stay(segment, token, person, "return")


def _stay(segment: Segment, preposition: Token, person: Token, verb: str) -> Predicate:
    """The unsaid "is" of "X, in Rome for talks, said", "returned" of "X, back from Rome, said"."""
    places = [n for c in children(preposition, "pobj") for n in nominal_conjuncts(c)]
    slots = {"subject": [person], preposition.lower_: places}
    return made(segment, preposition, PredicateKind.VERB, (verb,), slots, Modality.ASSERTED)


def _visiting(segment: Segment, token: Token, visitor: Token) -> Predicate:
    slots = guest_slots(visitor)
    return made(segment, token, PredicateKind.VERB, ("visit",), slots, Modality.ASSERTED)
