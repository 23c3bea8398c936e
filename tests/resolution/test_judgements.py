"""What people decide goes before the machine, whatever the order; taken back, nothing of it stays."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.mentions.mention import LocalEntity
from kg.resolution.entities import Entities, resolve_entities
from kg.resolution.finding import Finder
from kg.resolution.reference import Reference
from kg.workspace.judgement import MACHINE, Judgement, Verdict

Articles = list[tuple[str, list[LocalEntity]]]


def person(name: str, country: str | None = None, *, short: tuple[str, ...] = ()) -> LocalEntity:
    return LocalEntity(f"Person:{name}", "Person", name, (name, *short), country)


def judged(a: Reference, b: Reference, verdict: Verdict) -> Judgement:
    return Judgement.of(a.text, b.text, verdict, score=1.0, reason="", judge="ann")


def who(name: str, state: str | None = None, article: str | None = None) -> Reference:
    return Reference.of("Person", name, state=state, article=article)


def finder(articles: Articles, *judgements: Judgement) -> Finder:
    entities = resolve_entities(articles, judgements=judgements)
    return Finder([(article, entity) for article, known in articles for entity in known], entities)


NEWS: Articles = [
    ("a", [person("Jim Baker", "US")]),
    ("b", [person("James A. Baker", "US")]),
    ("c", [person("Wim Kok", "NL")]),
    ("d", [person("Kok", "NL")]),
    ("e", [person("Suharto", "ID")]),
]


def nodes(articles: Articles, *judgements: Judgement) -> int:
    return len(set(resolve_entities(articles, judgements=judgements).ids.values()))


def test_a_person_s_word_goes_before_the_machine_s() -> None:
    assert nodes(NEWS) == 3
    assert nodes(NEWS, judged(who("Jim Baker"), who("James A. Baker"), Verdict.DIFFERENT)) == 4
    assert nodes(NEWS, judged(who("Jim Baker"), who("James A. Baker"), Verdict.UNSURE)) == 4
    assert nodes(NEWS, judged(who("Kok"), who("Wim Kok"), Verdict.DIFFERENT)) == 4
    assert nodes(NEWS, judged(who("Suharto"), who("Wim Kok"), Verdict.SAME)) == 2


def test_bearers_of_one_name_are_told_apart_by_article() -> None:
    news: Articles = [(key, [person("Li Wei", "CN")]) for key in "abc"]
    apart = judged(who("Li Wei", article="a"), who("Li Wei"), Verdict.DIFFERENT)
    ids = resolve_entities(news, judgements=[apart]).ids
    assert ids["a", "Person:Li Wei"] != ids["b", "Person:Li Wei"] == ids["c", "Person:Li Wei"]


def test_what_is_the_same_by_way_of_a_third_is_one() -> None:
    first = judged(who("Suharto"), who("Wim Kok"), Verdict.SAME)
    second = judged(who("Wim Kok"), who("Jim Baker"), Verdict.SAME)
    assert nodes(NEWS, first, second) == 1


def test_a_decision_on_names_that_no_article_has_waits_for_one() -> None:
    kept = judged(who("Jim Baker"), who("Texas Jack"), Verdict.SAME)
    assert nodes(NEWS, kept) == nodes(NEWS)
    later: Articles = [*NEWS, ("f", [person("Texas Jack")])]
    assert nodes(later) == 4
    assert nodes(later, kept) == 3


def test_the_machine_says_what_it_judged_and_why() -> None:
    [found] = resolve_entities(NEWS).judgements
    assert (found.verdict, found.judge) == (Verdict.SAME, MACHINE)
    assert found.score > 0.8
    assert "of one state: US" in found.reason
    kept = judged(who("Jim Baker"), who("James A. Baker"), Verdict.DIFFERENT)
    assert resolve_entities(NEWS, judgements=[kept]).judgements == ()


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("jim baker", who("Jim Baker")),
        ("Jim Baker/US", who("Jim Baker", "US")),
        ("Jim Baker@a", who("Jim Baker", None, "a")),
        ("Suharto/ID@e", who("Suharto", "ID", "e")),
    ],
)
def test_words_of_a_user_become_references(text: str, reference: Reference) -> None:
    assert finder(NEWS).find(text) == reference


def test_an_id_becomes_a_reference_that_means_it_alone() -> None:
    found = finder(NEWS)
    for node in set(resolve_entities(NEWS).ids.values()):
        assert found.nodes(found.find(node)) == {node}


def test_an_unknown_or_ambiguous_name_is_told() -> None:
    with pytest.raises(QueryError, match="Did you mean 'jim baker'"):
        finder(NEWS).find("Jimm Baker")
    apart = judged(who("Li Wei", article="a"), who("Li Wei"), Verdict.DIFFERENT)
    news: Articles = [(key, [person("Li Wei", "CN")]) for key in "ab"]
    with pytest.raises(QueryError, match=r"may be any of 2: .*li wei@"):
        finder(news, apart).find("Li Wei")


_NAMES = ["Jim Baker", "James Baker", "James A. Baker", "Howard Baker", "Baker", "Kok", "Wim Kok", "Willem Kok"]
_PEOPLE = st.builds(person, st.sampled_from(_NAMES), st.sampled_from([None, "US", "NL"]))
_REFERENCES = st.builds(
    who, st.sampled_from(_NAMES), st.sampled_from([None, "US", "NL"]), st.sampled_from([None, "a0", "a1"])
)
_JUDGEMENTS = st.lists(st.builds(judged, _REFERENCES, _REFERENCES, st.sampled_from(Verdict)), max_size=4)


def _numbered(people: list[LocalEntity]) -> Articles:
    return [(f"a{number}", [entity]) for number, entity in enumerate(people)]


@given(st.lists(_PEOPLE, max_size=8), _JUDGEMENTS, st.randoms(use_true_random=False))
def test_neither_the_order_of_articles_nor_of_judgements_matters(
    people: list[LocalEntity], judgements: list[Judgement], random: Random
) -> None:
    articles = _numbered(people)
    given_first = resolve_entities(articles, judgements=judgements)
    random.shuffle(articles)
    random.shuffle(judgements)
    assert resolve_entities(articles, judgements=judgements) == given_first


@given(st.lists(_PEOPLE, max_size=8), st.builds(judged, _REFERENCES, _REFERENCES, st.sampled_from(Verdict)))
def test_one_decision_always_holds(people: list[LocalEntity], judgement: Judgement) -> None:
    if judgement.a != judgement.b:
        assert finder(_numbered(people), judgement).holds(judgement)


@given(st.lists(_PEOPLE, max_size=8), _JUDGEMENTS)
def test_of_many_decisions_none_that_two_are_different_is_broken(
    people: list[LocalEntity], judgements: list[Judgement]
) -> None:
    found = finder(_numbered(people), *judgements)
    kept = [j for j in judgements if j.verdict is Verdict.DIFFERENT and j.a != j.b]
    assert all(found.holds(judgement) for judgement in kept)


def test_entities_are_equal_however_made() -> None:
    assert resolve_entities(NEWS) == resolve_entities(list(reversed(NEWS)))
    assert isinstance(resolve_entities(NEWS), Entities)
