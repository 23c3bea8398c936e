"""What those on the telephone say to each other is their call, no meeting ("the discussion touched on ...")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from kg.events.facts import Status
from kg.events.told import Told
from kg.mentions.mention import COUNTRY
from kg.predicates.predicate import Predicate
from kg.schema.types import EventType

#: Words for speaking to somebody, face to face or not.
SPOKEN = frozenset(
    {"talk", "speak", "discuss", "confer", "consult", "discussion", "conversation", "dialogue", "exchange", "round"}
)


def is_spoken(predicate: Predicate, doc: Doc) -> bool:
    """Whether a predicate says that people spoke: "discussed", "had an exchange of opinions"."""
    objects = {doc[i].lemma_ for i in predicate.slots.get("object", ())}
    return not SPOKEN.isdisjoint({*predicate.names, *objects})


def on_the_telephone(told: Sequence[Told], types: Mapping[str, EventType]) -> set[int]:
    """The positions of the reports of meetings that tell a call again.

    They only say that people spoke, without a time or a place (a state is what they spoke of), and the last that was
    told of the same people is a call.

    Parameters
    ----------
    told : sequence of Told
        The reports of an article in reading order.
    types : mapping of str to EventType
        The schema's event types by name; those without a place are calls.
    """
    again: set[int] = set()
    for index, one in enumerate(told):
        report = one.report
        if not one.spoken or not types[report.type].place or report.status is not Status.OCCURRED:
            continue
        somewhere = report.location is not None and report.location.entity != f"{COUNTRY}:{report.location.country}"
        if report.when is None and not somewhere and _is_of_a_call(index, told, again, types):
            again.add(index)
    return again


def _is_of_a_call(index: int, told: Sequence[Told], again: set[int], types: Mapping[str, EventType]) -> bool:
    actors = {f.entity for f in told[index].report.fillers}
    for earlier in range(index - 1, -1, -1):
        before = told[earlier].report
        symmetric = types[before.type].edge.symmetric
        if symmetric and earlier not in again and actors <= {f.entity for f in before.fillers}:
            return not types[before.type].place and before.status is Status.OCCURRED
    return False
