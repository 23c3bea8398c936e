"""Which verbs are worth reading, told at a glance."""

from __future__ import annotations

import pytest

from kg.events.triggers import TriggerIndex
from kg.pipeline.extraction import Extractor
from tests.predicates.sentences import parsed

HAD = "Rau:NNP:nsubj>had had=have:VBD:ROOT a:DT:det>{0} {0}:NN:dobj>had with:IN:prep>had Havel:NNP:pobj>with"


@pytest.fixture(scope="module")
def index(extractor: Extractor) -> TriggerIndex:
    return TriggerIndex(extractor.schema)


@pytest.mark.parametrize(("noun", "expected"), [("breakfast", True), ("grudge", False)])
def test_a_light_verb_needs_its_noun(index: TriggerIndex, noun: str, expected: bool) -> None:
    verb = parsed(HAD.format(noun)).doc[1]
    assert index.may_evoke(verb, {noun, "have"}) is expected


def test_who_is_something_is_nowhere(index: TriggerIndex) -> None:
    here = parsed("Rau:NNP:nsubj>was was=be:VBD:ROOT in:IN:prep>was Prague:NNP:pobj>in").doc[1]
    someone = parsed("Rau:NNP:nsubj>was was=be:VBD:ROOT president:NN:attr>was in:IN:prep>was May:NNP:pobj>in").doc[1]
    assert index.may_evoke(here, set())
    assert not index.may_evoke(someone, set())
