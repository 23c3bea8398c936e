"""Clusters of reports as events: who is left once states go where their people are."""

from __future__ import annotations

import pytest

from kg.corpus.article import Field
from kg.events.assemble import is_whole
from kg.events.compatible import Cluster
from kg.events.facts import Filler, Status
from kg.mentions.mention import COUNTRY, PERSON, LocalEntity
from kg.pipeline.extraction import Extractor

ENTITIES = {
    "Person:Sali Berisha": LocalEntity("Person:Sali Berisha", PERSON, "Sali Berisha", country="AL"),
    "Country:AL": LocalEntity("Country:AL", COUNTRY, "AL", country="AL"),
    "Country:GR": LocalEntity("Country:GR", COUNTRY, "GR", country="GR"),
}


@pytest.mark.parametrize(
    ("actors", "whole"),
    [
        (("Person:Sali Berisha", "Country:GR"), True),
        (("Person:Sali Berisha", "Country:AL"), False),  # he is Albania
        (("Person:Sali Berisha",), False),
        (("Country:AL", "Country:GR"), True),
    ],
)
def test_a_meeting_needs_two(extractor: Extractor, actors: tuple[str, ...], whole: bool) -> None:
    fillers = {key: Filler("participant", key, Field.TEXT, i, i + 1) for i, key in enumerate(actors)}
    cluster = Cluster([0], "Meeting", fillers, None, Status.OCCURRED)
    assert is_whole(cluster, ENTITIES, extractor.schema.events["Meeting"]) is whole
