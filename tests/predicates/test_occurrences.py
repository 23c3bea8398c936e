"""A segment that is read several times gives the same predicates as one that is read anew."""

from __future__ import annotations

from kg.predicates.find import predicates
from kg.predicates.occurrences import occurrences
from tests.predicates.sentences import parsed

NOTATION = (
    "Havel:NNP:nsubj>met met=meet:VBD:ROOT Rau:NNP:dobj>met and:CC:cc>met dined=din:VBD:conj>met in:IN:prep>dined "
    "Prague:NNP:pobj>in"
)


def test_reading_again_gives_the_same() -> None:
    segment = parsed(NOTATION)
    known = occurrences(segment.doc)
    first = list(predicates(segment, {"meet"}, known=known))
    again = list(predicates(segment, {"meet", "dine"}, known=known))
    assert again == list(predicates(parsed(NOTATION), {"meet", "dine"}))
    assert first == again[:1]


def test_a_word_is_found_by_its_base_form_its_letters_and_an_e_that_was_cut_off() -> None:
    known = occurrences(parsed(NOTATION).doc)
    assert sorted(known.of({"meet", "prague", "dine"})) == [1, 4, 6]
    assert not known.of({"met", "Prague"}) - {1}


def test_a_verb_that_is_not_worth_it_is_not_read() -> None:
    found = predicates(parsed(NOTATION), {"meet", "dine"}, worth=lambda verb: verb.lemma_ == "dine")
    assert [one.names for one in found] == [("dine",)]
