"""Whose president "the President" is in a release of his own government, which names nobody."""

from __future__ import annotations

import pytest

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.pipeline.extraction import Extractor

DAY = "2015-03-18"


def _facts(extractor: Extractor, text: str, title: str) -> Facts:
    [facts] = extractor.extract([Article("a", text, title, DAY)])
    return facts


SIGNED = {
    ("Law on tourism", "The President signed the Law on Tourism of the Republic of Malta on Friday."): ["Country:MT"],
    (
        "Malta's trade",
        "The President signed the Law on Tourism of the Republic of Malta. Trade with Italy and Greece is to grow.",
    ): ["Country:MT"],
    ("Trade", "The President signed the Law on Trade between Malta and Italy."): [],
    ("Trade", "The president of a bank signed a treaty on the trade of Malta."): [],
}


@pytest.mark.parametrize(("told", "signatories"), SIGNED.items(), ids=[text for _, text in SIGNED])
def test_the_only_state_signs(extractor: Extractor, told: tuple[str, str], signatories: list[str]) -> None:
    title, text = told
    found = [f.entity for e in _facts(extractor, text, title).events for f in e.fillers if f.role == "signatory"]
    assert found == signatories


@pytest.mark.parametrize("who", ["Officials of the EU bodies", "The heads of the EU institutions"])
def test_the_heads_of_its_bodies_are_the_organization(extractor: Extractor, who: str) -> None:
    [event] = _facts(extractor, f"{who} met Alan Garcia on Monday.", "").events
    assert {f.entity for f in event.fillers} == {"Organization:European Union", "Person:Alan Garcia"}


@pytest.mark.parametrize(
    "who", ["Russian media representatives", "Zambian opposition leaders", "Chilean business leaders"]
)
def test_those_who_do_not_speak_for_a_state_are_not_it(extractor: Extractor, who: str) -> None:
    assert not _facts(extractor, f"Alan Garcia met {who} in Lusaka on Monday.", "").events
    [event] = _facts(extractor, "Alan Garcia met Zambian trade officials in Lusaka on Monday.", "").events
    assert {f.entity for f in event.fillers} == {"Person:Alan Garcia", "Country:ZM"}
