"""Mistakes in a query, shown at their place."""

from __future__ import annotations

import re

from kg.errors import QueryError
from kg.stores.cypher.tokens import tokens

#: Letters shown on each side of the place.
_AROUND = 50


def mistake(message: str, query: str, offset: int | None) -> QueryError:
    r"""Say what is wrong, with the line of the query and a caret beneath the place.

    Examples
    --------
    >>> print(mistake("Variable b isn't defined", "MATCH (a)\nRETURN b", 17))
    line 2, column 8: Variable b isn't defined
      RETURN b
             ^
    """
    message = " ".join(message.split())
    if offset is None or not 0 <= offset <= len(query):
        return QueryError(message)
    start = query.rfind("\n", 0, offset) + 1
    line = query[start:].split("\n", 1)[0]
    before, after = line[: offset - start], line[offset - start :]
    shown = " ".join(before.split()) + (" " if before[-1:].isspace() and before.strip() else "")
    left = shown if len(shown) <= _AROUND else "…" + shown[-_AROUND:]
    right = " ".join(after.split())
    right = right if len(right) <= _AROUND else right[:_AROUND] + "…"
    number = query.count("\n", 0, offset) + 1
    return QueryError(f"line {number}, column {offset - start + 1}: {message}\n  {left}{right}\n  {' ' * len(left)}^")


def offset_of(query: str, line: int, column: int) -> int | None:
    r"""Give the place of a line, counted from 1, and a column, counted from 0.

    Examples
    --------
    >>> offset_of("a\nbc", 2, 1)
    3
    """
    lines = query.split("\n")
    if not 1 <= line <= len(lines):
        return None
    return sum(len(text) + 1 for text in lines[: line - 1]) + min(column, len(lines[line - 1]))


def offset_of_name(query: str, message: str) -> int | None:
    """Find the place of what a message names, in quotes, as a function() or in capitals; None where it isn't there.

    Examples
    --------
    >>> offset_of_name("MATCH (n) RETURN n LIMIT -1", "LIMIT value cannot be negative: -1")
    19
    """
    named = [quoted or ticked for quoted, ticked in re.findall(r"'([^']+)'|`([^`]+)`", message)]
    named += re.findall(r"\b(\w+)\(\)", message) + re.findall(r"\b[A-Z]{2,}\b", message)
    starts: dict[str, int] = {}
    for token in tokens(query):
        starts.setdefault(token.text.strip("`"), token.start)
    return next((starts[name] for wanted in named if (name := wanted.strip("`")) in starts), None)
