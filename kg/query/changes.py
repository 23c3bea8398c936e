"""What has changed between two graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.graph.records import Node
from kg.query.change_results import Change, ChangeKind, FieldChange
from kg.query.events import time_of
from kg.query.fetched import Fetched
from kg.query.results import Event
from kg.stores.filter import Filter
from kg.stores.store import Reading

_COMPARED = ("type", "status", "start", "end", "place", "document", "confidence", "n_articles")


@dataclass(frozen=True, slots=True)
class State:
    """A graph at one time, and what was read of its events."""

    graph: Reading
    fetched: Fetched


def changes_between(before: State, after: State, bounds: Filter) -> list[Change]:
    """Give new events, then changed, then removed ones, each in the order of time.

    An event is the same if it has the same id; else if most of its sentences are those of an event that is no more: an
    id depends on the date, say, of which a later article may know better.
    """
    old, new = _events(before), _events(after)
    same = {event: event for event in old.keys() & new.keys()} | _renamed(before, after, old, new)
    pairs = [(old[b], new[a]) for a, b in same.items() if bounds.takes(old[b]) or bounds.takes(new[a])]
    added = [node for i, node in new.items() if i not in same and bounds.takes(node)]
    gone = set(same.values())
    removed = [node for i, node in old.items() if i not in gone and bounds.takes(node)]
    after.fetched.tell(node.id for _, node in pairs)
    before.fetched.tell(node.id for node, _ in pairs)
    found = list(told(ChangeKind.NEW, added, after))
    for one, other in sorted(pairs, key=lambda pair: time_of(pair[1])):
        fields = _differing(before.fetched.event(one.id), after.fetched.event(other.id))
        if fields:
            found += told(ChangeKind.CHANGED, [other], after, {other.id: fields})
    return found + list(told(ChangeKind.REMOVED, removed, before))


def told(
    kind: ChangeKind,
    events: Collection[Node],
    state: State,
    fields: Mapping[str, tuple[FieldChange, ...]] | None = None,
) -> Iterator[Change]:
    """Give changes of one kind with their sentences, in the order of time."""
    state.fetched.tell(node.id for node in events)
    for node in sorted(events, key=time_of):
        changed = (fields or {}).get(node.id, ())
        yield Change(kind, state.fetched.event(node.id), changed, state.fetched.best(node.id))


def _events(state: State) -> dict[str, Node]:
    return {node.id: node for node in state.graph.nodes("Event")}


def _renamed(before: State, after: State, old: Mapping[str, Node], new: Mapping[str, Node]) -> dict[str, str]:
    """Match new events with those that are no more by the reports they have in common: new id -> old id."""
    was = _by_report(before, old.keys() - new.keys())
    common: dict[tuple[str, str], int] = defaultdict(int)
    for report, events in _by_report(after, new.keys() - old.keys()).items():
        for event in events:
            for earlier in was.get(report, ()):
                common[event, earlier] += 1
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for event, earlier in sorted(common, key=lambda pair: (-common[pair], pair)):
        if event not in matched and earlier not in taken:
            matched[event] = earlier
            taken.add(earlier)
    return matched


def _by_report(state: State, events: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for edge in state.graph.edges_of("Event", events, "EVIDENCE_FOR", outgoing=False):
        found[edge.head].append(edge.tail)
    return found


def _differing(one: Event, other: Event) -> tuple[FieldChange, ...]:
    pairs = [(name, _text(getattr(one, name)), _text(getattr(other, name))) for name in _COMPARED]
    pairs.append(("participants", _who(one), _who(other)))
    return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _who(event: Event) -> str:
    """Name who takes part; two of one name are told apart by their ids."""
    names = [participant.actor.name for participant in event.participants]
    return ", ".join(
        f"{p.actor.name} ({p.role})" + (f" [{p.actor.id}]" if names.count(p.actor.name) > 1 else "")
        for p in event.participants
    )
