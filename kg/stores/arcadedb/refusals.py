"""Queries to which ArcadeDB would give a wrong answer in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.errors import QueryError
from kg.stores.cypher.asking import Question
from kg.stores.cypher.mistakes import mistake
from kg.stores.cypher.tokens import Token, tokens

_SHORTEST = ("SHORTESTPATH", "ALLSHORTESTPATHS")
_CLAUSES = (
    "MATCH", "OPTIONAL", "WITH", "RETURN", "UNWIND", "CALL", "UNION", "CREATE", "MERGE", "SET", "DELETE", "DETACH",
    "REMOVE", "FOREACH", "LOAD",
)  # fmt: skip


def refuse(question: Question) -> None:
    """Raise QueryError where the engine's answer would be wrong; the message says how to ask instead."""
    _refuse_zones(question.parameters.values())
    _refuse_filtered_shortest_paths(question.text)


def _refuse_zones(values: Any) -> None:
    for value in values:
        if isinstance(value, dt.datetime) and value.tzinfo is not None:
            raise QueryError("a datetime parameter would lose its zone: give it as text and write datetime($name)")
        if isinstance(value, dict):
            _refuse_zones(value.values())
        elif isinstance(value, list | tuple):
            _refuse_zones(value)


@dataclass(frozen=True, slots=True)
class _Condition:
    """The condition of a clause: the place of its WHERE, or where the clause ends without; its words, where first."""

    begin: int
    words: Mapping[str, int]


def _refuse_filtered_shortest_paths(query: str) -> None:
    """The engine finds one shortest path first and filters it then; the shortest of those that fit is meant."""
    found = tokens(query)
    conditions: dict[int, _Condition] = {}  # the latest of each depth: all before it in its clause have the same
    for place, token in enumerate(found):
        if not token.is_word(*_SHORTEST):
            continue
        condition = conditions.get(token.depth)
        if condition is None or condition.begin <= place:
            condition = conditions[token.depth] = _condition(found, place)
        used = [condition.words[name] for name in _names(found, place) if name in condition.words]
        if used:
            raise mistake(
                "ArcadeDB would filter one shortest path instead of finding the shortest that fits. Ask for paths of "
                "some lengths and take the shortest: MATCH p = (a)-[:TYPE*1..4]-(b) WHERE … RETURN p "
                "ORDER BY length(p) LIMIT 1",
                query,
                found[min(used)].start,
            )


def _names(found: Sequence[Token], place: int) -> set[str]:
    """The variables of a shortest path and of the relationships in it."""
    names = {found[place - 2].text} if place > 1 and found[place - 1].text == "=" else set()
    depth = found[place].depth
    inside: list[Token] = []
    for number in range(place + 2, len(found)):
        token = found[number]
        if (token.depth <= depth and token.text == ")") or token.is_word(*_SHORTEST):  # none stands in another
            break
        inside.append(token)
    for before, token in pairwise(inside):
        if before.text == "[" and token.text not in (":", "*", "]"):
            names.add(token.text)
    return names


def _condition(found: Sequence[Token], place: int) -> _Condition:
    """The condition that follows in the same clause."""
    depth = found[place].depth
    begin, words, number = None, dict[str, int](), place
    for number in range(place + 1, len(found)):
        token = found[number]
        is_here = token.depth == depth
        if token.depth < depth or (is_here and token.is_word(*_CLAUSES, "ORDER")):
            break
        if is_here and token.is_word("WHERE"):
            if begin is not None:
                break
            begin = number
        if begin is not None:
            words.setdefault(token.text, number)
    return _Condition(number if begin is None else begin, words)
