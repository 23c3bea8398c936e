"""How far a query that only reads may reach: to the graph, not to files and addresses.

Databases call `LOAD CSV` reading. They also call a procedure reading that runs a query in a text, or that loads a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.stores.cypher.mistakes import mistake
from kg.stores.cypher.tokens import Token, tokens

#: Procedures and functions that run a query in a text, or read or write files and addresses: `do.` is ArcadeDB's, the
#: others are those of APOC, which many servers have.
_BEYOND = (
    "do.", "apoc.case", "apoc.config.", "apoc.cypher.", "apoc.do.", "apoc.export.", "apoc.import.", "apoc.load.",
    "apoc.log.", "apoc.periodic.", "apoc.systemdb.", "apoc.when",
)  # fmt: skip
# Neo4j reads these before all else, also in texts and names.
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
# What stands before a label or a property is no begin of a clause.
_WITHIN_NAMES = frozenset(".:|&!")
_NAME = re.compile(r"[^\W\d]\w*|`.*`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Called:
    """A procedure, or a function with a dot in its name, that a query calls; in lower case and without backticks."""

    name: str
    token: Token
    is_procedure: bool


def check_reach(query: str) -> None:
    """Refuse what reaches beyond the graph.

    Raises
    ------
    QueryError
        It does; with the place.

    Examples
    --------
    >>> check_reach("MATCH (n) RETURN n.name")
    >>> check_reach("LOAD CSV FROM 'file:///x' AS l RETURN l")
    Traceback (most recent call last):
    kg.errors.QueryError: line 1, column 1: LOAD CSV reaches beyond the graph: only with leave to write (--write)
      LOAD CSV FROM 'file:///x' AS l RETURN l
      ^
    """
    for text in readings(query):
        found = tokens(text)
        beyond = [(one.token, one.name) for one in called(found) if one.name.startswith(_BEYOND)]
        for token, name in [*_loads(found), *beyond]:
            message = f"{name} reaches beyond the graph: only with leave to write (--write)"
            raise mistake(message, text, token.start)


def readings(query: str) -> tuple[str, ...]:
    r"""Give a query as it stands, and as a server reads it that undoes escapes first.

    Examples
    --------
    >>> readings(r"\u004cOAD")
    ('\\u004cOAD', 'LOAD')
    """
    undone = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), query)
    return (query,) if undone == query else (query, undone)


def called(found: Sequence[Token]) -> Iterator[Called]:
    """Find the procedures, and the functions with a dot in their name, that a query calls.

    Examples
    --------
    >>> query = "CALL db.labels() YIELD label MATCH (c:Call) RETURN date . truncate('year', c.start), size(label)"
    >>> [(one.name, one.is_procedure) for one in called(tokens(query))]
    [('db.labels', True), ('date.truncate', False)]
    """
    for place, token in enumerate(found):
        before = found[place - 1] if place else None
        if _NAME.fullmatch(token.text) is None or (before is not None and before.text == "."):
            continue  # the begin of a name with dots is judged for all of it
        name, end = _dotted(found, place)
        if before is not None and before.is_word("CALL") and not _is_within_name(found, place - 1):
            yield Called(name, token, is_procedure=True)
        elif "." in name and end < len(found) and found[end].text == "(":
            yield Called(name, token, is_procedure=False)


def _loads(found: Sequence[Token]) -> Iterator[tuple[Token, str]]:
    for place, (token, after) in enumerate(pairwise(found)):
        if token.is_word("LOAD") and after.is_word("CSV") and not _is_within_name(found, place):
            yield token, "LOAD CSV"


def _is_within_name(found: Sequence[Token], place: int) -> bool:
    return place > 0 and found[place - 1].text in _WITHIN_NAMES


def _dotted(found: Sequence[Token], place: int) -> tuple[str, int]:
    """A name with its dots, and the place behind it."""
    parts = [found[place].text.strip("`").lower()]
    end = place + 1
    while end + 1 < len(found) and found[end].text == ".":
        parts.append(found[end + 1].text.strip("`").lower())
        end += 2
    return ".".join(parts), end
