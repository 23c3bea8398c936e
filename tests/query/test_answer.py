"""How answers look on a terminal, in a notebook, as plain values and as a DataFrame."""

from __future__ import annotations

import json
import sys

import pytest

from kg.errors import QueryError
from kg.graph.build import build_graph
from kg.query.answer import Answers
from kg.query.questions import Questions
from kg.query.relation_results import Neighbour
from kg.query.results import Actor
from kg.stores.networkx_store import NetworkXStore
from tests.story import SCHEMA, article, meeting

HOSTILE = '<script>alert(1)</script>\x1b[31m\u202e & "co"'


@pytest.fixture
def questions() -> Questions:
    met = meeting("Mary Robinson/IE", "Kofi Annan/GH", when="1998-05-03")
    return Questions(NetworkXStore(build_graph([article("a", met)], SCHEMA)))


def hostile() -> Answers[Neighbour]:
    return Answers([Neighbour(Actor("x", HOSTILE, HOSTILE), 1, (), None, None, 1)])


def test_a_table_is_printed(questions: Questions) -> None:
    printed = str(questions.neighbours("Annan"))
    assert printed == repr(questions.neighbours("Annan"))
    heading, row = printed.splitlines()
    assert heading.split() == ["name", "type", "country", "events", "by", "first", "last", "articles"]
    assert row.index("Mary Robinson") == heading.index("name")
    assert row.index("1998-05-03") == heading.index("first")
    assert "events:" in str(questions.neighbours("Annan")[0])


def test_nothing_and_much_are_said() -> None:
    assert str(Answers[Neighbour]()) == "nothing found"
    assert "nothing found" in Answers[Neighbour]()._repr_html_()
    assert str(Answers(list(hostile()) * 100)).endswith("... and 70 more")


def test_text_of_strangers_commands_no_terminal_and_no_browser() -> None:
    for text in (str(hostile()), str(hostile()[0])):
        assert "\x1b" not in text
        assert "\u202e" not in text
    for html in (hostile()._repr_html_(), hostile()[0]._repr_html_()):
        assert "<script" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "\u202e" not in html


def test_answers_are_plain_values(questions: Questions) -> None:
    for answers in (
        questions.actors(),
        questions.neighbours("Annan"),
        questions.paths("Annan", "Robinson"),
        questions.common("Annan", "Robinson"),
        questions.connections("Annan"),
        questions.timeline("Annan"),
    ):
        assert answers
        assert json.loads(json.dumps(answers.as_dicts())) == json.loads(json.dumps([a.as_dict() for a in answers]))
        assert answers._repr_html_().count("<tr>") == 1 + len(answers)


def test_without_pandas_it_is_told(questions: Questions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)  # as if it weren't installed
    with pytest.raises(QueryError, match="pip install pandas"):
        questions.neighbours("Annan").dataframe()


def test_a_dataframe_has_the_columns_of_the_table(questions: Questions) -> None:
    frame = questions.neighbours("Annan").dataframe()
    assert list(frame.columns) == ["name", "type", "country", "events", "by", "first", "last", "articles"]
    assert frame.loc[0, "name"] == "Mary Robinson"
    assert frame.equals(questions.neighbours("Annan").to_dataframe())
