"""The triggers of a schema by their words, so that a predicate finds its own at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from spacy.tokens import Token

from kg.predicates.ellipsis import noun_gaps
from kg.predicates.predicate import Predicate, PredicateKind
from kg.predicates.syntax import children
from kg.predicates.verbs import COMPLEMENTS
from kg.schema.types import EventType, Schema, Trigger, TriggerKind


class TriggerIndex:
    """All triggers of all event types.

    `words` are the lemmas worth making predicates of, `types` the types by name, `here` the rules of journeys that go
    where the story is, `origins` those of journeys that tell where they come from.
    """

    def __init__(self, schema: Schema) -> None:
        self._by_name: dict[tuple[PredicateKind, str], list[tuple[EventType, Trigger]]] = defaultdict(list)
        self._of_verb: dict[str, list[Trigger]] = defaultdict(list)
        words: set[str] = set()
        for event_type in schema.events.values():
            for trigger in event_type.triggers:
                kind = PredicateKind.VERB if trigger.kind is TriggerKind.VERB else PredicateKind.NOUN
                for lemma in trigger.lemmas:
                    self._by_name[kind, lemma].append((event_type, trigger))
                    parts = lemma.split()
                    words.add(parts[0] if kind is PredicateKind.VERB else parts[-1])
                    if kind is PredicateKind.VERB:
                        self._of_verb[parts[0]].append(trigger)
        self.words = frozenset(words)
        self.here = frozenset(t.rule for e in schema.events.values() for t in e.triggers if t.here)
        self.origins = frozenset(t.rule for e in schema.events.values() for t in e.triggers if t.origin)
        self.types = schema.events

    def of(self, predicate: Predicate) -> Iterator[tuple[EventType, Trigger]]:
        """The triggers that a predicate's words evoke, the longer name first."""
        for name in sorted(predicate.names, key=len, reverse=True):
            yield from self._by_name.get((predicate.kind, name), ())

    def may_evoke(self, verb: Token, forms: Container[str]) -> bool:
        """Whether a verb can evoke anything among words of these forms: a glance before it is read.

        Few of the paragraphs with "make" or "have" have one of the words that those need beside them, and "be" needs
        that nothing completes it.
        """
        possible = [t for t in self._of_verb.get(verb.lemma_.lower(), ()) if _has_its_words(t, forms)]
        if possible and all("complement" in t.without for t in possible):
            return not children(verb, *COMPLEMENTS) or any(noun_gaps(verb))
        return bool(possible)


def _has_its_words(trigger: Trigger, forms: Container[str]) -> bool:
    """Whether the words that a trigger asks for are among those of a segment."""
    if trigger.objects and not any(word in forms for word in trigger.objects):
        return False
    return not trigger.requires or any(word in forms for words in trigger.requires.values() for word in words)
