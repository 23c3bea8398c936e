"""Which constraints and indexes a graph on a Neo4j server has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph.vocabulary import ENTITY, EVENT, ROOTS, Vocabulary
from kg.stores.cypher.engine import Row
from kg.stores.cypher.statements import quoted
from kg.stores.cypher.values import LOOKUP

_UNIQUE = frozenset(("UNIQUENESS", "NODE_PROPERTY_UNIQUENESS", "NODE_KEY"))
_UNIQUE_EDGES = frozenset(("RELATIONSHIP_UNIQUENESS", "RELATIONSHIP_PROPERTY_UNIQUENESS", "RELATIONSHIP_KEY"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A constraint or an index.

    `on` is the label or type, `kinds` the types that SHOW gives to one that does as well, `form` and `body` the parts
    of the statement that makes it, before and behind the name.
    """

    on: str
    properties: tuple[str, ...]
    kinds: frozenset[str]
    form: str
    body: str

    @property
    def name(self) -> str:
        """The name under which kg makes it."""
        return "_".join(("kg", self.on, *self.properties))

    def statement(self, *, name: str | None) -> str:
        """Give the statement that makes it; without a name the server finds one."""
        return f"CREATE {self.form} {quoted(name) if name else ''} IF NOT EXISTS {self.body}"

    def is_kept_by(self, row: Row) -> bool:
        """Whether one that the server has, under whatever name, does the same."""
        return row["type"] in self.kinds and self.is_about(row)

    def is_about(self, row: Row) -> bool:
        """Whether one that the server has is about the same label and properties."""
        return bool(row["labelsOrTypes"] == [self.on] and row["properties"] == list(self.properties))


#: Entities by what they are looked up by: each key is one word of the index, as it stands.
LOOKUPS = Rule(
    ENTITY,
    (LOOKUP,),
    frozenset(("FULLTEXT",)),
    "FULLTEXT INDEX",
    f"FOR (n:{ENTITY}) ON EACH [n.{LOOKUP}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'keyword'}}}}",
)


def constraints(vocabulary: Vocabulary, *, edge_ids: bool = True) -> Iterator[Rule]:
    """Give what each id is merged by: it is there once within a label, or a type.

    Nodes are merged by their own label, and read by that of their root. `edge_ids`: whether this server has
    constraints on relationships.

    Examples
    --------
    >>> [rule.name for rule in constraints(Vocabulary({}, ("MEETS",)))][-2:]
    ['kg_Report_id', 'kg_MEETS_id']
    """
    for label in sorted({*vocabulary.roots, *ROOTS}):
        yield Rule(label, ("id",), _UNIQUE, "CONSTRAINT", f"FOR (n:{quoted(label)}) REQUIRE n.id IS UNIQUE")
    for kind in vocabulary.types if edge_ids else ():
        yield Rule(kind, ("id",), _UNIQUE_EDGES, "CONSTRAINT", f"FOR ()-[e:{quoted(kind)}]-() REQUIRE e.id IS UNIQUE")


def indexes() -> Iterator[Rule]:
    """Give what questions need: dates of events, and names.

    Examples
    --------
    >>> [rule.name for rule in indexes()]
    ['kg_Event_start', 'kg_Event_end', 'kg_Entity_kg_lookup', 'kg_Entity_name_names']
    """
    for day in ("start", "end"):
        yield Rule(EVENT, (day,), frozenset(("RANGE",)), "INDEX", f"FOR (n:{EVENT}) ON (n.{day})")
    yield LOOKUPS
    names = ("name", "names")
    yield Rule(ENTITY, names, frozenset(("FULLTEXT",)), "FULLTEXT INDEX", f"FOR (n:{ENTITY}) ON EACH [n.name, n.names]")
