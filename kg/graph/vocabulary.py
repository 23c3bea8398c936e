"""The closed list of labels and edge types that a graph can hold: no other word ever gets into a query as a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.schema.types import Schema

ENTITY, EVENT = "Entity", "Event"
#: Every node has exactly one of these labels.
ROOTS = ("Article", "Date", ENTITY, EVENT, "Report")

_PLAIN = ("Article", "Date", "Report")
_ENTITIES = ("Agreement", "Country", "Organization", "Person", "Place")
_TYPES = (
    "AT",
    "EVIDENCE_FOR",
    "HOLDS_OFFICE",
    "IN_ARTICLE",
    "LOCATED_IN",
    "MENTIONED_IN",
    "OF",
    "ON",
    "PARTICIPATES_IN",
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Labels with their root, and types of edges, in alphabetical order.

    `roots` gives for each label the one of ROOTS that its nodes carry, itself or one beside it: Person has Entity,
    Visit has Event, Date has Date.
    """

    roots: Mapping[str, str]
    types: tuple[str, ...]

    def label_of(self, labels: tuple[str, ...]) -> str | None:
        """The label that is most exact, such as Person of (Entity, Person); None unless the labels are known ones.

        Examples
        --------
        >>> vocabulary_of(Schema({}, {})).label_of(("Entity", "Person"))
        'Person'
        """
        known = [label for label in labels if label in self.roots]
        return known[0] if len(known) == 1 and {known[0], self.roots[known[0]]} == set(labels) else None


def vocabulary_of(schema: Schema) -> Vocabulary:
    """Give the labels and edge types of the graphs that a schema leads to.

    Examples
    --------
    >>> words = vocabulary_of(Schema({}, {}))
    >>> words.roots["Place"], words.types[:3]
    ('Entity', ('AT', 'EVIDENCE_FOR', 'HOLDS_OFFICE'))
    """
    roots = {label: label for label in _PLAIN}
    roots |= dict.fromkeys((*_ENTITIES, *schema.entities), ENTITY) | dict.fromkeys(schema.events, EVENT)
    types = {*_TYPES, *(event.edge.type for event in schema.events.values())}
    return Vocabulary(dict(sorted(roots.items())), tuple(sorted(types)))
