from __future__ import annotations

import pytest

from kg.mentions.mention import LocalEntity
from kg.resolution.entities import resolve_entities
from kg.resolution.reference import Reference
from kg.workspace.judgement import Judgement, Verdict


def body(name: str, *forms: str) -> LocalEntity:
    return LocalEntity(f"Organization:{name}", "Organization", name, (name, *forms))


def nodes(*bodies: LocalEntity, judgement: Judgement | None = None) -> int:
    articles = [(f"a{number}", [one]) for number, one in enumerate(bodies)]
    return len(set(resolve_entities(articles, judgements=[judgement] if judgement else []).ids.values()))


def test_an_acronym_is_its_only_name_s_once_an_article_explains_it_or_its_letters_are_enough() -> None:
    assert nodes(body("Union of Lakes", "UL"), body("UL"), body("Union of Lakes")) == 1
    assert nodes(body("Lake Basin Trade Authority"), body("LBTA")) == 1
    assert nodes(body("Union of Lakes"), body("UL")) == 2


def test_an_acronym_of_two_names_is_neither_s() -> None:
    assert nodes(body("Lake Basin Trade Authority"), body("Land Bank of Tea Areas"), body("LBTA")) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lake Basin Organisation", "Lake Basin Organization"),
        ("The Lake Basin Programme", "Lake Basin Program"),
        ("Council for Co-operation", "Council for Cooperation"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert nodes(body(one), body(other)) == 1


def test_a_word_that_is_no_acronym_is_no_name_s() -> None:
    assert nodes(body("Lake Intelligence Mission Agency"), body("Lima")) == 2


def test_a_person_s_word_goes_first() -> None:
    def said(a: str, b: str, verdict: Verdict) -> Judgement:
        one, other = Reference.of("Organization", a), Reference.of("Organization", b)
        return Judgement.of(one.text, other.text, verdict, score=1, reason="", judge="ann")

    lakes = body("Lake Basin Trade Authority"), body("LBTA")
    assert nodes(*lakes, judgement=said("LBTA", "Lake Basin Trade Authority", Verdict.DIFFERENT)) == 2
    assert nodes(*lakes, body("Union"), judgement=said("Union", "LBTA", Verdict.SAME)) == 1
