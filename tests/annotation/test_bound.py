"""Where somebody heads for is no subject of what he is to do there."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from kg.annotation.bound import mend_bound

VOCAB = English().vocab


def _parsed(verb: str, lemma: str, place: str) -> Doc:
    words = ["X", verb, "for", "Beirut", "to", "meet", "Y"]
    deps = ["nsubj", "ROOT", "mark", "nsubj", "aux", "advcl", "dobj"]
    tags = ["NNP", "VBD", "IN", "NNP", "TO", "VB", "NNP"]
    doc = Doc(VOCAB, words=words, tags=tags, heads=[1, 1, 5, 5, 5, 1, 5], deps=deps)
    doc[1].lemma_ = lemma
    doc.ents = [Span(doc, 3, 4, label=place)]
    return doc


def test_the_place_hangs_on_the_verb_of_leaving() -> None:
    doc = _parsed("headed", "head", "GPE")
    mend_bound(doc)
    assert (doc[2].head, doc[2].dep_) == (doc[1], "prep")
    assert (doc[3].head, doc[3].dep_) == (doc[2], "pobj")


@pytest.mark.parametrize(("verb", "lemma", "place"), [("called", "call", "GPE"), ("left", "leave", "PERSON")])
def test_others_may_do_it_themselves(verb: str, lemma: str, place: str) -> None:
    doc = _parsed(verb, lemma, place)
    mend_bound(doc)
    assert (doc[3].head, doc[3].dep_) == (doc[5], "nsubj")
