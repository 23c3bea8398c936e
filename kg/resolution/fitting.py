"""Whether a vague telling can be of a given event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kg.events.facts import Status, When
from kg.resolution.identity import normalised
from kg.resolution.records import Telling

Interval = tuple[dt.date, dt.date]
_ARTICLES = ("the ", "a ", "an ")


def interval(when: When | None) -> Interval | None:
    """First and last day."""
    return (when.first, when.last) if when else None


def title_key(telling: Telling) -> str | None:
    """Title of a named document in comparable form; None where it has no name of its own."""
    return normalised_title(telling.document) if telling.document and telling.document_named else None


def normalised_title(title: str) -> str:
    """Give a title without its article.

    Examples
    --------
    >>> normalised_title("The Treaty of Élysée")
    'treaty of elysee'
    """
    plain = normalised(title)
    return next((plain.removeprefix(a) for a in _ARTICLES if plain.startswith(a)), plain)


def within(narrow: Interval | None, wide: Interval | None) -> bool:
    """Whether `narrow` lies in `wide` or both agree; every date lies in no date."""
    if wide is None:
        return True
    return narrow is not None and wide[0] <= narrow[0] and narrow[1] <= wide[1]


def is_plausible(vague: Telling, event: Iterable[Telling]) -> bool:
    """Whether a telling with a wider or no date can be of an event by what was known when it was told.

    What is told as done can't be of what came later, nor a plan of what was over; a denial without the very date
    ("they have not met") says nothing against a meeting that took place.
    """
    tellings = list(event)
    if vague.status is Status.NEGATED and any(t.status is Status.OCCURRED for t in tellings):
        return False
    if vague.published is None:
        return True
    days = [t.when for t in tellings if t.when]
    if vague.status is Status.OCCURRED:
        return all(when.first <= vague.published[1] for when in days)
    return all(when.last >= vague.published[0] for when in days)
