"""The statements that gather events and what has to do with them; `kg.stores.store.Reading` says what for.

A list made within a row (`[(v)<-[p]-(a) | …]`) sends an event once, however many take part in it.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.graph.vocabulary import EVENT
from kg.stores.cypher.bounds import conditions
from kg.stores.cypher.statements import quoted
from kg.stores.filter import Filter

_PARTS = "[(v)<-[p:PARTICIPATES_IN]-(a:Entity) WHERE p.id IS NOT NULL | [p.id, a.id, p.role]] AS parts"
_TELLINGS = (
    "[(v)<-[x:EVIDENCE_FOR]-(r:Report)-[:IN_ARTICLE]->(a:Article) WHERE x.id IS NOT NULL"
    " | [x.main, labels(r), properties(r), labels(a), properties(a)]] AS tellings"
)
_ALSO = (
    "MATCH (v)<-[b:PARTICIPATES_IN]-(other:Entity) WHERE other.id IN $also AND b.id IS NOT NULL "
    "WITH v, count(DISTINCT other.id) AS found WHERE found = size($also) "
)
_OF_LABELS = "any(label IN labels(a) WHERE label IN $labels)"


def occasions(bounds: Filter, edge_type: str, leading: Collection[str], *, shared: bool = False) -> str:
    """Events at the other end of edges of some entities; `shared`: in which others take part as well."""
    leads = "".join(
        f", [(v)-[l:{quoted(kind)}]->(n:Entity) WHERE l.id IS NOT NULL | n.id] AS {quoted('to_' + kind)}"
        for kind in leading
    )
    return (
        f"UNWIND $ids AS id MATCH (e:Entity {{id: id}})-[t:{quoted(edge_type)}]-(v:{EVENT}) "
        f"WHERE t.id IS NOT NULL AND {conditions(bounds, 'v')} WITH DISTINCT v {_ALSO if shared else ''}"
        "RETURN v.id AS id, v.type AS type, v.start AS start, v.end AS end, v.n_articles AS n_articles, "
        f"{_PARTS}{leads}"
    )


def days(bounds: Filter) -> str:
    """When events were."""
    return f"MATCH (v:{EVENT}) WHERE {conditions(bounds, 'v')} RETURN v.id AS id, v.start AS start, v.end AS end"


def tally(bounds: Filter, *, of_entity: bool) -> str:
    """How many events there are by type, status and year."""
    found = f"MATCH (v:{EVENT}) WHERE {conditions(bounds, 'v')} WITH v "
    if of_entity:
        found = (
            f"MATCH (e:Entity {{id: $id}})-[t:PARTICIPATES_IN]->(v:{EVENT}) "
            f"WHERE t.id IS NOT NULL AND {conditions(bounds, 'v')} WITH DISTINCT v "
        )
    return f"{found}RETURN v.type AS type, v.status AS status, v.start.year AS year, count(v) AS events"


def published() -> str:
    """How many articles there are, and from when."""
    return (
        "MATCH (n:Article) WHERE n.id IS NOT NULL "
        "RETURN count(n) AS articles, min(n.published) AS first, max(n.published) AS last"
    )


def accounts() -> str:
    """Events with all that is told of them."""
    return (
        f"UNWIND $ids AS id MATCH (v:{EVENT} {{id: id}}) "
        f"RETURN labels(v) AS labels, properties(v) AS properties, {_PARTS}, {_TELLINGS}"
    )


def members(bounds: Filter, *, of_labels: bool) -> str:
    """Who takes part in each event."""
    which = f" AND {_OF_LABELS}" if of_labels else ""
    return (
        f"MATCH (v:{EVENT})<-[p:PARTICIPATES_IN]-(a:Entity) "
        f"WHERE {conditions(bounds, 'v')} AND p.id IS NOT NULL{which} "
        "RETURN v.id AS event, collect(DISTINCT a.id) AS members"
    )


def told_in(bounds: Filter) -> str:
    """Events of which articles tell."""
    return (
        f"UNWIND $ids AS id MATCH (:Article {{id: id}})<-[:IN_ARTICLE]-(:Report)-[x:EVIDENCE_FOR]->(v:{EVENT}) "
        f"WHERE x.id IS NOT NULL AND {conditions(bounds, 'v')} RETURN DISTINCT v.id AS id"
    )


def published_from() -> str:
    """Articles by their time of publication."""
    return (
        "MATCH (n:Article) WHERE n.id IS NOT NULL AND n.published >= $first RETURN n.id AS id, n.published AS published"
    )


def mentioned_with(bounds: Filter | None, *, of_labels: bool) -> str:
    """How many articles mention an entity with each other one."""
    told = ""
    if bounds is not None:
        who = f" WHERE {_OF_LABELS}" if of_labels else ""
        told = (
            f" WITH DISTINCT n MATCH (n)<-[:IN_ARTICLE]-(:Report)-[:EVIDENCE_FOR]->(v:{EVENT}) "
            f"WHERE {conditions(bounds, 'v')} AND EXISTS {{ MATCH (v)<-[:PARTICIPATES_IN]-(a:Entity){who} }}"
        )
    return (
        f"MATCH (e:Entity {{id: $id}})-[m:MENTIONED_IN]->(n:Article) WHERE m.id IS NOT NULL{told} "
        "WITH DISTINCT n MATCH (n)<-[o:MENTIONED_IN]-(other:Entity) WHERE o.id IS NOT NULL AND other.id <> $id "
        "RETURN other.id AS id, count(DISTINCT n) AS articles"
    )


def degrees(bounds: Filter, via: str) -> str:
    """With how many others each actor takes part in events, also in those that lead to the same node."""
    kind = quoted(via)
    return (
        f"UNWIND $ids AS id MATCH (e:Entity {{id: id}})-[t:PARTICIPATES_IN]->(v:{EVENT}) "
        f"WHERE t.id IS NOT NULL AND {conditions(bounds, 'v')} WITH DISTINCT id, v "
        f"UNWIND [v] + [(v)-[:{kind}]->(:Entity)<-[:{kind}]-(w:{EVENT}) WHERE {conditions(bounds, 'w')} | w] AS u "
        "WITH DISTINCT id, u "
        "MATCH (u)<-[p:PARTICIPATES_IN]-(a:Entity) WHERE p.id IS NOT NULL AND a.id <> id "
        "RETURN id, count(DISTINCT a.id) AS degree"
    )
