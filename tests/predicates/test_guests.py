"""People told to be somewhere without a verb of going, and what a noun is said to be."""

from __future__ import annotations

from kg.predicates.find import predicates
from tests.predicates.sentences import parsed, slots

VISITING = (
    "Visiting=visit:VBG:{dep}>{head} President:NNP:compound>Havel Havel:NNP:nsubj>said said=say:VBD:ROOT "
    "in:IN:prep>said Lisbon:NNP:pobj>in"
)


def test_visiting_before_a_name_is_no_verb() -> None:
    notation = VISITING.format(dep="amod", head="Havel")
    assert slots(notation, "visit") == {"subject": ["Havel"], "in": ["Lisbon"]}


def test_so_it_is_where_the_parser_takes_it_for_a_clause() -> None:
    notation = VISITING.format(dep="csubj", head="said")
    assert slots(notation, "visit") == {"subject": ["Havel"], "in": ["Lisbon"]}


def test_who_meets_a_guest_is_the_host() -> None:
    notation = (
        "Sampaio:NNP:nsubj>met met=meet:VBD:ROOT visiting=visit:VBG:amod>Havel President:NNP:compound>Havel "
        "Havel:NNP:dobj>met"
    )
    assert slots(notation, "visit") == {"subject": ["Havel"], "host": ["Sampaio"]}


def test_visiting_a_place_is_a_verb() -> None:
    notation = (
        "Visiting=visit:VBG:advcl>spoke Lisbon:NNP:dobj>Visiting ,:,:punct>spoke Havel:NNP:nsubj>spoke "
        "spoke=speak:VBD:ROOT"
    )
    assert slots(notation, "visit") == {"subject": ["Havel"], "object": ["Lisbon"]}


def test_a_name_between_commas_is_somewhere() -> None:
    notation = (
        "Havel:NNP:nsubj>spoke ,:,:punct>Havel in:IN:prep>Havel Lisbon:NNP:pobj>in ,:,:punct>Havel spoke=speak:VBD:ROOT"
    )
    [stay] = list(predicates(parsed(notation), {"be"}))
    assert stay.names == ("be",)
    assert dict(stay.slots) == {"subject": (0,), "in": (3,)}
    assert not list(predicates(parsed(notation), {"visit"}))


def test_a_stop_is_the_place_that_it_is_said_to_be() -> None:
    notation = "Lisbon:NNP:nsubj>was was=be:VBD:ROOT the:DT:det>stop stop:NN:attr>was"
    assert slots(notation, "stop")["identity"] == ["Lisbon"]
    notation = "the:DT:det>stop stop:NN:nsubj>was was=be:VBD:ROOT Lisbon:NNP:attr>was"
    assert slots(notation, "stop")["identity"] == ["Lisbon"]


def test_a_leg_has_the_owner_of_the_journey() -> None:
    notation = (
        "the:DT:det>leg leg:NN:nsubj>ended of:IN:prep>leg Havel:NNP:poss>tour 's:POS:case>Havel tour:NN:pobj>of "
        "ended=end:VBD:ROOT"
    )
    assert slots(notation, "leg")["owner"] == ["Havel"]
