"""Nobody visits the one who is visiting."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from kg.annotation.guests import mend_guests

VOCAB = English().vocab


def _parsed(rows: list[tuple[str, str, str, int, str]], person: tuple[int, int]) -> Doc:
    words, pos, tags, heads, deps = map(list, zip(*rows, strict=True))
    doc = Doc(VOCAB, words=words, pos=pos, tags=tags, heads=heads, deps=deps)
    doc.ents = [Span(doc, *person, label="PERSON")]
    return doc


MET = [
    ("Hu", "PROPN", "NNP", 1, "nsubj"),
    ("met", "VERB", "VBD", 1, "ROOT"),
    ("visiting", "VERB", "VBG", 1, "advcl"),
    ("Kenyan", "ADJ", "JJ", 4, "amod"),
    ("Kibaki", "PROPN", "NNP", 2, "dobj"),
    ("here", "ADV", "RB", 2, "advmod"),
]


def test_a_guest_is_the_object_of_the_verb_before() -> None:
    doc = _parsed(MET, (4, 5))
    mend_guests(doc)
    assert (doc[4].head, doc[4].dep_) == (doc[1], "dobj")
    assert (doc[2].head, doc[2].dep_) == (doc[4], "amod")
    assert doc[5].head == doc[1]


def test_a_guest_is_coordinated_with_the_name_before_and() -> None:
    doc = _parsed(
        [
            ("Hu", "PROPN", "NNP", 4, "nsubj"),
            ("and", "CCONJ", "CC", 0, "cc"),
            ("visiting", "VERB", "VBG", 0, "conj"),
            ("Kibaki", "PROPN", "NNP", 2, "dobj"),
            ("met", "VERB", "VBD", 4, "ROOT"),
        ],
        (3, 4),
    )
    mend_guests(doc)
    assert (doc[3].head, doc[3].dep_) == (doc[0], "conj")


@pytest.mark.parametrize("word", ["is", "after"])
def test_who_visits_somebody_visits_him(word: str) -> None:
    label = ("AUX", "VBZ", "aux") if word == "is" else ("ADP", "IN", "mark")
    doc = _parsed(
        [
            ("Hu", "PROPN", "NNP", 2, "nsubj"),
            (word, label[0], label[1], 2, label[2]),
            ("visiting", "VERB", "VBG", 2, "ROOT"),
            ("Kibaki", "PROPN", "NNP", 2, "dobj"),
        ],
        (3, 4),
    )
    mend_guests(doc)
    assert doc[3].head == doc[2]


def _opening(title: bool) -> Doc:
    rows = [
        ("Visiting", "VERB", "VBG", 3, "csubj"),
        ("Kenyan", "ADJ", "JJ", 2, "amod"),
        ("Kibaki", "PROPN", "NNP", 0, "dobj"),
        ("met", "VERB", "VBD", 3, "ROOT"),
        ("Hu", "PROPN", "NNP", 3, "dobj"),
    ]
    return _parsed(rows, (2 if title else 1, 3))


def test_a_guest_who_opens_the_sentence_is_its_subject() -> None:
    doc = _opening(title=True)
    mend_guests(doc)
    assert (doc[2].head, doc[2].dep_) == (doc[3], "nsubj")
    assert (doc[0].head, doc[0].dep_) == (doc[2], "amod")


def test_visiting_a_bare_name_may_be_the_subject() -> None:
    doc = _opening(title=False)
    mend_guests(doc)
    assert (doc[0].head, doc[0].dep_) == (doc[3], "csubj")
