"""The triggers of a schema by their words, so that a predicate finds its own at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.predicates.predicate import Predicate, PredicateKind
from kg.schema.types import EventType, Schema, Trigger, TriggerKind


class TriggerIndex:
    """All triggers of all event types.

    `words` are the lemmas worth making predicates of, `types` the types by name, `here` the rules of journeys that go
    where the story is, `origins` those of journeys that tell where they come from.
    """

    def __init__(self, schema: Schema) -> None:
        self._by_name: dict[tuple[PredicateKind, str], list[tuple[EventType, Trigger]]] = defaultdict(list)
        words: set[str] = set()
        for event_type in schema.events.values():
            for trigger in event_type.triggers:
                kind = PredicateKind.VERB if trigger.kind is TriggerKind.VERB else PredicateKind.NOUN
                for lemma in trigger.lemmas:
                    self._by_name[kind, lemma].append((event_type, trigger))
                    parts = lemma.split()
                    words.add(parts[0] if kind is PredicateKind.VERB else parts[-1])
        self.words = frozenset(words)
        self.here = frozenset(t.rule for e in schema.events.values() for t in e.triggers if t.here)
        self.origins = frozenset(t.rule for e in schema.events.values() for t in e.triggers if t.origin)
        self.types = schema.events

    def of(self, predicate: Predicate) -> Iterator[tuple[EventType, Trigger]]:
        """The triggers that a predicate's words evoke, the longer name first."""
        for name in sorted(predicate.names, key=len, reverse=True):
            yield from self._by_name.get((predicate.kind, name), ())
