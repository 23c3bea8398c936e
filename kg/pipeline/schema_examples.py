"""The example sentences of a schema, run: each must give the events that its file says, no more and no fewer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.corpus.article import Article
from kg.events.facts import Facts, LocalEvent
from kg.pipeline.extraction import Extractor
from kg.schema.types import EventType, Example, ExampleEvent

#: The day that examples are published, so that "last week" means something. A Tuesday.
PUBLISHED = "2024-03-19"

Shape = tuple[str | None, frozenset[tuple[str, str]]]


def failing_examples(extractor: Extractor) -> list[str]:
    """What the examples of a schema should give and don't, one message each; empty where all are right.

    Parameters
    ----------
    extractor : Extractor
        Loaded with the schema in question.
    """
    cases = [(kind, example) for kind in extractor.schema.events.values() for example in kind.examples]
    articles = (Article(f"{kind.name}-{n}", example.text, "", PUBLISHED) for n, (kind, example) in enumerate(cases))
    told = zip(cases, extractor.extract(articles), strict=True)
    return [message for (kind, example), facts in told for message in _faults(kind, example, facts)]


def _faults(kind: EventType, example: Example, facts: Facts) -> Iterator[str]:
    found = [event for event in facts.events if event.type == kind.name]
    given = Counter(_shape(event, example) for event in found)
    wanted = Counter(_wanted(one) for one in example.finds)
    if given != wanted:
        yield (
            f"{kind.name}: {example.text!r} should give {_tell(wanted)}, but gives {_tell(given)}. "
            "Look at the triggers' slots, or at 'never'."
        )


def _wanted(one: ExampleEvent) -> Shape:
    return one.status, frozenset((role, name) for role, names in one.roles.items() for name in names)


def _shape(event: LocalEvent, example: Example) -> Shape:
    told = any(one.status for one in example.finds)
    actors = frozenset((f.role, f.entity.split(":", 1)[1]) for f in event.fillers)
    return (event.status.value if told else None), actors


def _tell(events: Counter[Shape]) -> str:
    if not events:
        return "nothing"
    return " and ".join(
        ", ".join((*(f"{role} {name}" for role, name in sorted(actors)), *((status,) if status else ())))
        for status, actors in sorted(events.elements(), key=str)
    )
