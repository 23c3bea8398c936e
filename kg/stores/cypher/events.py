"""Events in a database that speaks Cypher, with what has to do with them: each call is one statement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.graph.records import Node
from kg.graph.vocabulary import Vocabulary
from kg.stores.cypher import event_statements
from kg.stores.cypher.bounds import parameters
from kg.stores.cypher.engine import Engine, Row
from kg.stores.cypher.values import from_database
from kg.stores.filter import Filter
from kg.stores.gathered import Account, Kind, Occasion, Part, Published, Telling


class CypherEvents:
    """The part of `Reading` that gathers events."""

    engine: Engine
    _vocabulary: Vocabulary

    def occasions(
        self,
        bounds: Filter,
        edge_type: str,
        entities: Collection[str],
        *,
        leading: Collection[str] = (),
        also: Collection[str] = (),
    ) -> Sequence[Occasion]:
        """Events within bounds that have an edge of a type to or from one of some entities, each once, by id."""
        if not entities:
            return ()
        statement = event_statements.occasions(bounds, edge_type, leading, shared=bool(also))
        rows = self._rows(statement, bounds, ids=list(entities), **({"also": sorted(set(also))} if also else {}))
        return sorted((_occasion(row, leading) for row in rows), key=lambda occasion: occasion.id)

    def days(self, bounds: Filter) -> Iterator[tuple[str, str | None, str | None]]:
        """Id, start and end of all events within bounds."""
        for row in self._rows(event_statements.days(bounds), bounds):
            yield row["id"], _day(row["start"]), _day(row["end"])

    def tally(self, bounds: Filter, entity: str | None = None) -> Mapping[Kind, int]:
        """How many events within bounds there are of each kind: all, or those in which an entity takes part."""
        statement = event_statements.tally(bounds, of_entity=entity is not None)
        rows = self._rows(statement, bounds, **({} if entity is None else {"id": entity}))
        return {Kind(row["type"], row["status"], row["year"]): row["events"] for row in rows}

    def published(self) -> Published:
        """How many articles there are, and from when."""
        [row] = self._rows(event_statements.published())
        return Published(row["articles"], row["first"], row["last"])

    def accounts(self, events: Collection[str]) -> Mapping[str, Account]:
        """Events with all that is told of them, by id."""
        if not events:
            return {}
        rows = self._rows(event_statements.accounts(), ids=list(events))
        found = (self._account(row) for row in rows)
        return {account.event.id: account for account in found if account is not None}

    def members(self, bounds: Filter, labels: Collection[str] | None = None) -> Iterator[tuple[str, Collection[str]]]:
        """Each event within bounds with the ids of those who take part in it, of some labels or all."""
        statement = event_statements.members(bounds, of_labels=labels is not None)
        for row in self._rows(statement, bounds, **_labelled(labels)):
            yield row["event"], row["members"]

    def told_in(self, articles: Collection[str], bounds: Filter) -> Collection[str]:
        """Ids of the events within bounds of which some of the articles tell."""
        if not articles:
            return ()
        return [row["id"] for row in self._rows(event_statements.told_in(bounds), bounds, ids=list(articles))]

    def published_from(self, first: str) -> Iterator[tuple[str, str]]:
        """Id and time of publication of the articles of which the latter, as text, is not less."""
        for row in self._rows(event_statements.published_from(), first=first):
            yield row["id"], row["published"]

    def mentioned_with(
        self, entity: str, bounds: Filter | None, labels: Collection[str] | None = None
    ) -> Mapping[str, int]:
        """For each other entity how many articles mention both."""
        statement = event_statements.mentioned_with(bounds, of_labels=labels is not None)
        rows = self._rows(statement, bounds, id=entity, **(_labelled(labels) if bounds else {}))
        return {row["id"]: row["articles"] for row in rows}

    def degrees(self, actors: Collection[str], bounds: Filter, via: str) -> Mapping[str, int]:
        """With how many others each of some actors takes part in events within bounds."""
        if not actors:
            return {}
        rows = self._rows(event_statements.degrees(bounds, via), bounds, ids=list(actors))
        return {row["id"]: row["degree"] for row in rows}

    def _rows(self, statement: str, bounds: Filter | None = None, **given: Any) -> Iterator[Row]:
        return self.engine.stream(statement, {**(parameters(bounds) if bounds else {}), **given})

    def _node_of(self, labels: Iterable[str], known: Mapping[str, Any]) -> Node | None:
        """The node with some labels and properties; None where it is not one of ours."""
        sorted_labels = tuple(sorted(labels))
        ours = self._vocabulary.label_of(sorted_labels) is not None
        return Node(known["id"], sorted_labels, from_database(known)) if ours else None

    def _account(self, row: Row) -> Account | None:
        event = self._node_of(row["labels"], row["properties"])
        if event is None:
            return None
        tellings = []
        for main, *told in row["tellings"]:
            report, article = self._node_of(*told[:2]), self._node_of(*told[2:])
            if report is not None and article is not None:
                tellings.append(Telling(bool(main), report, article))
        return Account(event, _parts(row), tuple(tellings))


def _occasion(row: Row, leading: Collection[str]) -> Occasion:
    return Occasion(
        row["id"],
        row["type"],
        _day(row["start"]),
        _day(row["end"]),
        row["n_articles"],
        _parts(row),
        {kind: tuple(sorted(row[f"to_{kind}"])) for kind in leading},
    )


def _parts(row: Row) -> tuple[Part, ...]:
    return tuple(Part(*part) for part in sorted(row["parts"]))


def _day(value: Any) -> str | None:
    """A day as our records have it; engines give a date, or its text."""
    return None if value is None else str(value)


def _labelled(labels: Collection[str] | None) -> dict[str, Any]:
    return {} if labels is None else {"labels": sorted(labels)}
