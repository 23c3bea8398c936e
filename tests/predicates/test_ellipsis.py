"""Clauses without a verb of their own, and those who only look on."""

from __future__ import annotations

import pytest

from kg.predicates.find import predicates
from kg.predicates.predicate import Modality, Predicate
from tests.predicates.sentences import named_slots, parsed

SIGNED = "Ghana:NNP:nsubj>signed signed=sign:VBD:ROOT pact:NN:dobj>signed in:IN:prep>signed Accra:NNP:pobj>in "


def _of(notation: str, *lemmas: str) -> list[Predicate]:
    return list(predicates(parsed(notation), set(lemmas)))


@pytest.mark.parametrize(
    "clause",
    [
        "and:CC:cc>signed Togo:NNP:nsubj>did did=do:VBD:conj>signed so:RB:advmod>did",
        "as:IN:mark>did did=do:VBD:advcl>signed Togo:NNP:nsubj>did",
        "and:CC:cc>signed so:RB:advmod>did did=do:VBD:conj>signed Togo:NNP:dobj>did",
        "and:CC:cc>signed Togo:NNP:nsubj>followed followed=follow:VBD:conj>signed suit:NN:dobj>followed",
    ],
)
def test_a_clause_that_stands_for_another_has_its_own_subject_and_the_others_object(clause: str) -> None:
    first, second = named_slots(parsed(SIGNED + clause), {"sign"})
    assert first["subject"] == ["Ghana"]
    assert second["subject"] == ["Togo"]
    assert second["object"] == ["pact"]


def test_what_others_did_not_is_denied_of_them() -> None:
    _, second = _of(
        SIGNED + "and:CC:cc>signed Togo:NNP:nsubj>did did=do:VBD:conj>signed not:RB:neg>did",
        "sign",
    )
    assert second.names == ("sign",)
    assert second.modality is Modality.NEGATED


def test_the_verb_may_stand_in_the_paragraph_before() -> None:
    before = parsed(SIGNED)
    [found] = predicates(parsed("Togo:NNP:nsubj>did did=do:VBD:ROOT not:RB:neg>did"), {"sign"}, before)
    assert found.names == ("sign",)
    assert set(found.slots) == {"subject"}


def test_a_verb_that_means_itself_stands_for_no_other() -> None:
    own = "and:CC:cc>signed Togo:NNP:nsubj>ratify did=do:VBD:aux>ratify not:RB:neg>ratify ratify:VB:conj>signed"
    assert len(_of(SIGNED + own, "sign")) == 1


def test_who_had_refused_did_not_only_sign() -> None:
    """After "Ghana agreed to sign" it is not told what Togo did not do."""
    notation = (
        "Ghana:NNP:nsubj>agreed agreed=agree:VBD:ROOT to:TO:aux>sign sign:VB:xcomp>agreed and:CC:cc>agreed "
        "Togo:NNP:nsubj>did did=do:VBD:conj>agreed not:RB:neg>did"
    )
    assert len(_of(notation, "sign")) == 1


def test_a_gapped_clause_has_subject_and_object_of_its_own() -> None:
    notation = (
        "Ghana:NNP:nsubj>signed signed=sign:VBD:ROOT pact:NN:dobj>signed and:CC:cc>signed "
        "Togo:NNP:conj>signed a:DT:det>accord accord:NN:dobj>Togo"
    )
    assert named_slots(parsed(notation), {"sign"})[1] == {"subject": ["Togo"], "object": ["accord"]}


def test_an_apposition_is_no_gapped_object() -> None:
    notation = (
        "Ghana:NNP:nsubj>signed signed=sign:VBD:ROOT pact:NN:dobj>signed and:CC:cc>signed "
        "Togo:NNP:conj>signed ,:,:punct>Togo a:DT:det>neighbour neighbour:NN:appos>Togo"
    )
    assert len(_of(notation, "sign")) == 1


@pytest.mark.parametrize(
    "part",
    [
        "as:IN:prep>Annan witness:NN:pobj>as",
        "looking=look:VBG:advcl>signed on:IN:prep>looking",
    ],
)
def test_those_who_look_on_are_not_with_the_others(part: str) -> None:
    notation = SIGNED + f"with:IN:prep>signed Annan:NNP:pobj>with {part}"
    assert "with" not in named_slots(parsed(notation), {"sign"})[0]


def test_agents_may_be_named_one_by_one() -> None:
    notation = (
        "Pact:NN:nsubjpass>signed was=be:VBD:auxpass>signed signed=sign:VBN:ROOT by:IN:agent>signed "
        "Annan:NNP:pobj>by for:IN:prep>signed Ghana:NNP:pobj>for and:CC:cc>Ghana by:IN:conj>Ghana "
        "Gusmao:NNP:pobj>by^2"
    )
    assert named_slots(parsed(notation), {"sign"})[0]["subject"] == ["Annan", "Gusmao"]


def test_who_is_joined_in_something_does_it_too() -> None:
    notation = (
        "Annan:NNP:nsubj>joined joined=join:VBD:ROOT Gusmao:NNP:dobj>joined in:IN:prep>joined "
        "signing=sign:VBG:pcomp>in pact:NN:dobj>signing"
    )
    assert named_slots(parsed(notation), {"sign"})[0]["subject"] == ["Annan", "Gusmao"]
