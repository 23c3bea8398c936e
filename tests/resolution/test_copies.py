"""Copies of one text are one source, however a site has edited them; two reports of one event are two."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.graph.build import build_graph, digests
from kg.graph.check import check_graph
from kg.resolution.copies import MIN_RUNS, sources
from kg.resolution.sketch import Sketch, sketch
from kg.schema.types import Schema
from tests.story import SCHEMA, article, meeting

BEFORE = "Sign up for our newsletter and get the stories of the day into your inbox every morning before breakfast."
BEHIND = (
    "All rights reserved. This material may not be published, broadcast or rewritten without permission of its owners. "
    "Read more: five things to know today. Follow our newsroom for updates from all over the country."
)


def paragraphs(text: str) -> list[str]:
    found = [line for line in text.splitlines() if line.strip()]
    return found if len(found) > 2 else re.split(r"(?<=[.!?]) +", text)


def without_last(text: str) -> str:
    return "\n\n".join(paragraphs(text)[:-1])


def without_middle(text: str) -> str:
    found = paragraphs(text)
    return "\n".join(found[: len(found) // 2] + found[len(found) // 2 + 1 :])


def framed(text: str) -> str:
    return f"{BEFORE}\n\n{text}\n\n{BEHIND}"


def respelt(text: str) -> str:
    chance = random.Random(7)
    return re.sub(r"\w+", lambda word: "other" if chance.random() < 0.02 else word[0], text)


EDITS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "the last paragraph cut": without_last,
    "a paragraph cut": without_middle,
    "a site's words around it": framed,
    "a word in fifty another": respelt,
    "cut and framed": lambda text: framed(without_last(text)),
}


def grouped(texts: dict[str, str]) -> set[frozenset[str]]:
    """Articles that are one source."""
    found = sources({name: name for name in texts}, {name: sketch(text) for name, text in texts.items()})
    return {frozenset(name for name in texts if found[name] == source) for source in found.values()}


@pytest.fixture(scope="module")
def news(shared: Path) -> dict[str, str]:
    """Every fourth of the real articles of a usual length, by id."""
    lines = (shared / "data" / "news" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines[::4]]
    return {row["id"]: row["text"] for row in rows if 150 <= len(row["text"].split()) <= 1500}


@pytest.fixture(scope="module")
def sketched(news: dict[str, str]) -> dict[str, Sketch]:
    return {name: sketch(text) for name, text in news.items()}


@pytest.mark.shared
@pytest.mark.parametrize("edit", EDITS)
def test_edited_copies_of_real_articles_are_found(news: dict[str, str], sketched: dict[str, Sketch], edit: str) -> None:
    copies = {f"{name}, a copy": EDITS[edit](text) for name, text in list(news.items())[:60]}
    known = {**sketched, **{name: sketch(text) for name, text in copies.items()}}
    found = sources({name: name for name in known}, known)
    hits = sum(found[copy] == found[copy.removesuffix(", a copy")] for copy in copies)
    assert hits >= 0.95 * len(copies)


@pytest.mark.shared
def test_real_articles_of_one_office_are_hardly_ever_taken_for_copies(sketched: dict[str, Sketch]) -> None:
    found = sources({name: name for name in sketched}, sketched)
    assert len(sketched) - len(set(found.values())) <= 2


def test_two_reports_of_one_event_are_two_sources() -> None:
    texts = {
        "one": "Ireland's president, Mary Robinson, met the Secretary-General of the United Nations, Kofi Annan, in "
        "Bern on Sunday to speak about human rights. The two had lunch at the Bellevue, beside the parliament. She "
        "said afterwards that she had asked for more observers, and that Mr Annan had promised to raise it in New "
        'York. "We have no time to lose," she told reporters.',
        "other": "BERN - Kofi Annan will raise the number of human rights observers in New York, Irish President Mary "
        'Robinson said after she met the Secretary-General of the United Nations here on Sunday. "We have no time to '
        'lose," Robinson told reporters in the Swiss capital, where both attend a conference of the Red Cross that '
        "ends on Tuesday. A spokesman for Mr Annan declined to comment on the talks.",
    }
    assert grouped(texts) == {frozenset(["one"]), frozenset(["other"])}


def test_thousands_that_share_what_stands_around_them_are_told_apart_and_their_copies_found() -> None:
    chance = random.Random(3)
    around = " ".join(f"around{number}" for number in range(60))
    own = [" ".join(f"w{chance.randrange(100_000)}" for _ in range(60)) for _ in range(2000)]
    texts = {f"{number:04}": f"{text} {around}" for number, text in enumerate(own)}
    texts |= {f"copy-{number:04}": f"{own[number]} {around} again" for number in range(0, 2000, 100)}
    found = sources({key: key for key in texts}, {key: sketch(text) for key, text in texts.items()})
    assert len({found[f"{number:04}"] for number in range(2000)}) == 2000
    assert all(found[f"copy-{number:04}"] == found[f"{number:04}"] for number in range(0, 2000, 100))


def test_a_few_words_alike_are_no_copy() -> None:
    texts = {"one": "Kofi Annan met Mary Robinson in Bern.", "other": "Kofi Annan met Mary Robinson in Bern. (ats)"}
    assert len(grouped(texts)) == 2


NAMES = st.sampled_from(["a", "b", "c", "d", "e"])
PIECES = [" ".join(f"w{piece}x{word}" for word in range(MIN_RUNS)) for piece in range(8)]
TEXTS = st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=8).map(lambda own: [PIECES[at] for at in own]))


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_makes_no_difference_and_what_is_alone_changes_nothing(
    texts: list[list[str]], any_order: random.Random
) -> None:
    known = {f"{number}": " ".join(pieces) for number, pieces in enumerate(texts)}
    shuffled = list(known.items())
    any_order.shuffle(shuffled)
    assert grouped(dict(shuffled)) == grouped(known)
    assert grouped({**known, "alone": " ".join(f"other{word}" for word in range(80))}) - grouped(known) == {
        frozenset(["alone"])
    }


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_what_is_left_is_grouped_as_if_the_others_had_never_been(texts: list[list[str]]) -> None:
    known = {f"{number}": " ".join(pieces) for number, pieces in enumerate(texts)}
    left = {name: text for name, text in known.items() if int(name) % 2}
    assert all(any(group <= whole for whole in grouped(known)) for group in grouped(left))


def test_copies_count_as_one_source_in_the_graph_and_an_undated_event_in_them_is_one() -> None:
    told = meeting("Mary Robinson/IE", "Kofi Annan/GH")
    filling = [meeting("Xanana Gusmão/TL", "IE", when=f"1998-05-{day:02}") for day in range(1, 12)]
    whole, cut = article("a", told, *filling), article("b", *filling[:-1], told)
    graph = build_graph([whole, cut], SCHEMA)
    assert check_graph(graph, SCHEMA) == []
    [event] = [node for node in graph.nodes if "Event" in node.labels and "start" not in node.properties]
    assert (event.properties["n_articles"], event.properties["n_sources"]) == (2, 1)
    assert len({node.properties["source"] for node in graph.nodes if "Article" in node.labels}) == 1


def test_copies_are_kept_as_articles_of_their_own() -> None:
    text = " ".join(f"word{number}" for number in range(60))
    records = [(Article(name, f"{text} {name}"), Facts(name, None, (), (), (), (), (), (), ())) for name in "cab"]
    told = digests(records)
    assert [one.article.id for one in told] == ["a", "b", "c"]
    assert {one.source for one in told} == {min(one.sha256 for one in told)}
    assert len([node for node in build_graph(records, Schema({}, {})).nodes if "Article" in node.labels]) == 3


def test_a_sketch_that_is_kept_comes_back() -> None:
    made = sketch("Kofi Annan met Mary Robinson in Bern.")
    assert Sketch.unpacked(made.packed()) == made
    assert Sketch.unpacked(b"short") is None
