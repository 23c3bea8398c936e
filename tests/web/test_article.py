"""An article with what was read in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

import kg
from kg.corpus.article import Article, Field
from kg.errors import QueryError
from kg.query.answer import Answers
from kg.query.reading import Reading
from kg.web.marking import Paragraph, around, marked
from tests.web.conftest import STORIES, Explore


def test_mentions_lead_to_actors_and_triggers_to_events(client: TestClient) -> None:
    page = client.get("/article?id=a1").text
    assert page.count('class="mention person"') == 3
    assert 'title="Country: Switzerland"' in page
    assert '<mark><span id="t1"></span>MEETING</mark>' in page
    assert 'id="event-2"' in page
    assert "11 April 2015" in page
    assert "Jane &lt;script&gt;" in page


def test_a_reading_has_the_events_of_the_graph(workspace: Path) -> None:
    graph = kg.open(workspace)
    reading = graph.reading("a2")
    [event] = reading.events
    assert event.n_articles == 2
    assert [one.actor.name for one in reading.mentions] == ["Ann Adams", "Bob Adams"]
    with pytest.raises(QueryError, match="no article 'zz'"):
        graph.reading("zz")


def test_what_is_not_there_has_no_page(client: TestClient) -> None:
    assert client.get("/article?id=zz").status_code == 404
    assert client.get("/article").status_code == 404


def test_a_store_has_no_texts_and_says_so(explore: Explore, lines: str) -> None:
    answer = explore(lines).get("/article?id=a1")
    assert answer.status_code == 404
    assert "There are no texts here" in answer.text


def _text(paragraphs: list[Paragraph]) -> str:
    return "".join(piece.text for one in paragraphs for piece in one)


@pytest.mark.parametrize("own_id", [one.id for one, _ in STORIES])
def test_no_letter_is_lost(workspace: Path, own_id: str) -> None:
    reading = kg.open(workspace).reading(own_id)
    found = marked(reading)
    assert _text(found.text) == reading.article.text.replace("\n", "")
    assert _text(found.title) == reading.article.title
    numbers = {number for one in (*found.title, *found.text) for piece in one for number in piece.ends}
    assert numbers == set(range(1, len(reading.events) + 1))


@given(text=st.text(alphabet="ab \n", max_size=60))
@settings(max_examples=50)
def test_paragraphs_have_all_but_line_breaks_and_blank_lines(text: str) -> None:
    found = marked(Reading(Article("x", text, title="t"), None, (), (), ()))
    assert [_text([one]) for one in found.text] == [line for line in text.split("\n") if line.strip()]


@given(text=st.text(alphabet="ab \n", min_size=1, max_size=400), data=st.data())
@settings(max_examples=50)
def test_words_are_shown_with_their_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    before, words, after = around(text, start, end)
    assert words == text[start:end]
    assert text[:start].endswith(before.removeprefix("… "))
    assert text[end:].startswith(after.removesuffix(" …"))
    assert "\n" not in before + after


def test_answers_of_a_reading_keep_the_order_of_the_text(workspace: Path) -> None:
    reading = kg.open(workspace).reading("a1")
    assert [one.report.field for one in reading.reports] == [Field.TEXT, Field.TEXT]
    assert [event.type for event in reading.events] == ["Meeting", "Visit"]
    assert isinstance(Answers(reading.events), Answers)
