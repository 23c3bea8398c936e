"""A query within another one that asks for the types of what it returns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.errors import QueryError
from kg.stores.arcadedb.shapes import Shape, Types
from kg.stores.cypher.tokens import Token, is_plain, returns, tokens


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A query whose rows have, beside the value of each column, its types.

    `names` gives for each column the key of its value; the key of its types is that with `suffix`.
    """

    text: str
    parameters: Mapping[str, str]
    names: Mapping[str, str]
    suffix: str


def wrapped(query: str, columns: Sequence[str], shapes: Mapping[str, Shape]) -> Wrapped:
    """Wrap a query.

    Parameters
    ----------
    query
        Begins with a clause and ends with RETURN.
    columns
        Those that it gave, in their order.
    shapes
        What was seen in them.

    Raises
    ------
    QueryError
        Its last RETURN can't be made out.
    """
    prefix = "kg_"
    while prefix in query:
        prefix += "_"
    inner, names = _named(query, columns, prefix)
    types = Types(f"{prefix}t")
    suffix = f"{prefix}types"
    parts = []
    for column in columns:
        name = names[column]
        parts.append(f"{name} AS {name}")
        parts.append(f"{types.expression(shapes[column], name)} AS {name}{suffix}")
    return Wrapped(f"CALL {{ {inner}\n}} RETURN {', '.join(parts)}", types.parameters, names, suffix)


def _named(query: str, columns: Sequence[str], prefix: str) -> tuple[str, dict[str, str]]:
    """Give the query with a plain name for every column, and these names."""
    found = tokens(query)
    while found and found[-1].text == ";":
        found.pop()
    body = query[: found[-1].end] if found else query
    parts = returns(found, body)
    names = {column: column for column in columns}
    edits: list[tuple[int, int, str]] = []
    for items, end in parts:
        renamed: dict[str, str] = {}
        # A star stands first, and the variables that it stands for are plain names.
        for place, item in enumerate(reversed(items), start=1):
            if item.text == "*":
                break
            if place > len(columns):
                raise QueryError("the columns of its RETURN can't be made out; name each with AS")
            column = columns[-place]
            if item.alias is not None and is_plain(item.alias):
                continue
            names[column] = f"{prefix}{len(columns) - place}"
            edits.append((item.start, item.end, f"{item.text} AS {names[column]}"))
            if item.alias is not None:
                renamed[item.alias] = names[column]
        edits += _renamed(found, renamed, end)
    for start, stop, text in sorted(edits, reverse=True):
        body = body[:start] + text + body[stop:]
    if not parts:
        raise QueryError("it doesn't end with RETURN, so dates in it can't be told from text; write … YIELD … RETURN …")
    return body, names


def _renamed(found: Sequence[Token], new: Mapping[str, str], begin: int) -> list[tuple[int, int, str]]:
    """Rename quoted columns in what follows the items, up to the next part of a union."""
    edits = []
    for place in range(bisect_left(found, begin, key=attrgetter("start")), len(found)):
        token = found[place]
        if token.is_word("UNION") and token.depth == 0:
            break
        if token.text in new:
            edits.append((token.start, token.end, new[token.text]))
    return edits
