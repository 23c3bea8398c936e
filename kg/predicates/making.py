"""Slots being filled, and the predicate that they make."""

from __future__ import annotations

from spacy.tokens import Token

from kg.annotation.annotated import Segment
from kg.predicates.companions import is_attended
from kg.predicates.generic import is_background, is_generic
from kg.predicates.predicate import Modality, Predicate, PredicateKind
from kg.predicates.syntax import (
    VERBAL,
    ancestors,
)
from kg.predicates.tense import tense


def add(slots: dict[str, list[Token]], name: str, tokens: list[Token]) -> None:
    """Put tokens in a slot, each once."""
    if tokens:
        known = slots.setdefault(name, [])
        known.extend(t for t in tokens if t not in known)


def made(
    segment: Segment,
    token: Token,
    kind: PredicateKind,
    names: tuple[str, ...],
    slots: dict[str, list[Token]],
    modality: Modality,
) -> Predicate:
    """The predicate of a token with its slots, and how its clause stands in the sentence."""
    above = list(ancestors(token))
    return Predicate(
        segment=segment.index,
        token=token.i,
        kind=kind,
        names=names,
        slots={name: tuple(t.i for t in tokens) for name, tokens in slots.items()},
        modality=modality,
        tense=tense(token),
        generic=is_generic(token),
        background=is_background(token),
        aside=any(t.dep_ == "relcl" for t in (token, *above)),
        attended=kind is PredicateKind.NOUN and is_attended(token),
        governors=tuple(a.i for a in above if a.pos_ in VERBAL or a.pos_ == "NOUN"),
    )
