from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.article import Field
from kg.events.confidence import confidence, features_of, with_confidence
from kg.events.confidence_weights import WEIGHTS
from kg.events.facts import EntityMention, Facts, Filler, LocalEvent, Reason, Rejected, Report, Status, When
from kg.mentions.dates.date_mention import Basis, Precision

# Lee met Ek. They often meet.
LEE = Filler("participant", "Person:Ann Lee", Field.TEXT, 0, 3)
EK = Filler("participant", "Person:Bo Ek", Field.TEXT, 8, 10)
DAY = When(dt.date(1999, 5, 3), dt.date(1999, 5, 3), Precision.DAY, Basis.EXPLICIT, "1999-05-03", "3 May 1999")
REPORT = Report(
    "Meeting", (LEE, EK), Field.TEXT, 0, 11, 4, 7, "Meeting/1", Status.OCCURRED, DAY, None, None, False, 1.0
)
EVENT = LocalEvent("Meeting", (LEE, EK), Status.OCCURRED, DAY, None, None, False, 1.0, (0,), 0)
NAMED = tuple(EntityMention(filler.entity, filler.field, filler.start, filler.end) for filler in (LEE, EK))
FACTS = Facts("a", None, (), NAMED, (), (), (REPORT,), (EVENT,), ())


def test_a_plain_event() -> None:
    [row] = features_of(FACTS)
    told = {name for name, value in row.items() if value}
    assert told == {"type_Meeting", "certainty"}
    assert with_confidence(FACTS).events[0].confidence == confidence(row)
    assert with_confidence(FACTS).reports == FACTS.reports


def test_what_makes_an_event_less_sure() -> None:
    [row] = features_of(replace(FACTS, mentions=NAMED[:1], events=(replace(EVENT, when=None),)))
    assert (row["not_by_name"], row["undated"]) == (0.5, 1)
    rejected = Rejected("Meeting", Reason.GENERIC, "Meeting/1", Field.TEXT, 4, 7)
    elsewhere = replace(rejected, start=22, end=26)
    [row] = features_of(replace(FACTS, rejected=(rejected, elsewhere)))
    assert 0.6 < row["other_candidates"] < 0.7
    they = tuple(replace(filler, start=12, end=16) for filler in (LEE, EK))
    [row] = features_of(replace(FACTS, events=(replace(EVENT, fillers=they),)))
    assert (row["in_group"], row["elsewhere"], row["not_by_name"]) == (1, 1, 1)
    partial = replace(REPORT, fillers=(LEE,), field=Field.TITLE)
    [row] = features_of(replace(FACTS, reports=(partial,)))
    assert (row["never_together"], row["title_only"], row["in_title"]) == (1, 1, 1)


def test_many_reports() -> None:
    told = (REPORT, replace(REPORT, status=Status.PLANNED, field=Field.TITLE))
    [row] = features_of(replace(FACTS, reports=told, events=(replace(EVENT, reports=(0, 1)),)))
    assert (row["statuses_differ"], row["in_title"], row["title_only"]) == (1, 1, 0)
    assert row["reports"] > 0


@given(st.dictionaries(st.sampled_from([*WEIGHTS, "another"]), st.floats(-5, 5)))
def test_it_is_a_probability(features: dict[str, float]) -> None:
    assert 0 <= confidence(features) <= 1
