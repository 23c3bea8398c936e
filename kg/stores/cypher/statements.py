"""The statements of the loader. Names in them come from the closed list alone; everything else is a parameter."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import StoreError
from kg.graph.records import Edge, Node
from kg.graph.vocabulary import ENTITY, ROOTS, Vocabulary
from kg.stores.cypher.values import LOOKUP


def quoted(name: str) -> str:
    """Quote a label, type or property name for Cypher.

    Examples
    --------
    >>> quoted("HOLDS_OFFICE"), quoted("a`b")
    ('`HOLDS_OFFICE`', '`a``b`')
    """
    return "`" + name.replace("`", "``") + "`"


def nodes_with_ids(label: str) -> str:
    """Nodes of a label with some ids."""
    return (
        f"UNWIND $ids AS id MATCH (n:{quoted(label)} {{id: id}}) "
        "RETURN labels(n) AS labels, properties(n) AS properties"
    )


class Statements:
    """Statements for one vocabulary. What is merged comes in rows of values, see `kg.stores.cypher.batches.Row`."""

    def __init__(self, vocabulary: Vocabulary, *, sets_root_labels: bool) -> None:
        self._vocabulary = vocabulary
        self._sets_root_labels = sets_root_labels

    def label(self, node: Node) -> str:
        """The exact label of a node.

        Raises
        ------
        StoreError
            Its labels aren't ones that the schema knows.
        """
        label = self.exact(node.labels)
        if label is None:
            raise StoreError(f"node {node.id!r}: the schema has no labels {', '.join(node.labels)}")
        return label

    def exact(self, labels: Iterable[str]) -> str | None:
        """The most exact of some labels, None unless they are labels of ours and no other."""
        return self._vocabulary.label_of(tuple(labels))

    def type(self, edge: Edge) -> str:
        """The type of an edge, of which the schema must know."""
        if edge.type not in self._vocabulary.types:
            raise StoreError(f"edge {edge.id!r}: the schema has no edge type {edge.type}")
        return edge.type

    def merge_nodes(self, label: str) -> str:
        """Add nodes of a label, or give those that are there exactly these properties."""
        root = self._vocabulary.roots[label]
        labels = f"n:{quoted(root)}, " if self._sets_root_labels and root != label else ""
        return (
            f"UNWIND $rows AS row MERGE (n:{quoted(label)} {{id: row[0]}}) "
            f"{_exactly('n', 'row[1]', labels)} RETURN count(n) AS done"
        )

    def merge_edges(self, kind: str, head: str, tail: str) -> str:
        """Add edges of a type between nodes of two labels, or give them exactly these properties.

        The edges of a head come together, so that it is looked for once: measured, a fifth quicker.
        """
        return (
            f"UNWIND $heads AS head MATCH (a:{quoted(head)} {{id: head[0]}}) "
            f"UNWIND head[1] AS row MATCH (b:{quoted(tail)} {{id: row[0]}}) "
            f"MERGE (a)-[e:{quoted(kind)} {{id: row[1]}}]->(b) {_exactly('e', 'row[2]')} RETURN count(e) AS done"
        )

    def create_edges(self, kind: str, head: str, tail: str) -> str:
        """Add edges of a type between nodes of two labels, none of them there; rows `{id, head, tail, properties}`."""
        return (
            f"UNWIND $rows AS row MATCH (a:{quoted(head)} {{id: row.head}}) MATCH (b:{quoted(tail)} {{id: row.tail}}) "
            f"CREATE (a)-[e:{quoted(kind)}]->(b) SET e = row.properties RETURN count(e) AS done"
        )

    def missing(self, label: str) -> str:
        """Which of some ids have no node."""
        return (
            f"UNWIND $ids AS id OPTIONAL MATCH (n:{quoted(label)} {{id: id}}) "
            "WITH id, n WHERE n IS NULL RETURN id ORDER BY id LIMIT 5"
        )

    def labels_of(self, root: str) -> str:
        """Labels of the nodes of a root with some ids."""
        return f"UNWIND $ids AS id MATCH (n:{quoted(root)} {{id: id}}) RETURN id, labels(n) AS labels"

    def remove_nodes(self, label: str) -> str:
        """Remove nodes, whose edges were removed before."""
        return f"UNWIND $rows AS row MATCH (n:{quoted(label)} {{id: row[0]}}) DETACH DELETE n"

    def remove_edges(self, kind: str, head: str) -> str:
        """Remove edges of a type that begin at nodes of a label."""
        return (
            f"UNWIND $heads AS head MATCH (a:{quoted(head)} {{id: head[0]}}) UNWIND head[1] AS row "
            f"MATCH (a)-[e:{quoted(kind)} {{id: row[1]}}]->() DELETE e"
        )

    def all_nodes(self, label: str) -> str:
        """All nodes with a label, in the order of their ids; those without id are not ours."""
        return (
            f"MATCH (n:{quoted(label)}) WHERE n.id IS NOT NULL "
            "RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id"
        )

    def all_edges(self, kind: str) -> str:
        """All edges of a type."""
        return (
            f"MATCH (a)-[e:{quoted(kind)}]->(b) WHERE e.id IS NOT NULL "
            "RETURN a.id AS head, b.id AS tail, properties(e) AS properties"
        )

    def edges_of(self, label: str, kind: str, *, outgoing: bool) -> str:
        """Edges of a type that begin, or end, at nodes of a label with some ids."""
        arrow = f"-[e:{quoted(kind)}]->" if outgoing else f"<-[e:{quoted(kind)}]-"
        ends = "n.id AS head, m.id AS tail" if outgoing else "m.id AS head, n.id AS tail"
        return (
            f"UNWIND $ids AS id MATCH (n:{quoted(label)} {{id: id}}){arrow}(m) "
            f"WHERE e.id IS NOT NULL RETURN {ends}, properties(e) AS properties"
        )

    def any_nodes(self, labels: Iterable[str]) -> str:
        """Those of some labels that a node has."""
        return " UNION ALL ".join(
            f"MATCH (n:{quoted(label)}) WHERE n.id IS NOT NULL WITH n LIMIT 1 RETURN {_text(label)} AS label"
            for label in labels
        )

    def ids(self, label: str) -> str:
        """Ids of nodes of a label that begin so."""
        return f"MATCH (n:{quoted(label)}) WHERE n.id STARTS WITH $prefix RETURN n.id AS id"

    def pairs(self, kind: str) -> str:
        """Ends of all edges of a type."""
        return f"MATCH (a)-[e:{quoted(kind)}]->(b) WHERE e.id IS NOT NULL RETURN a.id AS head, b.id AS tail"

    def unfound(self) -> str:
        """Entities without what they are looked up by."""
        return (
            f"MATCH (n:{ENTITY}) WHERE n.id IS NOT NULL AND n.{LOOKUP} IS NULL "
            "RETURN labels(n) AS labels, properties(n) AS properties"
        )

    def set_lookups(self) -> str:
        """Give entities what they are looked up by."""
        return (
            f"UNWIND $rows AS row MATCH (n:{ENTITY} {{id: row.id}}) SET n.{LOOKUP} = row.keys RETURN count(n) AS done"
        )

    def any_node(self) -> str:
        """Whether there is a node, of whatever label: as many as there are are counted by the database's own books."""
        return "MATCH (n) RETURN count(n) AS done"

    def counted_nodes(self, root: str) -> str:
        """Count the nodes of a root by all their labels."""
        return f"MATCH (n:{quoted(root)}) WHERE n.id IS NOT NULL RETURN [labels(n)] AS ends, count(n) AS done"

    def counted(self) -> tuple[list[str], list[str]]:
        """Statements that count the nodes of each root, and the edges of each type, by all labels of node or ends."""
        nodes = [self.counted_nodes(root) for root in ROOTS]
        edges = [
            f"MATCH (a)-[e:{quoted(kind)}]->(b) WHERE e.id IS NOT NULL "
            "RETURN [labels(a), labels(b)] AS ends, count(e) AS done"
            for kind in self._vocabulary.types
        ]
        return nodes, edges


def _text(label: str) -> str:
    """A label of the closed list as a text of Cypher."""
    return "'" + label.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _exactly(name: str, properties: str, labels: str = "") -> str:
    """Give what was merged exactly some properties. What is new has only its id: nothing is to be taken away.

    A server then doesn't read what it just made; measured, a tenth quicker.
    """
    return f"ON CREATE SET {labels}{name} += {properties} ON MATCH SET {labels}{name} = {properties}"
