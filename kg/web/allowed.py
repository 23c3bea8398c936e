"""What a visitor's query may do besides reading the graph: nothing. It reads no file, and asks no host.

Databases call `LOAD CSV` reading, and some procedures too; visitors could read this machine's files with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.stores.cypher.mistakes import mistake
from kg.stores.cypher.tokens import Token, tokens

_BEGINNINGS = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL")
#: Procedures that only look at the graph.
_PROCEDURES = (
    "db.labels",
    "db.relationshiptypes",
    "db.propertykeys",
    "db.schema.visualization",
    "db.schema.nodetypeproperties",
    "db.schema.reltypeproperties",
    "db.index.fulltext.querynodes",
    "db.index.fulltext.queryrelationships",
)
#: Functions with a dot in their name that only reckon.
_FUNCTIONS = (
    "date.", "datetime.", "time.", "localtime.", "localdatetime.", "duration.", "point.",
    "apoc.coll.", "apoc.convert.", "apoc.map.", "apoc.number.", "apoc.text.",
)  # fmt: skip
# Neo4j reads these before all else, also in texts and names.
_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")


def check_allowed(query: str) -> None:
    """Refuse what reaches beyond the graph.

    Raises
    ------
    QueryError
        It does; with the place.

    Examples
    --------
    >>> check_allowed("MATCH (n) RETURN n.name")
    >>> check_allowed("LOAD CSV FROM 'file:///x' AS l RETURN l")
    Traceback (most recent call last):
    kg.errors.QueryError: line 1, column 1: here a query begins with MATCH, OPTIONAL, WITH, UNWIND, RETURN or CALL
      LOAD CSV FROM 'file:///x' AS l RETURN l
      ^
    """
    _check(query)
    decoded = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), query)
    if decoded != query:
        _check(decoded)


def _check(query: str) -> None:
    found = tokens(query)
    if found and not found[0].is_word(*_BEGINNINGS):
        named = f"{', '.join(_BEGINNINGS[:-1])} or {_BEGINNINGS[-1]}"
        raise mistake(f"here a query begins with {named}", query, found[0].start)
    for place, token in enumerate(found):
        fault = _fault(found, place)
        if fault:
            raise mistake(fault, query, token.start)


def _fault(found: Sequence[Token], place: int) -> str | None:
    token, after = found[place], found[place + 1 : place + 2]
    if token.is_word("LOAD") and after and after[0].is_word("CSV"):
        return "files and addresses aren't read here"
    if token.text == "." or (place and found[place - 1].text == "."):
        return None  # the begin of a name with dots is judged for all of it
    name, end = _dotted(found, place)
    if token.is_word("CALL") and after and after[0].text not in ("{", "("):
        called, _ = _dotted(found, place + 1)
        if called not in _PROCEDURES:
            return f"the procedure {called} can't be called here. There are {', '.join(_PROCEDURES[:3])} and others"
    is_called = end < len(found) and found[end].text == "("
    called_by_procedure = bool(place) and found[place - 1].is_word("CALL")
    if "." in name and is_called and not called_by_procedure and not name.startswith(_FUNCTIONS):
        return f"the function {name} can't be used here"
    return None


def _dotted(found: Sequence[Token], place: int) -> tuple[str, int]:
    """A name with its dots and without backticks, in lower case, and the place behind it."""
    parts = [found[place].text.strip("`").lower()]
    end = place + 1
    while end + 1 < len(found) and found[end].text == ".":
        parts.append(found[end + 1].text.strip("`").lower())
        end += 2
    return ".".join(parts), end
