"""What stands around an event noun, and who controls it."""

from __future__ import annotations

from kg.predicates.predicate import PredicateKind
from tests.predicates.sentences import predicate, slots


def test_between_names_both_sides() -> None:
    notation = (
        "Talks=talk:NNS:nsubj>ended between:IN:prep>Talks Rabin:NNP:pobj>between and:CC:cc>Rabin "
        "Arafat:NNP:conj>Rabin ended=end:VBD:ROOT"
    )
    assert slots(notation, "talk") == {"between": ["Rabin", "Arafat"]}
    assert predicate(notation, "talk").kind is PredicateKind.NOUN


def test_of_and_with_name_one_side_each() -> None:
    found = slots(
        "meeting:NN:nsubj>began of:IN:prep>meeting Heath:NNP:pobj>of with:IN:prep>meeting Pompidou:NNP:pobj>with "
        "began=begin:VBD:ROOT",
        "meeting",
    )
    assert found == {"of": ["Heath"], "with": ["Pompidou"]}


def test_parties_that_hang_on_what_is_done_count_too() -> None:
    found = slots(
        "signing:NN:nsubj>ended of:IN:prep>signing a:DT:det>treaty treaty:NN:pobj>of by:IN:prep>treaty "
        "Menem:NNP:pobj>by and:CC:cc>Menem Frei:NNP:conj>Menem ended=end:VBD:ROOT",
        "signing",
    )
    assert found["of"] == ["treaty"]
    assert found["by"] == ["Menem", "Frei"]


def test_the_owner_of_a_noun() -> None:
    found = slots(
        "Brandt:NNP:poss>visit 's:POS:case>Brandt visit:NN:nsubj>ended to:TO:prep>visit Poland:NNP:pobj>to "
        "ended=end:VBD:ROOT",
        "visit",
    )
    assert found == {"possessive": ["Brandt"], "to": ["Poland"]}


def test_all_owners_of_a_noun() -> None:
    found = slots(
        "Rabin:NNP:poss>visit and:CC:cc>Rabin Peres:NNP:conj>Rabin 's:POS:case>Peres visit:NN:nsubj>ended "
        "ended=end:VBD:ROOT",
        "visit",
    )
    assert found["possessive"] == ["Rabin", "Peres"]


def test_words_before_a_noun_and_before_those() -> None:
    found = slots(
        "US:NNP:compound>Vietnam -:HYPH:punct>Vietnam Vietnam:NNP:compound>talks trade:NN:compound>talks "
        "talks=talk:NNS:nsubj>resumed resumed=resume:VBD:ROOT",
        "talk",
    )
    assert found["compound"] == ["US", "Vietnam", "trade"]


def test_a_noun_with_what_modifies_it_is_a_name_too() -> None:
    found = predicate(
        "Carter:NNP:nsubj>had had=have:VBD:ROOT a:DT:det>call phone:NN:compound>call call:NN:dobj>had", "call"
    )
    assert found.names == ("call", "phone call")


# Controllers


def test_who_arrives_for_talks_controls_them() -> None:
    notation = (
        "Modi:NNP:nsubj>arrived arrived=arrive:VBD:ROOT in:IN:prep>arrived Tokyo:NNP:pobj>in for:IN:prep>arrived "
        "talks=talk:NNS:pobj>for with:IN:prep>talks Kishida:NNP:pobj>with"
    )
    assert slots(notation, "talk") == {"with": ["Kishida"], "controller": ["Modi"]}
    assert predicate(notation, "talk").governors == (1,)


def test_who_holds_a_meeting_controls_it() -> None:
    found = slots(
        "Lula:NNP:nsubj>held and:CC:cc>Lula Zuma:NNP:conj>Lula held=hold:VBD:ROOT meeting:NN:dobj>held",
        "meeting",
    )
    assert found["controller"] == ["Lula", "Zuma"]


def test_who_flies_on_for_talks_controls_them_through_coordination() -> None:
    found = slots(
        "Lula:NNP:nsubj>left left=leave:VBD:ROOT Oslo:NNP:dobj>left and:CC:cc>left went=go:VBD:conj>left "
        "home:RB:advmod>went for:IN:prep>went talks=talk:NNS:pobj>for",
        "talk",
    )
    assert found["controller"] == ["Lula"]


def test_who_reports_about_talks_does_not_control_them() -> None:
    found = slots(
        "Ash:NNP:nsubj>reported reported=report:VBD:ROOT about:IN:prep>reported talks=talk:NNS:pobj>about "
        "in:IN:prep>talks Oslo:NNP:pobj>in",
        "talk",
    )
    assert "controller" not in found


def test_a_meeting_that_somebody_had_with_somebody() -> None:
    found = slots(
        "Reporters=reporter:NNS:nsubj>described described=describe:VBD:ROOT the:DT:det>meeting "
        "meeting:NN:dobj>described that:WDT:dobj>had Mbeki:NNP:nsubj>had had=have:VBD:relcl>meeting "
        "with:IN:prep>had Blair:NNP:pobj>with",
        "meeting",
    )
    assert found["controller"] == ["Mbeki"]
    assert found["with"] == ["Blair"]


def test_a_trip_that_somebody_called_off_is_that_one_s() -> None:
    found = slots(
        "She:PRP:nsubj>described described=describe:VBD:ROOT a:DT:det>trip trip:NN:dobj>described to:TO:prep>trip "
        "Chile:NNP:pobj>to that:WDT:dobj>called Frei:NNP:nsubj>called called=call:VBD:relcl>trip off:RP:prt>called",
        "trip",
    )
    assert found == {"to": ["Chile"], "controller": ["Frei"]}


def test_a_clause_about_the_meeting_itself_brings_no_controller() -> None:
    found = slots(
        "Zuma:NNP:nsubj>left left=leave:VBD:ROOT the:DT:det>meeting meeting:NN:dobj>left that:WDT:nsubj>began "
        "began=begin:VBD:relcl>meeting",
        "meeting",
    )
    assert found["controller"] == ["Zuma"]
