from __future__ import annotations

from itertools import pairwise

import pytest

from kg.errors import QueryError
from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.query.questions import Questions
from kg.query.results import Connection, LinkKind
from kg.stores.networkx_store import NetworkXStore
from tests.story import SCHEMA, Record, article, meeting, signing, visit

ROBINSON, ANNAN, GUSMAO, LAVROV = "Mary Robinson/IE", "Kofi Annan/GH", "Xanana Gusmão/TL", "Sergei Lavrov/RU"


def asking(*records: Record) -> Questions:
    return Questions(NetworkXStore(build_graph(records, SCHEMA)))


def ways(connections: list[Connection]) -> list[str]:
    return ["-".join(actor.name.split()[-1] for actor in c.actors) for c in connections]


@pytest.fixture
def questions() -> Questions:
    return asking(
        article("a", meeting(ROBINSON, ANNAN, when="1998-05-03"), published="1998-05-04", title="They met"),
        article("b", meeting(ROBINSON, ANNAN, when="1998-05-03"), meeting(ROBINSON, ANNAN, when="1999-02-01")),
        article("c", meeting(ANNAN, GUSMAO, when="1999-10-10"), visit(LAVROV, "CH", "2005-05-05")),
        article("d", meeting(ROBINSON, GUSMAO, when="2002-05-20", status=Status.PLANNED), visit(ROBINSON, "CH")),
        article("e", meeting(ROBINSON, LAVROV, when="2003-05-20", status=Status.NEGATED)),
    )


@pytest.mark.parametrize("name", ["Mary Robinson", "ROBINSON", "mary robinson"])
def test_an_actor_is_found_by_name_and_surname(questions: Questions, name: str) -> None:
    assert questions.actor(name).name == "Mary Robinson"


def test_an_actor_is_found_without_diacritics_by_first_word_code_and_id(questions: Questions) -> None:
    gusmao = questions.actor("gusmao")
    assert gusmao.name == "Xanana Gusmão"
    assert questions.actor("Xanana") == questions.actor(gusmao.id) == gusmao
    assert questions.actor("ch").name == questions.actor("Switzerland").name == "Switzerland"


def test_an_unknown_actor_gets_the_nearest_names_with_ids(questions: Questions) -> None:
    with pytest.raises(QueryError, match=r"no actor 'Koffi Anann'.*Kofi Annan \(id person:"):
        questions.actor("Koffi Anann")
    with pytest.raises(QueryError, match="kg actors"):
        questions.actor("Zzzzqqq")


def test_an_ambiguous_surname_is_told_with_all_who_have_it() -> None:
    two = asking(article("a", meeting(ROBINSON, "Peter Robinson/GB")))
    with pytest.raises(QueryError, match=r"any of 2: Mary Robinson .*; Peter Robinson .*id person:"):
        two.actor("Robinson")
    assert two.actor("Peter Robinson").country == "GB"


def test_a_surname_means_the_full_name_before_a_fragment_of_another_article() -> None:
    assert asking(article("a", meeting(ROBINSON, ANNAN)), article("b", meeting("Robinson", "CH"))).actor(
        "Robinson"
    ).name == ("Mary Robinson")


def test_actors_are_listed_by_their_events(questions: Questions) -> None:
    found = questions.actors()
    assert [(s.actor.name, s.events, s.articles) for s in found[:2]] == [("Mary Robinson", 5, 4), ("Kofi Annan", 3, 3)]
    assert [s.actor.name for s in questions.actors(types=["country"])] == ["Switzerland"]
    assert len(questions.actors(limit=1)) == 1
    with pytest.raises(QueryError, match="Did you mean 'Country'"):
        questions.actors(types=["Contry"])


def test_direct_connections_of_a_pair_are_all_events_that_they_share(questions: Questions) -> None:
    found = questions.connections("Robinson", "Annan")
    assert [c.steps[0].event.start for c in found if c.steps[0].event] == ["1998-05-03", "1999-02-01"]
    again = asking(*(article(f"a{n}", meeting(ROBINSON, ANNAN, when=f"199{n}-05-03")) for n in range(3)))
    latest_first = ["1992-05-03", "1991-05-03", "1990-05-03"]
    assert [c.steps[0].event.start for c in again.connections("Robinson", "Annan") if c.steps[0].event] == latest_first
    [step] = found[0].steps
    assert step.event
    assert step.event.n_articles == 2
    assert step.evidence
    assert "Mary Robinson Kofi Annan" in step.evidence.sentence


def test_an_indirect_connection_goes_through_others_and_each_step_has_its_sentence(questions: Questions) -> None:
    [found] = questions.connections("Robinson", "Gusmao")
    assert ways([found]) == ["Robinson-Annan-Gusmão"]
    assert [step.alternatives for step in found.steps] == [1, 0]
    assert all(step.event and step.evidence for step in found.steps)
    assert questions.connections("Robinson", "Gusmao", max_steps=1) == []


def test_plans_and_denials_connect_only_on_request(questions: Questions) -> None:
    assert ways(questions.connections("Robinson", "Gusmao", statuses=["planned"])) == ["Robinson-Gusmão"]
    assert ways(questions.connections("Robinson", "Gusmao", statuses=None)) == [
        "Robinson-Gusmão",
        "Robinson-Annan-Gusmão",
    ]
    assert questions.connections("Robinson", "Lavrov") == []


def test_a_country_visited_by_both_is_a_weak_link(questions: Questions) -> None:
    assert questions.connections("Robinson", "Lavrov") == []
    [found] = questions.connections("Robinson", "Lavrov", weak=True)
    assert ways([found]) == ["Robinson-Switzerland-Lavrov"]
    assert found.is_weak
    assert found.steps[1].kind is LinkKind.VISITED
    assert ways(questions.connections("Robinson", "Switzerland")) == ["Robinson-Switzerland"]


def test_a_country_that_acts_is_a_strong_link() -> None:
    questions = asking(article("a", visit(ROBINSON, "CH"), meeting("CH", ANNAN)))
    assert ways(questions.connections("Robinson", "Annan")) == ["Robinson-Switzerland-Annan"]


def test_a_place_and_an_office_are_weak_links() -> None:
    questions = asking(
        article(
            "a",
            meeting(ROBINSON, ANNAN, place="#Bern/CH"),
            meeting(LAVROV, GUSMAO, place="#Bern/CH"),
            office=(ROBINSON, "President", "NO"),
        ),
        article("b", meeting("Erna Solberg/NO", "CH"), office=("Erna Solberg/NO", "Prime Minister", "NO")),
    )
    assert questions.connections("Robinson", "Lavrov") == []
    assert questions.connections("Robinson", "Lavrov", weak=True)[0].steps[0].kind is LinkKind.PLACE
    assert questions.connections("Robinson", "Solberg") == []
    [found, *_] = questions.connections("Robinson", "Solberg", weak=True)
    assert [step.kind for step in found.steps] == [LinkKind.OFFICE, LinkKind.OFFICE]


def test_an_agreement_signed_at_different_times_connects() -> None:
    def of(who: str, day: str) -> Record:
        pact = signing("IE", "CH", who, when=day, document="Treaty of Bern", named=True)
        return article(f"{who}{day}", pact)

    # The parties are the same, so it is one agreement though the signatories differ.
    questions = asking(of(ROBINSON, "1998-05-03"), of("Bertie Ahern/IE", "1998-09-09"))
    [found] = [c for c in questions.connections("Robinson", "Ahern") if len(c.steps) == 1]
    assert found.steps[0].kind is LinkKind.AGREEMENT
    assert found.steps[0].event != found.steps[0].other


def test_no_chain_goes_through_one_event_twice() -> None:
    questions = asking(article("a", meeting(ROBINSON, ANNAN, GUSMAO)))
    assert ways(questions.connections("Robinson", "Gusmao")) == ["Robinson-Gusmão"]


def test_the_shortest_come_first_and_the_longest_are_bounded() -> None:
    chain = [ROBINSON, ANNAN, GUSMAO, LAVROV, "Gro Brundtland/NO"]
    pairs = [meeting(one, other) for one, other in pairwise(chain)]
    questions = asking(article("a", *pairs, meeting(ROBINSON, GUSMAO)))
    assert ways(questions.connections("Robinson", "Lavrov")) == [
        "Robinson-Gusmão-Lavrov",
        "Robinson-Annan-Gusmão-Lavrov",
    ]
    assert ways(questions.connections("Robinson", "Lavrov", limit=1)) == ["Robinson-Gusmão-Lavrov"]
    assert len(questions.connections("Robinson", "Brundtland", max_steps=4)) == 2


def test_of_chains_of_one_length_the_best_attested_comes_first() -> None:
    by_annan, by_lavrov = [
        (meeting(ROBINSON, other, when="1998-05-03"), meeting(other, GUSMAO, when="1998-05-04"))
        for other in (ANNAN, LAVROV)
    ]
    questions = asking(article("a", *by_annan), article("b", *by_lavrov), article("c", *by_lavrov))
    assert ways(questions.connections("Robinson", "Gusmao")) == ["Robinson-Lavrov-Gusmão", "Robinson-Annan-Gusmão"]


def test_an_actor_alone_gives_its_direct_connections(questions: Questions) -> None:
    found = questions.connections("Annan")
    assert ways(found) == ["Annan-Robinson", "Annan-Robinson", "Annan-Gusmão"]


def test_of_direct_connections_the_best_attested_comes_first_then_the_latest() -> None:
    met = {who: meeting(ROBINSON, who, when=day) for who, day in ((ANNAN, "1998-05-03"), (GUSMAO, "2002-05-20"))}
    questions = asking(article("a", *met.values(), visit(ROBINSON, "CH", "1997-01-01")), article("b", met[ANNAN]))
    assert ways(questions.connections("Robinson")) == ["Robinson-Annan", "Robinson-Gusmão", "Robinson-Switzerland"]


def test_events_lists_all_in_the_order_of_time(questions: Questions) -> None:
    entries = questions.events()
    assert len(entries) == 7
    assert [e.event.start for e in entries if e.event.start] == sorted(e.event.start for e in entries if e.event.start)
    assert all(entry.roles == () and entry.evidence for entry in entries)
    assert len(questions.events(since="1999", until="1999", types=["meeting"], statuses=["occurred"])) == 2
    assert len(questions.events(limit=2)) == 2


def test_one_actor_by_two_names_is_no_pair(questions: Questions) -> None:
    with pytest.raises(QueryError, match="same actor"):
        questions.connections("Annan", "Kofi Annan")


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("1998", "1998", 1),
        ("1998-05-04", None, 1),
        (None, "1998-05", 1),
        ("1998-05-03", "1999-02-01", 2),
        ("2000", None, 0),
    ],
)
def test_bounds_of_time_include_both_ends(
    questions: Questions, since: str | None, until: str | None, count: int
) -> None:
    assert len(questions.connections("Robinson", "Annan", since=since, until=until, max_steps=1)) == count


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ({"since": "2024-13"}, "is no date"),
        ({"until": "yesterday"}, "is no date"),
        ({"types": ["Meetin"]}, "Did you mean 'Meeting'"),
        ({"statuses": ["planed"]}, "Did you mean 'planned'"),
    ],
)
def test_wrong_bounds_are_told(questions: Questions, bounds: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        questions.timeline("Annan", **bounds)  # type: ignore[arg-type]


def test_a_timeline_is_in_the_order_of_time_with_the_undated_last(questions: Questions) -> None:
    entries = questions.timeline("Robinson")
    assert [e.event.start for e in entries] == ["1998-05-03", "1999-02-01", "2002-05-20", "2003-05-20", None]
    assert entries[-1].roles == ("visitor",)
    assert [e.event.type for e in questions.timeline("Robinson", types=["visit"])] == ["Visit"]
    assert len(questions.timeline("Robinson", statuses=["occurred", "planned"])) == 4
    assert len(questions.timeline("Robinson", limit=2)) == 2


def test_evidence_gives_every_sentence_with_its_article(questions: Questions) -> None:
    event = questions.timeline("Robinson")[0].event
    found = questions.evidence(event.id)
    assert found.event == event
    assert [(e.article, e.title, e.published) for e in found.reports] == [
        ("a", "They met", "1998-05-04"),
        ("b", None, None),
    ]
    assert found.reports[0].trigger == "MEETING"
    assert found == questions.evidence(event.id[:-8]) == questions.evidence(event.id.removeprefix("event:")[:9])


def test_an_unknown_or_short_event_id_is_told(questions: Questions) -> None:
    with pytest.raises(QueryError, match="no event 'xyz'"):
        questions.evidence("xyz")
    with pytest.raises(QueryError, match="7 events begin with ''"):
        questions.evidence("")


def test_best_evidence_says_the_status_of_the_event() -> None:
    plan = meeting(ROBINSON, ANNAN, when="1998-05-03", status=Status.PLANNED)
    questions = asking(
        article("a", plan, published="1998-05-01"),
        article("b", meeting(ROBINSON, ANNAN, when="1998-05-03"), published="1998-05-04"),
    )
    [found] = questions.connections("Robinson", "Annan")
    [step] = found.steps
    assert step.evidence
    assert step.evidence.article == "b"
    assert step.event
    assert [e.status for e in questions.evidence(step.event.id).reports] == ["occurred", "planned"]


def test_copies_of_one_text_are_articles_and_one_source() -> None:
    met, apart = meeting("IE", "CH", when="1998-05-03"), meeting("NO", "GH", when="1998-05-04")
    told = [article("a", met, apart), article("copy", met, apart, copy_of="a"), article("b", apart)]
    questions = asking(*told)
    assert len(questions.events(min_articles=2)) == 2
    [entry] = questions.events(min_sources=2)
    assert (entry.event.n_articles, entry.event.n_sources) == (3, 2)
    assert questions.connections("IE", "CH", min_articles=2)
    assert not questions.connections("IE", "CH", min_sources=2)


def test_a_least_confidence_leaves_out_what_is_less_sure(questions: Questions) -> None:
    everything = questions.events()
    surest = max(entry.event.confidence for entry in everything)
    assert questions.events(min_confidence=0.0) == everything
    assert questions.events(min_confidence=surest)
    assert not questions.events(min_confidence=min(surest + 0.01, 1.0))
    assert not questions.timeline("Robinson", min_confidence=1.0)
    assert not questions.connections("Robinson", "Annan", min_confidence=1.0)
    with pytest.raises(QueryError, match="from 0 to 1"):
        questions.events(min_confidence=90)
