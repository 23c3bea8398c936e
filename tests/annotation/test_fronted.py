"""A place that opens the sentence takes nobody from the verb, and the state behind it does nothing."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc, Span

from kg.annotation.fronted import mend_fronted

VOCAB = English().vocab


def _parsed(words: str, tags: list[str], heads: list[int], deps: list[str], ents: dict[int, str]) -> Doc:
    doc = Doc(VOCAB, words=words.split(), tags=tags, heads=heads, deps=deps)
    doc.ents = [Span(doc, at, at + 1, label=label) for at, label in ents.items()]
    return doc


def _swallowed(second: str) -> Doc:
    return _parsed(
        f"In Riga , {second} and Putin met",
        ["IN", "NNP", ",", "NNP", "CC", "NNP", "VBD"],
        [6, 0, 1, 1, 3, 3, 6],
        ["prep", "pobj", "punct", "conj", "cc", "conj", "ROOT"],
        {1: "GPE", 3: "PERSON" if second == "Ulmanis" else "GPE", 5: "PERSON"},
    )


def test_who_stands_behind_the_place_is_the_subject() -> None:
    doc = _swallowed("Ulmanis")
    mend_fronted(doc)
    assert (doc[3].head, doc[3].dep_) == (doc[6], "nsubj")
    assert doc[5].head == doc[3]


def test_a_list_of_places_stays_one() -> None:
    doc = _swallowed("Vilnius")
    mend_fronted(doc)
    assert (doc[3].head, doc[3].dep_) == (doc[1], "conj")


def test_the_state_is_where_the_place_is() -> None:
    doc = _parsed(
        "In Lome , Togo , Clinton met Eyadema",
        ["IN", "NNP", ",", "NNP", ",", "NNP", "VBD", "NNP"],
        [6, 0, 6, 6, 6, 6, 6, 6],
        ["prep", "pobj", "punct", "nsubj", "punct", "nsubj", "ROOT", "dobj"],
        {1: "GPE", 3: "GPE", 5: "PERSON", 7: "PERSON"},
    )
    mend_fronted(doc)
    assert (doc[3].head, doc[3].dep_) == (doc[1], "appos")
    assert (doc[5].head, doc[5].dep_) == (doc[6], "nsubj")


def test_a_state_alone_may_act() -> None:
    doc = _parsed(
        "In Lome , Togo signed",
        ["IN", "NNP", ",", "NNP", "VBD"],
        [4, 0, 4, 4, 4],
        ["prep", "pobj", "punct", "nsubj", "ROOT"],
        {1: "GPE", 3: "GPE"},
    )
    mend_fronted(doc)
    assert (doc[3].head, doc[3].dep_) == (doc[4], "nsubj")
