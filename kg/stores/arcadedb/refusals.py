"""Queries to which ArcadeDB would give a wrong answer in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
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


def _refuse_filtered_shortest_paths(query: str) -> None:
    """The engine finds one shortest path first and filters it then; the shortest of those that fit is meant."""
    found = tokens(query)
    for place, token in enumerate(found):
        if not token.is_word(*_SHORTEST):
            continue
        names = _names(found, place)
        where = _where(found, place)
        used = next((word for word in where if word.text in names), None)
        if used is not None:
            raise mistake(
                "ArcadeDB would filter one shortest path instead of finding the shortest that fits. Ask for paths of "
                "some lengths and take the shortest: MATCH p = (a)-[:TYPE*1..4]-(b) WHERE … RETURN p "
                "ORDER BY length(p) LIMIT 1",
                query,
                used.start,
            )


def _names(found: Sequence[Token], place: int) -> set[str]:
    """The variables of a shortest path and of the relationships in it."""
    names = {found[place - 2].text} if place > 1 and found[place - 1].text == "=" else set()
    depth = found[place].depth
    inside = []
    for token in found[place + 2 :]:
        if token.depth <= depth and token.text == ")":
            break
        inside.append(token)
    for before, token in pairwise(inside):
        if before.text == "[" and token.text not in (":", "*", "]"):
            names.add(token.text)
    return names


def _where(found: Sequence[Token], place: int) -> list[Token]:
    """The tokens of the condition that follows in the same clause."""
    depth = found[place].depth
    begun, where = False, []
    for token in found[place + 1 :]:
        if token.depth < depth or (token.depth == depth and token.is_word(*_CLAUSES, "ORDER")):
            break
        begun = begun or (token.depth == depth and token.is_word("WHERE"))
        if begun:
            where.append(token)
    return where
