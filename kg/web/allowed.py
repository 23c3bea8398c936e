"""What a visitor's query may do: read the graph, by procedures and functions that are known to do no more.

Whoever asks on a machine of their own may call what is installed there; a visitor may not.
"""

from __future__ import annotations

from kg.stores.cypher.mistakes import mistake
from kg.stores.cypher.reach import Called, called, check_reach, readings
from kg.stores.cypher.tokens import tokens

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


def check_allowed(query: str) -> None:
    """Refuse what reaches beyond the graph, or may do so.

    Raises
    ------
    QueryError
        It does; with the place.

    Examples
    --------
    >>> check_allowed("MATCH (n) RETURN n.name")
    >>> check_allowed("SHOW USERS")
    Traceback (most recent call last):
    kg.errors.QueryError: line 1, column 1: here a query begins with MATCH, OPTIONAL, WITH, UNWIND, RETURN or CALL
      SHOW USERS
      ^
    """
    check_reach(query)
    for text in readings(query):
        found = tokens(text)
        if found and not found[0].is_word(*_BEGINNINGS):
            named = f"{', '.join(_BEGINNINGS[:-1])} or {_BEGINNINGS[-1]}"
            raise mistake(f"here a query begins with {named}", text, found[0].start)
        for one in called(found):
            fault = _fault(one)
            if fault:
                raise mistake(fault, text, one.token.start)


def _fault(one: Called) -> str | None:
    if one.is_procedure and one.name not in _PROCEDURES:
        return f"the procedure {one.name} can't be called here. There are {', '.join(_PROCEDURES[:3])} and others"
    if not one.is_procedure and not one.name.startswith(_FUNCTIONS):
        return f"the function {one.name} can't be used here"
    return None
