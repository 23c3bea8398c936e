"""Habits, steps back from the story, and tense."""

from __future__ import annotations

import pytest

from kg.predicates.predicate import Tense
from tests.predicates.sentences import predicate

GENERIC = {
    "often": "Leaders=leader:NNS:nsubj>meet often:RB:advmod>meet meet:VBP:ROOT in:IN:prep>meet Davos:NNP:pobj>in",
    "rarely": "They:PRP:nsubj>meet rarely:RB:advmod>meet meet:VBP:ROOT",
}


@pytest.mark.parametrize("notation", GENERIC.values(), ids=GENERIC)
def test_a_habit_is_generic(notation: str) -> None:
    assert predicate(notation, "meet").generic


@pytest.mark.parametrize(("word", "generic"), [("every", True), ("any", True), ("the", False), ("this", False)])
def test_a_noun_of_every_kind_is_generic(word: str, generic: bool) -> None:
    notation = f"{word}:DT:det>visit visit:NN:nsubj>helps helps=help:VBZ:ROOT"
    assert predicate(notation, "visit").generic is generic


BACKGROUND = {
    "had met": ("Mugabe:NNP:nsubj>met had=have:VBD:aux>met met=meet:VBN:ROOT Botha:NNP:dobj>met", True),
    "has never met": ("He:PRP:nsubj>met has=have:VBZ:aux>met never:RB:neg>met met=meet:VBN:ROOT", True),
    "met": ("Mugabe:NNP:nsubj>met met=meet:VBD:ROOT Botha:NNP:dobj>met", False),
    "after they met": (
        "Botha:NNP:nsubj>left left=leave:VBD:ROOT after:IN:mark>met they:PRP:nsubj>met met=meet:VBD:advcl>left",
        True,
    ),
    "because they met": (
        "Botha:NNP:nsubj>left left=leave:VBD:ROOT because:IN:mark>met they:PRP:nsubj>met met=meet:VBD:advcl>left",
        False,
    ),
}


@pytest.mark.parametrize(("notation", "background"), BACKGROUND.values(), ids=BACKGROUND)
def test_what_steps_back_from_the_story_is_background(notation: str, background: bool) -> None:
    assert predicate(notation, "meet").background is background


def test_a_noun_is_background_with_its_verb() -> None:
    notation = "Mugabe:NNP:nsubj>held had=have:VBD:aux>held held=hold:VBN:ROOT talks=talk:NNS:dobj>held"
    assert predicate(notation, "talk").background


TENSES = {
    "met": ("Mugabe:NNP:nsubj>met met=meet:VBD:ROOT", Tense.PAST),
    "meets": ("Mugabe:NNP:nsubj>meets meets=meet:VBZ:ROOT", Tense.PRESENT),
    "is meeting": ("Mugabe:NNP:nsubj>meeting is=be:VBZ:aux>meeting meeting=meet:VBG:ROOT", Tense.PRESENT),
    "will meet": ("Mugabe:NNP:nsubj>meet will:MD:aux>meet meet:VB:ROOT", Tense.FUTURE),
    "has met": ("Mugabe:NNP:nsubj>met has=have:VBZ:aux>met met=meet:VBN:ROOT", Tense.PAST),
    "wanted to meet": ("Mugabe:NNP:nsubj>wanted wanted=want:VBD:ROOT to:TO:aux>meet meet:VB:xcomp>wanted", Tense.PAST),
    "to meet": ("Mugabe:NNP:nsubj>meet to:TO:aux>meet meet:VB:ROOT", Tense.NONE),
}


@pytest.mark.parametrize(("notation", "tense"), TENSES.values(), ids=TENSES)
def test_the_tense_is_that_of_the_clause(notation: str, tense: Tense) -> None:
    assert predicate(notation, "meet").tense is tense


def test_a_noun_has_the_tense_of_its_clause_and_none_in_a_verbless_headline() -> None:
    assert predicate("Talks=talk:NNS:nsubj>ended ended=end:VBD:ROOT", "talk").tense is Tense.PAST
    assert predicate("Rabin:NNP:compound>talks talks=talk:NNS:ROOT", "talk").tense is Tense.NONE
