"""Mending the parse behind a place that opens the sentence: "In Victoria, X and Y held talks".

Small models join the subject to the place as if both were one list, or take the state that the place is in for one
more subject.
"""

from __future__ import annotations

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from kg.annotation.trees import hang

_WHERE = frozenset(get_string_id(word) for word in ("in", "at", "near", "outside"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def mend_fronted(doc: Doc) -> None:
    """Give, in place, the subject to its verb, and the state to the place that lies in it.

    Parameters
    ----------
    doc
        A parsed paragraph.
    """
    for index, (lower, start) in enumerate(doc.to_array(["LOWER", "SENT_START"]).tolist()):
        if (start == 1 or index == 0) and lower in _WHERE and doc[index].dep_ == "prep":
            _mend(doc[index])


def _mend(word: Token) -> None:
    verb = word.head
    place = next((c for c in word.children if c.dep_ == "pobj"), None)
    if place is None or place.ent_type_ not in _PLACES or verb.i < place.i or not _is_finite(verb):
        return
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i]
    if not subjects:
        swallowed = next((c for c in place.children if c.dep_ in ("conj", "appos") and c.ent_type_ == "PERSON"), None)
        if swallowed is not None and _is_after_comma(swallowed):
            hang(swallowed, verb, "nsubj")
    elif len(subjects) > 1 and subjects[0].ent_type_ in _PLACES and _is_after_comma(subjects[0]):
        hang(subjects[0], place, "appos")


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.children if c.dep_ in ("aux", "auxpass"))


def _is_after_comma(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text == ","
