"""The status of an event of which several articles tell: later evidence of completion or cancellation wins."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from kg.events.facts import Status
from kg.resolution.records import Telling

# What settles a matter goes before what was said of it beforehand: a day's previews don't outvote its report.
_SETTLED = frozenset({Status.OCCURRED, Status.NEGATED})
# At one time the status with more sources counts; among equals the first of these.
_ORDER = (Status.OCCURRED, Status.NEGATED, Status.PLANNED, Status.POSSIBLE)


def resolve_status(tellings: Iterable[Telling]) -> Status:
    """Give the status of an event from its tellings; a function of their set.

    What occurred stays so against a plan told later (an old text printed again), not against a later denial. A plan
    told after a cancellation is a new plan.

    Raises
    ------
    ValueError
        No telling at all.
    """
    by_time: dict[dt.date, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_time[_told(telling)].append(telling)
    status: Status | None = None
    for time in sorted(by_time):
        status = _after(status, _of_one_time(by_time[time]))
    if status is None:
        raise ValueError("an event without tellings has no status")
    return status


def _told(telling: Telling) -> dt.date:
    """When it was told; without a publication date, what occurred was told after it did, a plan at no known time."""
    if telling.published:
        return telling.published[1]
    if telling.status is Status.OCCURRED and telling.when:
        return telling.when.first
    return dt.date.min


def _of_one_time(tellings: list[Telling]) -> Status:
    sources: dict[Status, set[str]] = defaultdict(set)
    for telling in tellings:
        sources[telling.status].add(telling.source)
    told = sources.keys() & _SETTLED or sources.keys()
    return min(told, key=lambda status: (-len(sources[status]), _ORDER.index(status)))


def _after(before: Status | None, now: Status) -> Status:
    if before is Status.OCCURRED and now is not Status.NEGATED:
        return before
    if before in (Status.NEGATED, Status.PLANNED) and now is Status.POSSIBLE:
        return before
    return now
