"""Queries to begin with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A query, what it asks, and its parameters as JSON."""

    asks: str
    query: str
    parameters: str = ""


EXAMPLES = (
    Example(
        "Who met most often?",
        "MATCH (a:Person)-[m:MEETS]-(b:Person)\n"
        "WHERE a.name < b.name AND m.status = 'occurred'\n"
        "RETURN a, b, count(m) AS meetings ORDER BY meetings DESC, a.name, b.name LIMIT 20",
    ),
    Example(
        "Which states were visited most?",
        "MATCH (visitor)-[v:VISITS]->(c:Country)\n"
        "WHERE v.status = 'occurred'\n"
        "RETURN c, count(v) AS visits, count(DISTINCT visitor) AS visitors ORDER BY visits DESC, c.name LIMIT 20",
    ),
    Example(
        "What happened from one day to another?",
        "MATCH (e:Event)\n"
        "WHERE e.start >= date($from) AND e.start <= date($to) AND e.status = 'occurred'\n"
        "RETURN e, e.type AS type, e.start AS day, e.place AS place ORDER BY day, e.id LIMIT 50",
        '{"from": "2016-01-01", "to": "2016-12-31"}',
    ),
    Example(
        "Which sentences tell of an event?",
        "MATCH (r:Report)-[:EVIDENCE_FOR]->(e:Event), (r)-[:IN_ARTICLE]->(a:Article)\n"
        "RETURN e, r.sentence AS sentence, a ORDER BY e.start DESC, e.id LIMIT 20",
    ),
    Example(
        "Which events do articles tell differently?",
        "MATCH (r:Report)-[:EVIDENCE_FOR]->(e:Event)\n"
        "WITH e, collect(DISTINCT r.status) AS statuses\n"
        "WHERE size(statuses) > 1\n"
        "RETURN e, statuses, e.n_articles AS articles ORDER BY articles DESC, e.id LIMIT 20",
    ),
    Example(
        "Who was together with both of two?",
        "MATCH (a:Person {name: $a})-[:PARTICIPATES_IN]->(:Event)<-[:PARTICIPATES_IN]-(x:Person)\n"
        "      -[:PARTICIPATES_IN]->(:Event)<-[:PARTICIPATES_IN]-(b:Person {name: $b})\n"
        "WHERE x <> a AND x <> b\n"
        "RETURN DISTINCT x ORDER BY x.name LIMIT 20",
        '{"a": "Barack Obama", "b": "Joe Biden"}',
    ),
    Example(
        "Who held which office?",
        "MATCH (p:Person)-[o:HOLDS_OFFICE]->(of)\n"
        "RETURN p, o.title AS title, of, o.told_first AS from, o.told_last AS to, o.n_articles AS articles\n"
        "ORDER BY p.name, title LIMIT 50",
    ),
)
