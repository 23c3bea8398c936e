from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.events.facts import Facts, Status
from kg.graph.digest import digest
from kg.resolution.entities import Entities, resolve_entities
from kg.resolution.events import resolve_events
from kg.resolution.records import Event, Telling
from kg.resolution.tellings import tellings, text_hash
from tests.story import SCHEMA, Record, Told, article, meeting, signing, visit

ROBINSON, ANNAN, GUSMAO, LAVROV = "Mary Robinson/IE", "Kofi Annan/GH", "Xanana Gusmão/TL", "Sergei Lavrov/RU"


def resolved(*records: Record) -> tuple[Event, ...]:
    entities = resolve_entities((facts.article, facts.entities) for _, facts in records)
    told = [telling for article, facts in records for telling in tellings_of(article, facts, entities=entities)]
    return resolve_events(told, entities=entities, schema=SCHEMA)


def tellings_of(article: Article, facts: Facts, *, entities: Entities) -> Iterator[Telling]:
    told, text = digest(article, facts), text_hash(article)
    return tellings(facts, text=text, source=text, sentences=told.sentences, entities=entities, schema=SCHEMA)


def of_each(*told: Told, published: str | None = None) -> tuple[Event, ...]:
    """Events of one article for each."""
    return resolved(*(article(f"a{number}", one, published=published) for number, one in enumerate(told)))


def test_two_articles_of_one_day_tell_of_one_meeting() -> None:
    [event] = of_each(meeting(ROBINSON, ANNAN, when="1998-05-03"), meeting(ANNAN, ROBINSON, when="1998-05-03"))
    assert (event.n_articles, event.n_sources) == (2, 2)


@pytest.mark.parametrize(
    "other",
    [
        meeting(ROBINSON, ANNAN, when="1998-05-04"),
        meeting(ROBINSON, GUSMAO, when="1998-05-03"),
        meeting(ROBINSON, ANNAN, GUSMAO, when="1998-05-03"),
        meeting(ROBINSON, ANNAN, when="1998-05-01/1998-05-02"),
        signing(ROBINSON, ANNAN, when="1998-05-03"),
    ],
)
def test_another_day_company_or_type_is_another_event(other: Told) -> None:
    assert len(of_each(meeting(ROBINSON, ANNAN, when="1998-05-03"), other)) == 2


def test_a_host_is_a_participant() -> None:
    hosted = Told("Meeting", {"host": (ROBINSON,), "participant": (ANNAN,)}, "1998-05-03")
    [event] = of_each(hosted, meeting(ROBINSON, ANNAN, when="1998-05-03"))
    assert sorted(actor.role for actor in event.actors) == ["host", "participant"]


@pytest.mark.parametrize("vague", ["1998-05-01/1998-05-31", None])
def test_a_vague_telling_joins_the_only_event_that_fits(vague: str | None) -> None:
    [event] = of_each(meeting(ROBINSON, ANNAN, when="1998-05-03"), meeting(ROBINSON, ANNAN, when=vague))
    assert event.when
    assert event.when.edtf == "1998-05-03"


@pytest.mark.parametrize("vague", ["1998-05-01/1998-05-31", None])
def test_a_vague_telling_never_brings_two_events_together(vague: str | None) -> None:
    days = [meeting(ROBINSON, ANNAN, when=f"1998-05-0{day}") for day in (3, 7)]
    assert len(of_each(*days, meeting(ROBINSON, ANNAN, when=vague))) == 3


def test_two_undated_tellings_stay_apart() -> None:
    assert len(of_each(meeting(ROBINSON, ANNAN), meeting(ROBINSON, ANNAN))) == 2


def test_copies_of_one_text_are_one_event_and_one_source() -> None:
    told = meeting(ROBINSON, ANNAN)
    [event] = resolved(article("a", told), article("b", told, copy_of="a"))
    assert (event.n_articles, event.n_sources) == (2, 1)


def test_two_events_that_an_article_keeps_apart_stay_apart() -> None:
    pair = (meeting(ROBINSON, ANNAN, when="1998-05-03", place="CH"), meeting(ROBINSON, ANNAN, when="1998-05-03"))
    assert len(resolved(article("a", *pair), article("b", pair[0]))) == 2
    twice = article("a", pair[0], pair[0])
    assert len(resolved(twice, article("b", pair[0]))) == 3
    assert len(resolved(article("a", meeting(ROBINSON, ANNAN, when="1998-05-03"), meeting(ROBINSON, ANNAN)))) == 2


def test_what_came_later_cannot_have_been_told_before() -> None:
    later = article("a", meeting(ROBINSON, ANNAN, when="2000-05-03"), published="2000-05-04")
    assert len(resolved(later, article("b", meeting(ROBINSON, ANNAN), published="1998-01-01"))) == 2
    plan = meeting(ROBINSON, ANNAN, status=Status.PLANNED)
    assert len(resolved(later, article("b", plan, published="2001-01-01"))) == 2
    assert len(resolved(later, article("b", plan, published="2000-05-02"))) == 1


@pytest.mark.parametrize(
    ("status", "published", "events"),
    [
        (Status.OCCURRED, "1998-05-10", 1),
        (Status.OCCURRED, "1998-05-11", 2),
        (Status.OCCURRED, "1998-05", 1),
        (Status.PLANNED, "1998-04-05", 1),
        (Status.PLANNED, "1998-03-01", 2),
        (Status.PLANNED, "1998-05-04", 2),
        (Status.PLANNED, "9999-12-31", 2),
        (Status.OCCURRED, "0001-01-01", 2),
        (Status.OCCURRED, None, 1),
    ],
)
def test_news_without_a_date_speaks_of_what_is_near(status: Status, published: str | None, events: int) -> None:
    dated = article("a", meeting(ROBINSON, ANNAN, when="1998-05-03"))
    vague = article("b", meeting(ROBINSON, ANNAN, status=status), published=published)
    assert len(resolved(dated, vague)) == events


def test_a_denial_without_a_date_says_nothing_against_a_meeting() -> None:
    met = meeting(ROBINSON, ANNAN, when="1998-05-03")
    assert len(of_each(met, meeting(ROBINSON, ANNAN, status=Status.NEGATED))) == 2


def test_a_visit_to_a_city_is_a_visit_to_its_country() -> None:
    [event] = of_each(visit(ROBINSON, "#Bern/CH", "1998-05-03"), visit(ROBINSON, "CH", "1998-05-03"))
    assert len(event.actors) == 3


def test_a_visit_of_one_is_part_of_the_visit_of_both() -> None:
    both = visit((ROBINSON, ANNAN), "CH", "1998-05-03")
    [event] = of_each(both, visit(ROBINSON, "CH", "1998-05-01/1998-05-31"), visit(ANNAN, "CH", "1998-05-03"))
    assert event.n_articles == 3
    other = visit((ROBINSON, LAVROV), "CH", "1998-05-03")
    assert len(of_each(both, other, visit(ROBINSON, "CH", "1998-05-03"))) == 3


def test_two_named_documents_are_two_signings_and_an_unnamed_one_is_neither() -> None:
    def of(title: str, *, named: bool = True) -> Told:
        return signing("IE", "CH", when="1998-05-03", document=title, named=named)

    assert len(of_each(of("Treaty of Bern"), of("the treaty of Bern"))) == 1
    assert len(of_each(of("Treaty of Bern"), of("Dublin Accord"))) == 2
    assert len(of_each(of("Treaty of Bern"), of("a document", named=False))) == 1
    assert len(of_each(of("Treaty of Bern"), of("Dublin Accord"), of("a document", named=False))) == 3


def test_the_id_stays_when_another_article_tells_of_it() -> None:
    [alone] = of_each(meeting(ROBINSON, ANNAN, when="1998-05-03"))
    [joined] = of_each(meeting(ROBINSON, ANNAN, when="1998-05-03"), meeting(ROBINSON, ANNAN))
    assert alone.id == joined.id


_STATUS = st.sampled_from(list(Status))
_WHEN = st.sampled_from([None, "1998-05-03", "1998-05-04", "1998-05-01/1998-05-31", "1998-05-03/1998-05-04"])
_TOLD = st.one_of(
    st.builds(meeting, st.just(ROBINSON), st.sampled_from([ANNAN, LAVROV]), when=_WHEN, status=_STATUS),
    st.builds(
        visit,
        st.sampled_from([ROBINSON, (ROBINSON, ANNAN), (ROBINSON, LAVROV)]),
        st.sampled_from(["CH", "#Bern/CH"]),
        _WHEN,
        _STATUS,
    ),
    st.builds(signing, st.just("IE"), when=_WHEN, document=st.sampled_from(["X Pact", "Y Pact"]), named=st.booleans()),
)
_ARTICLES = st.lists(
    st.tuples(st.lists(_TOLD, min_size=1, max_size=3), st.sampled_from([None, "1998-05-03", "1998-06", "1997"])),
    max_size=7,
)


@settings(max_examples=150, deadline=None)
@given(_ARTICLES, st.randoms(use_true_random=False))
def test_events_are_a_function_of_the_set_of_articles(
    stories: list[tuple[list[Told], str | None]], random: object
) -> None:
    records = [article(f"a{n}", *told, published=day) for n, (told, day) in enumerate(stories)]
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    events = resolved(*records)
    assert events == resolved(*shuffled)
    assert len({event.id for event in events}) == len(events)
    held = [(telling.article, telling.index) for event in events for telling in event.tellings]
    assert sorted(held) == sorted((facts.article, n) for _, facts in records for n in range(len(facts.events)))
