"""What a notebook shows: sentences with their trigger marked, and nothing of a text as HTML."""

from __future__ import annotations

from dataclasses import fields, replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.build import build_graph
from kg.query.answer import Answer, Answers
from kg.query.display import html
from kg.query.questions import Questions
from kg.query.results import Actor, Evidence
from kg.stores.networkx_store import NetworkXStore
from tests.story import SCHEMA, article, meeting

HOSTILE = "<script>alert('1')</script><img src=x onerror=\"f()\">\x1b[31m\u202e"
TAGS = {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "mark",
    "br",
    "b",
    "small",
    "blockquote",
    "ol",
    "li",
    "div",
    "a",
    "p",
}


class Seen(HTMLParser):
    """The tags and the text of some HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.marked: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.tags and self.tags[-1] == "mark" and not self.marked:
            self.marked.append(data)


def evidence(**named: Any) -> Evidence:
    told = dict.fromkeys((field.name for field in fields(Evidence)), None)
    plain = {"sentence": "They met.", "char_start": 10, "char_end": 19, "trigger_start": 15, "trigger_end": 18}
    return Evidence(**{**told, **plain, "article": "a", **named})


@pytest.fixture(scope="module")
def questions() -> Questions:
    met = meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03")
    return Questions(NetworkXStore(build_graph([article("a", met, published="1998-05-04")], SCHEMA)))


def answers(questions: Questions) -> list[Answers[Any]]:
    return [
        questions.actors(),
        questions.timeline("Annan"),
        questions.events(),
        questions.connections("Annan"),
        questions.paths("Annan", "Robinson"),
        questions.neighbours("Annan"),
        questions.centrality(),
        questions.communities(),
        questions.cooccurrence(),
        questions.changes_since("1990-01-01"),
    ]


def test_the_trigger_is_marked() -> None:
    assert Seen(html(evidence())).marked == ["met"]
    assert Seen(html(evidence(trigger_start=500, trigger_end=503))).marked == []


def test_sentences_are_marked_wherever_they_are_shown(questions: Questions) -> None:
    for shown in (questions.timeline("Annan"), questions.connections("Annan"), questions.paths("Annan", "Robinson")):
        assert Seen(shown._repr_html_()).marked == ["MEETING"]
        assert Seen(shown[0]._repr_html_()).marked == ["MEETING"]
    event = questions.events()[0].event.id
    assert Seen(questions.evidence(event)._repr_html_()).marked == ["MEETING"]


def test_every_answer_is_shown_and_every_part_of_it(questions: Questions) -> None:
    for found in answers(questions):
        assert "<table>" in found._repr_html_()
        for part in (found, *found, *_parts(found[:1])):
            assert set(Seen(part._repr_html_()).tags) <= TAGS


def _parts(value: Any) -> list[Any]:
    """Give all records within an answer."""
    if isinstance(value, list | tuple):
        return [part for one in value for part in _parts(one)]
    if not hasattr(value, "_repr_html_"):
        return []
    return [value, *(part for field in fields(value) for part in _parts(getattr(value, field.name)))]


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60))
def test_a_text_stays_a_text(before: str, trigger: str, after: str) -> None:
    sentence = before + trigger + after
    begin, end = len(before), len(before + trigger)
    shown = Seen(html(evidence(sentence=sentence, char_start=0, trigger_start=begin, trigger_end=end, title=sentence)))
    assert set(shown.tags) <= {"blockquote", "mark", "br", "small"}
    plain = "".join(letter if letter.isprintable() else " " for letter in sentence)
    assert shown.text.startswith(plain)


def test_text_of_strangers_is_never_markup(questions: Questions) -> None:
    told = evidence(
        sentence=HOSTILE, title=HOSTILE, article=HOSTILE, published=HOSTILE, trigger_start=12, trigger_end=14
    )
    step = questions.connections("Annan")[0].steps[0]
    actor = Actor(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), HOSTILE)
    assert step.event
    event = replace(step.event, place=HOSTILE, type=HOSTILE, id=HOSTILE, document=HOSTILE)
    hostile = replace(step, head=actor, tail=actor, event=event, evidence=told)
    for record in (told, actor, hostile, event):
        shown = record._repr_html_()
        assert set(Seen(shown).tags) <= TAGS
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", " javascript:x", "file:///etc/passwd", "http://[broken"],
)
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert Seen(html(evidence(url=address))).links == []
    assert Seen(html(evidence(url='https://news.example/?a="><b>'))).links == ['https://news.example/?a="><b>']


def test_on_a_terminal_nothing_of_it_shows(questions: Questions) -> None:
    for found in answers(questions):
        for part in (found, *found):
            assert "<mark>" not in f"{part}{part!r}"
            assert isinstance(part, Answers | Answer)
