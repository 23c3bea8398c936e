"""Queries in words and signs: each piece as the grammar cuts it, in time that grows with the query alone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.stores.arcadedb.refusals import refuse
from kg.stores.cypher.asking import Question
from kg.stores.cypher.mistakes import offset_of_name
from kg.stores.cypher.tokens import returns, tokens
from kg.web.allowed import check_allowed
from tests.patterns.growth import SIZES, grows_faster

#: The grammar in one pattern, which looks for the end of each opener anew.
_GRAMMAR = re.compile(
    r"""(?P<gap>\s+|//[^\n]*|/\*.*?\*/)
    |'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`
    |[$\w]+
    |.""",
    re.DOTALL | re.VERBOSE,
)
_HARD = st.lists(st.sampled_from(["/*", "*/", "/", "*", "'", '"', "`", "\\", "//", "\n", " ", "a", "(", "é", "\0"]))


@given(_HARD.map("".join))
def test_the_pieces_are_those_of_the_grammar(query: str) -> None:
    told = [(found.start(), found[0]) for found in _GRAMMAR.finditer(query) if found["gap"] is None]
    assert [(token.start, token.text) for token in tokens(query)] == told


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("RETURN 1 AS return, 2 AS x", [["return", "x"]]),
        ("UNWIND [1] AS return RETURN return", [["return"]]),
        ("WITH 1 AS return WITH return AS a RETURN a", [["a"]]),
        ("MATCH (n:Return) RETURN DISTINCT n.return AS a UNION RETURN 2 AS a", [["a"], ["a"]]),
        ("RETURN RETURN", [["RETURN"]]),
        ("RETURN", [[]]),
    ],
)
def test_what_is_returned(query: str, columns: list[list[str]]) -> None:
    assert [[item.alias for item in items] for items, _ in returns(tokens(query), query)] == columns


def _read(query: str) -> None:
    found = tokens(query)
    returns(found, query)
    offset_of_name(query, "Variable 'nowhere' not defined; `nothing` and 'never' neither")
    check_allowed(query)
    refuse(Question(query))


_OPEN = ("/* ", "`", "'\\", '"\\', "\\'", "'\\/* \"\\")  # of these in a row, none closes another
_CLOSED = ("/*/", "'", '"', "``", "\n", "// ")
_WORDS = (
    "RETURN ",
    "RETURN a AS `b`, ",
    "RETURN * UNION ",
    "a.",
    "(",
    "CALL db.labels() ",
    "p = shortestPath((a)-[r]-(b)), ",
    "WHERE shortestPath(",
)


@pytest.mark.parametrize("piece", [*_OPEN, *_CLOSED, *_WORDS])
def test_time_grows_with_length_alone(piece: str) -> None:
    assert not grows_faster(_seconds(_read, f"MATCH {piece}", piece), (*SIZES, 64_000))


def _seconds(read: Callable[[str], None], begin: str, piece: str) -> Callable[[int], float]:
    def seconds(size: int) -> float:
        query = begin + piece * (size // len(piece))
        began = time.process_time()
        read(query)
        return time.process_time() - began

    return seconds
