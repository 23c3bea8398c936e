"""What the two seed articles must give (the table at the end of MODEL.md), as they are and with all names exchanged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.corpus.article import Article
from kg.events.facts import Facts, LocalEvent, Status
from kg.graph.build import build_graph
from kg.graph.records import Edge, Graph, Node
from kg.mentions.mention import COUNTRY, PERSON
from kg.pipeline.extraction import Extractor
from tests.acceptance.worlds import WORLDS, Span, World

pytestmark = pytest.mark.shared


@dataclass(frozen=True)
class Story:
    """One article of a world, what was extracted from it, and the graph of it alone."""

    world: World
    article: Article
    facts: Facts
    graph: Graph

    def events(self, kind: str) -> list[LocalEvent]:
        return [event for event in self.facts.events if event.type == kind]

    def event(self, kind: str, *, when: Span | None, **roles: str) -> LocalEvent:
        """The only event of a type and date with these role fillers."""
        wanted = {(role.rstrip("_"), key) for role, key in roles.items()}
        found = [e for e in self.events(kind) if _span(e) == when and {(f.role, f.entity) for f in e.fillers} == wanted]
        assert len(found) == 1, [(e.type, e.status, e.when, [f.entity for f in e.fillers]) for e in self.facts.events]
        return found[0]

    def together(self, kind: str, *, when: Span) -> LocalEvent:
        """The only event of a type and date; both leaders and nobody else take part, in whatever role."""
        found = [event for event in self.events(kind) if _span(event) == when]
        assert len(found) == 1, [(e.type, e.status, e.when, [f.entity for f in e.fillers]) for e in self.facts.events]
        assert {f.entity for f in found[0].fillers} == {f"Person:{self.world.host}", f"Person:{self.world.guest}"}
        return found[0]

    def people(self) -> dict[str, str | None]:
        return {e.name: e.country for e in self.facts.entities if e.type == PERSON}

    def edges(self, kind: str) -> list[Edge]:
        return [edge for edge in self.graph.edges if edge.type == kind]

    def node(self, own_id: str) -> Node:
        return next(node for node in self.graph.nodes if node.id == own_id)

    def called(self, own_id: str) -> str:
        """Name of a node, of a country its code."""
        node = self.node(own_id)
        return own_id.split(":")[-1].upper() if COUNTRY in node.labels else str(node.properties["name"])

    def told(self, kind: str) -> set[tuple[str, str, str, str | None, str | None]]:
        """The projected edges of a type: between whom, status and dates."""
        return {
            (self.called(e.head), self.called(e.tail), str(e.properties["status"]),
             _text(e.properties.get("start")), _text(e.properties.get("end")))
            for e in self.edges(kind)
        }  # fmt: skip


def _span(event: LocalEvent) -> Span | None:
    return (event.when.first, event.when.last) if event.when else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _iso(span: Span) -> tuple[str, str]:
    first, last = span
    return first.isoformat(), last.isoformat()


def _stories(number: str, shared: Path, extractor: Extractor) -> dict[str, Story]:
    [path] = (shared / "seeds").glob(f"{number}_*.txt")
    original = path.read_text(encoding="utf-8")
    articles = [Article(f"{number} {world.name}", world.tell(original)) for world in WORLDS]
    facts = list(extractor.extract(articles))
    return {
        world.name: Story(world, article, told, build_graph([(article, told)], extractor.schema))
        for world, article, told in zip(WORLDS, articles, facts, strict=True)
    }


@pytest.fixture(scope="module")
def first_stories(shared: Path, extractor: Extractor) -> dict[str, Story]:
    return _stories("000", shared, extractor)


@pytest.fixture(scope="module")
def second_stories(shared: Path, extractor: Extractor) -> dict[str, Story]:
    return _stories("004", shared, extractor)


@pytest.fixture(params=[world.name for world in WORLDS])
def visit_planned(request: pytest.FixtureRequest, first_stories: dict[str, Story]) -> Story:
    """The article about a visit to come."""
    return first_stories[request.param]


@pytest.fixture(params=[world.name for world in WORLDS])
def document_signed(request: pytest.FixtureRequest, second_stories: dict[str, Story]) -> Story:
    """The article about a document that was signed."""
    return second_stories[request.param]


# The article about a visit to come


def test_its_first_line_gives_the_publication_date(visit_planned: Story) -> None:
    assert visit_planned.facts.published == visit_planned.world.published


def test_its_people_and_countries(visit_planned: Story) -> None:
    world = visit_planned.world
    assert visit_planned.people() == {world.host: world.host_state, world.guest: world.guest_state}
    assert visit_planned.facts.countries == tuple(sorted((world.host_state, world.guest_state)))


def test_its_offices(visit_planned: Story) -> None:
    world = visit_planned.world
    offices = {
        (visit_planned.called(e.head), str(e.properties["title"]), visit_planned.called(e.tail))
        for e in visit_planned.edges("HOLDS_OFFICE")
    }
    assert offices == {(world.host, "President", world.host_state), (world.guest, "President", world.guest_state)}


def test_the_visit_is_planned_for_the_narrower_date(visit_planned: Story) -> None:
    world = visit_planned.world
    visit = visit_planned.event(
        "Visit", when=world.visit, visitor=f"Person:{world.host}", destination=f"Country:{world.guest_state}"
    )
    assert visit.status is Status.PLANNED


def test_the_talks_are_planned_with_the_visit(visit_planned: Story) -> None:
    assert visit_planned.together("Meeting", when=visit_planned.world.visit).status is Status.PLANNED
    assert len(visit_planned.events("Meeting")) == 1


def test_the_guest_s_tour_is_a_plan_without_a_date(visit_planned: Story) -> None:
    world = visit_planned.world
    tour = visit_planned.event(
        "Visit", when=None, visitor=f"Person:{world.guest}", destination=f"Place:{world.continent}"
    )
    assert tour.status is Status.PLANNED


def test_its_edges(visit_planned: Story) -> None:
    world = visit_planned.world
    when = _iso(world.visit)
    assert visit_planned.told("VISITS") == {
        (world.host, world.guest_state, "planned", *when),
        (world.guest, world.continent, "planned", None, None),
    }
    [met] = visit_planned.told("MEETS")
    assert {met[0], met[1]} == {world.host, world.guest}
    assert met[2:] == ("planned", *when)
    assert not visit_planned.edges("SIGNS")
    assert not visit_planned.edges("CALLS")


# The article about a document that was signed


def test_there_is_no_publication_date(document_signed: Story) -> None:
    assert document_signed.facts.published is None


def test_the_people_and_countries(document_signed: Story) -> None:
    world = document_signed.world
    assert document_signed.people() == {world.host: world.host_state, world.guest: world.guest_state}
    assert document_signed.facts.countries == tuple(sorted((world.host_state, world.guest_state, world.third_state)))


def test_a_document_was_signed_at_the_seat_of_power(document_signed: Story) -> None:
    world = document_signed.world
    signing = document_signed.together("Signing", when=world.signing)
    assert signing.status is Status.OCCURRED
    assert signing.location is not None
    assert signing.location.text == world.seat
    assert signing.location.country == world.host_state


def test_the_headline_is_a_report_of_the_signing(document_signed: Story) -> None:
    signing = document_signed.together("Signing", when=document_signed.world.signing)
    starts = [document_signed.facts.reports[number].start for number in signing.reports]
    assert 0 in starts
    assert len(document_signed.events("Signing")) == 2


def test_the_year_is_the_first_that_fits_the_weekday(document_signed: Story) -> None:
    day, _ = document_signed.world.signing
    earlier, _ = document_signed.world.earlier_signing
    fitting = [
        y for y in range(earlier.year, day.year + 1) if dt.date(y, day.month, day.day).weekday() == day.weekday()
    ]
    assert fitting == [day.year]


def test_another_document_was_signed_before(document_signed: Story) -> None:
    signing = document_signed.together("Signing", when=document_signed.world.earlier_signing)
    assert signing.status is Status.OCCURRED
    assert signing.document is not None
    assert "boundless partnership" in signing.document


def test_the_leaders_met_where_they_signed(document_signed: Story) -> None:
    world = document_signed.world
    meeting = document_signed.together("Meeting", when=world.signing)
    assert meeting.status is Status.OCCURRED
    assert meeting.location is not None
    assert meeting.location.text == world.seat
    assert len(document_signed.events("Meeting")) == 1


def test_the_guest_s_visit_is_dated_by_the_eve_of_the_feast(document_signed: Story) -> None:
    world = document_signed.world
    visit = document_signed.event(
        "Visit", when=world.signing, visitor=f"Person:{world.guest}", destination=f"Country:{world.host_state}"
    )
    assert visit.status is Status.OCCURRED
    assert visit.location is not None
    assert visit.location.text == world.capital
    assert len(document_signed.events("Visit")) == 1


def test_the_edges(document_signed: Story) -> None:
    world = document_signed.world
    assert document_signed.told("VISITS") == {(world.guest, world.host_state, "occurred", *_iso(world.signing))}
    [met] = document_signed.told("MEETS")
    assert {met[0], met[1]} == {world.host, world.guest}
    assert met[2:] == ("occurred", *_iso(world.signing))
    signed = {(who, status, start, end) for who, _, status, start, end in document_signed.told("SIGNS")}
    both = (world.host, world.guest)
    assert signed == {(who, "occurred", *_iso(when)) for who in both for when in (world.signing, world.earlier_signing)}
    assert not document_signed.edges("CALLS")


def test_each_document_is_one_agreement(document_signed: Story) -> None:
    signers: dict[str, set[str]] = {}
    for edge in document_signed.edges("SIGNS"):
        signers.setdefault(edge.tail, set()).add(document_signed.called(edge.head))
    assert list(signers.values()) == [{document_signed.world.host, document_signed.world.guest}] * 2
    assert all("Agreement" in document_signed.node(own_id).labels for own_id in signers)


# Both


@pytest.mark.parametrize("kind", ["visit_planned", "document_signed"])
def test_every_edge_leads_to_its_sentences(kind: str, request: pytest.FixtureRequest) -> None:
    stories: dict[str, Story] = request.getfixturevalue(
        "first_stories" if kind == "visit_planned" else "second_stories"
    )
    for story in stories.values():
        told_by = {edge.tail: edge.head for edge in story.edges("EVIDENCE_FOR")}
        for edge in story.graph.edges:
            if "event" not in edge.properties:
                continue
            report = story.node(told_by[str(edge.properties["event"])]).properties
            assert str(report["sentence"]) in story.article.text
