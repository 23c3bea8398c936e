"""Whether a vague telling can be of a given event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.events.facts import Status, When
from kg.resolution.identity import normalised
from kg.resolution.records import Telling

Interval = tuple[dt.date, dt.date]
# How far back news without a date reaches, and how far ahead a plan without one. Where it may reach further back, other
# meetings of the same pair are joined: those who meet often are those of whom news speaks without a date.
_RECENT, _SOON = dt.timedelta(days=7), dt.timedelta(days=31)
# Of states without their people's names nearer things are said: their delegations sit together week after week.
_RECENT_OF_STATES, _SOON_OF_STATES = dt.timedelta(days=2), dt.timedelta(days=7)
_SETTINGS = frozenset({"destination", "place", "venue", "origin", "location"})  # roles in which a state doesn't act
_MONTH, _QUARTER = 31, 92  # days
_ARTICLES = ("the ", "a ", "an ")


def interval(when: When | None) -> Interval | None:
    """First and last day."""
    return (when.first, when.last) if when else None


def title_key(telling: Telling) -> str | None:
    """Title of a named document in comparable form; None where it has no name of its own."""
    return normalised_title(telling.document) if telling.document and telling.document_named else None


class Precise(NamedTuple):
    """How exactly a telling says when it was and what was signed."""

    interval: Interval | None
    title: str | None

    def lies_in(self, vague: Precise) -> bool:
        """Whether this says all that the vaguer one does, or more."""
        return within(self.interval, vague.interval) and vague.title in (None, self.title)


def precise_of(telling: Telling) -> Precise:
    """Give a telling's date and title for comparing."""
    return Precise(interval(telling.when), title_key(telling))


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


def may_be_of(vague: Telling, event: Sequence[Telling]) -> bool:
    """Whether a telling may be of an event that another article tells of as exactly or more so.

    Of a whole year, an event is told only where the place is the same: many a pair meets more often. An event of which
    only the year is known attracts no news without a date.
    """
    if vague.article in {telling.article for telling in event}:
        return False
    own = precise_of(vague)
    if not all(precise_of(t).lies_in(own) for t in event) or not is_plausible(vague, event):
        return False
    if vague.when is None:
        return any(t.when is not None and t.when.days <= _MONTH for t in event)
    is_near = vague.when.days <= _QUARTER
    return is_near or (vague.place is not None and any(t.place == vague.place for t in event))


def is_plausible(vague: Telling, event: Iterable[Telling]) -> bool:
    """Whether a telling with a wider or no date can be of an event by what was known when it was told.

    What is told as done can't be of what came later, nor a plan of what was over; news that gives no date speaks of
    what is near. A denial without the very date ("they have not met") says nothing against a meeting that took place.
    """
    tellings = list(event)
    if vague.status is Status.NEGATED and any(t.status is Status.OCCURRED for t in tellings):
        return False
    if vague.published is None:
        return True
    earliest, latest = _spoken_of(vague, vague.published)
    return all(t.when.first <= latest and t.when.last >= earliest for t in tellings if t.when)


def _spoken_of(vague: Telling, published: Interval) -> Interval:
    """First and last day that an event may have touched for a telling of that time to be of it."""
    first, last = published
    of_states = any(a.entity.startswith("country:") and a.role not in _SETTINGS for a in vague.actors)
    if vague.status is Status.OCCURRED:
        recent = _RECENT_OF_STATES if of_states else _RECENT
        return dt.date.min if vague.when else first - min(recent, first - dt.date.min), last
    soon = _SOON_OF_STATES if of_states else _SOON
    return first, dt.date.max if vague.when else last + min(soon, dt.date.max - last)
