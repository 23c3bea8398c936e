"""Any graph that our records and a schema allow, with what newspapers would never print."""

from __future__ import annotations

import math

from hypothesis import strategies as st

from kg.graph.records import Edge, Graph, Node, Properties, Value, properties
from kg.graph.vocabulary import vocabulary_of
from tests.story import SCHEMA

VOCABULARY = vocabulary_of(SCHEMA)
#: Few, since a server plans a statement anew for each type and two labels.
LABELS, TYPES = ("Article", "Person", "Visit"), ("MEETS", "OF")

_HOSTILE = (
    "' OR 1=1 //",
    "`}) DETACH DELETE n //",
    '"; DROP TABLE Person; --',
    "$rows {{id}} \\u0027",
    "\N{RIGHT-TO-LEFT OVERRIDE}Ünïcode \N{GRINNING FACE}\u2028\r\n\t",
    "",
)
_TEXTS = st.sampled_from(_HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
_DAYS = st.dates().map(lambda day: day.isoformat())
_VALUES: st.SearchStrategy[Value] = st.one_of(
    _TEXTS,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False).filter(
        lambda number: not (number == 0 and math.copysign(1, number) < 0)
    ),
    st.booleans(),
    st.lists(_TEXTS, max_size=3).map(tuple),
)


@st.composite
def _properties(draw: st.DrawFn, identity: str) -> Properties:
    known: dict[str, Value] = draw(st.dictionaries(st.sampled_from(("name", "text", "in", "n articles", "`")), _VALUES))
    known |= draw(st.dictionaries(st.sampled_from(("start", "end")), _DAYS))
    return properties({**known, "id": identity})


@st.composite
def _node(draw: st.DrawFn, identity: str) -> Node:
    label = draw(st.sampled_from(LABELS))
    return Node(identity, tuple(sorted({label, VOCABULARY.roots[label]})), draw(_properties(identity)))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Up to six nodes with some edges, several of one pair and loops among them."""
    ids = sorted(draw(st.sets(st.sampled_from(("a", "b", "ä", "", *_HOSTILE)) | _TEXTS, max_size=6)))
    nodes = tuple(draw(_node(identity)) for identity in ids)
    names = sorted(draw(st.sets(_TEXTS | st.sampled_from("pqrstuvw"), max_size=8))) if ids else []
    ends = st.sampled_from(ids) if ids else st.nothing()
    types = st.sampled_from(TYPES)
    return Graph(
        nodes, tuple(Edge(name, draw(types), draw(ends), draw(ends), draw(_properties(name))) for name in names)
    )
