"""Offices in the graph: when articles told them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.build import build_graph
from kg.graph.check import check_graph
from kg.graph.records import Edge
from kg.mentions.mention import Office
from kg.resolution.tellings import published_span
from tests.story import SCHEMA, Record, article, meeting

ROBINSON, ANNAN = "Mary Robinson/IE", "Kofi Annan/GH"
PUBLISHED = st.sampled_from([None, "1995", "1995-02", "1995-02-28", "1997-01-01", "1997-12", "2001-05-09"])


def told(own_id: str, published: str | None, title: str = "President", *, former: bool = False) -> Record:
    record, facts = article(own_id, meeting(ROBINSON, ANNAN), published=published, office=(ROBINSON, title, "IE"))
    entities = tuple(
        replace(entity, offices=(Office(title, "IE", former),)) if entity.offices else entity
        for entity in facts.entities
    )
    return record, replace(facts, entities=entities)


def offices(*records: Record) -> list[Edge]:
    graph = build_graph(records, SCHEMA)
    assert check_graph(graph, SCHEMA) == []
    return [edge for edge in graph.edges if edge.type == "HOLDS_OFFICE"]


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        (["1995-02-28", "1997-01-01", "1996"], "1995-02-28", "1997-01-01"),
        (["1995-02", "1995-02-03"], "1995-02", "1995-02"),
        (["1997", "1997-05-01", None], "1997", "1997"),
        (["1996-05-01"], "1996-05-01", "1996-05-01"),
        ([None, None], None, None),
    ],
)
def test_it_has_the_days_between_which_it_was_told(
    published: list[str | None], first: str | None, last: str | None
) -> None:
    [office] = offices(*(told(f"a{number}", day) for number, day in enumerate(published)))
    known = office.properties
    assert (known.get("told_first"), known.get("told_last"), known["n_articles"]) == (first, last, len(published))


def test_a_former_one_has_days_of_its_own_and_titles_differ_by_more_than_case() -> None:
    now, later, given_up = told("a", "1995"), told("b", "1996", "president"), told("c", "1999", former=True)
    found = sorted(offices(now, later, given_up), key=lambda edge: str(edge.properties["told_first"]))
    assert [(edge.properties["title"], edge.properties.get("former")) for edge in found] == [
        ("President", None),
        ("President", True),
    ]
    assert [edge.properties["told_last"] for edge in found] == ["1996", "1999"]


@given(st.lists(PUBLISHED, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_they_enclose_all_days_whatever_the_order(published: list[str | None], random: object) -> None:
    records = [told(f"a{number}", day) for number, day in enumerate(published)]
    [office] = offices(*records)
    random.shuffle(records)  # type: ignore[attr-defined]
    assert [office] == offices(*records)
    spans = [span for day in published if (span := published_span(day))]
    first, last = (office.properties.get(name) for name in ("told_first", "told_last"))
    assert (first is None) == (last is None) == (not spans)
    if spans:
        assert published_span(str(first))[0] == min(span[0] for span in spans)  # type: ignore[index]
        assert published_span(str(last))[1] == max(span[1] for span in spans)  # type: ignore[index]
