"""Values in the tables of the openCypher test kit, and ours compared with them."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from dataclasses import dataclass
from typing import Any

from kg.stores.cypher.answer import FoundNode, FoundPath, FoundRelationship
from kg.stores.cypher.temporal import Duration, temporal

_TOKEN = re.compile(r"\s*('(?:\\.|[^'\\])*'|-?\d+\.?\d*(?:[eE][-+]?\d+)?|-?[\w]+|<-\[|\]->|-\[|\]-|.)")


@dataclass(frozen=True)
class Node:
    """A node."""

    labels: tuple[str, ...]
    properties: dict[str, Any]


@dataclass(frozen=True)
class Edge:
    """A relationship."""

    type: str
    properties: dict[str, Any]


@dataclass(frozen=True)
class Path:
    """`steps` are nodes and edges in turn; an edge comes with whether it points onward."""

    steps: tuple[Any, ...]


class Reader:
    """Reads one cell."""

    def __init__(self, text: str) -> None:
        self._tokens = [found[1] for found in _TOKEN.finditer(text) if found[1].strip()]
        self._place = 0

    def read(self) -> Any:
        """Read the next value."""
        token = self._next()
        if token == "[":
            return self._edge("]") if self._peek() == ":" else self._list()
        if token == "{":
            return self._map()
        if token == "(":
            return self._node()
        if token == "<":
            return self._path()
        if token.startswith("'"):
            return re.sub(r"\\(.)", r"\1", token[1:-1])
        words = {"null": None, "true": True, "false": False, "NaN": math.nan}
        return words[token] if token in words else _number(token)

    def _list(self) -> list[Any]:
        items = []
        while self._peek() != "]":
            items.append(self.read())
            self._skip(",")
        self._next()
        return items

    def _map(self) -> dict[str, Any]:
        found = {}
        while self._peek() != "}":
            key = self._next()
            self._next()
            found[key.strip("`'")] = self.read()
            self._skip(",")
        self._next()
        return found

    def _node(self) -> Node:
        labels, properties = [], {}
        while (token := self._next()) != ")":
            if token == ":":
                labels.append(self._next())
            elif token == "{":
                properties = self._map()
        return Node(tuple(sorted(labels)), properties)

    def _edge(self, *ends: str) -> Edge:
        self._next()
        kind, properties = self._next(), {}
        while (token := self._next()) not in ends:
            if token == "{":
                properties = self._map()
        return Edge(kind, properties)

    def _path(self) -> Path:
        self._next()
        steps: list[Any] = [self._node()]
        while (token := self._next()) != ">":
            if token == "(":
                steps.append(self._node())
            elif token in ("-[", "<-["):
                steps.append((self._edge("]->", "]-"), token == "-["))
        return Path(tuple(steps))

    def _next(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1]

    def _peek(self) -> str:
        return self._tokens[self._place]

    def _skip(self, token: str) -> None:
        if self._peek() == token:
            self._place += 1


def _number(token: str) -> Any:
    return int(token) if re.fullmatch(r"-?\d+", token) else float(token)


def same(expected: Any, value: Any, *, loose_lists: bool = False) -> bool:
    """Whether a value is the one expected; types count, so that 1 isn't 1.0."""
    if isinstance(expected, str) and isinstance(value, dt.date | dt.time | Duration):
        return _same_time(expected, value)
    if isinstance(expected, list):
        return isinstance(value, list) and _same_lists(expected, value, loose_lists)
    if isinstance(expected, dict):
        return (
            isinstance(value, dict)
            and expected.keys() == value.keys()
            and all(same(expected[key], value[key], loose_lists=loose_lists) for key in expected)
        )
    if isinstance(expected, Node):
        return (
            isinstance(value, FoundNode)
            and expected.labels == value.labels
            and same(expected.properties, value.properties)
        )
    if isinstance(expected, Edge):
        return (
            isinstance(value, FoundRelationship)
            and expected.type == value.type
            and same(expected.properties, value.properties)
        )
    if isinstance(expected, Path):
        return isinstance(value, FoundPath) and _same_path(expected, value)
    if isinstance(expected, float) and isinstance(value, float):
        return math.isclose(expected, value, rel_tol=1e-12) or (math.isnan(expected) and math.isnan(value))
    return type(expected) is type(value) and bool(expected == value)


def _same_lists(expected: list[Any], value: list[Any], loose: bool) -> bool:
    if len(expected) != len(value):
        return False
    if not loose:
        return all(same(one, other) for one, other in zip(expected, value, strict=True))
    left = list(value)
    for one in expected:
        place = next((n for n, other in enumerate(left) if same(one, other, loose_lists=True)), None)
        if place is None:
            return False
        del left[place]
    return True


def _same_path(expected: Path, value: FoundPath) -> bool:
    nodes = [step for step in expected.steps if isinstance(step, Node)]
    edges = [step for step in expected.steps if not isinstance(step, Node)]
    # Nodes of the test kit have no ids, so which way an edge points can't be seen in the answer.
    return (
        len(nodes) == len(value.nodes)
        and len(edges) == len(value.relationships)
        and all(same(one, other) for one, other in zip(nodes, value.nodes, strict=True))
        and all(same(one[0], other) for one, other in zip(edges, value.relationships, strict=True))
    )


def _same_time(expected: str, value: Any) -> bool:
    zoned = getattr(value, "tzinfo", None) is not None
    if isinstance(value, Duration):
        kind = "DURATION"
    elif isinstance(value, dt.datetime):
        kind = "ZONED DATETIME" if zoned else "LOCAL DATETIME"
    elif isinstance(value, dt.time):
        kind = "ZONED TIME" if zoned else "LOCAL TIME"
    else:
        kind = "DATE"
    told = temporal(expected, kind)
    return type(told) is type(value) and told == value and str(told) == str(value)


def parameter(text: str) -> Any:
    """A parameter, as the test kit writes it."""
    try:
        return json.loads(text)
    except ValueError:
        return Reader(text).read()
