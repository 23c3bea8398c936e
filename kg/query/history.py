"""Questions about what has changed."""

from __future__ import annotations

from typing import Unpack

from kg.errors import QueryError
from kg.query.answer import Answers
from kg.query.asking import Asking
from kg.query.change_results import Change
from kg.query.changes import State, changes_between
from kg.query.filters import Bounds, Day, day_of
from kg.query.news import changes_since


class History(Asking):
    """What is new since a day, or since an earlier graph."""

    def changes_since(self, day: Day, *, limit: int | None = None, **bounds: Unpack[Bounds]) -> Answers[Change]:
        """List what articles published since a day tell that was not told before: new events, then changed ones.

        A changed event has what holds of it now (status, days) and no earlier article said, and how many articles more
        tell of it. What was retracted leaves no trace in a graph; `changes_from` an earlier graph shows it. An article
        without a date of publication is never new; where only its month is known, all of the month is.

        Parameters
        ----------
        day
            A day, month or year: its first day and everything later.
        limit
            At most so many; None: all.
        **bounds
            Filters on events, see `Bounds`. All statuses unless `statuses` asks for some.

        Raises
        ------
        QueryError
            It is no date, or a filter names what there isn't.
        """
        first = day_of(day, is_end=False)
        if first is None:
            raise QueryError("changes since when? Give a day, such as 2024-05-16")
        return Answers(changes_since(first, self._state(), self._filter(bounds, statuses=None))[:limit])

    def changes_from(self, earlier: History, *, limit: int | None = None, **bounds: Unpack[Bounds]) -> Answers[Change]:
        """List in what the events differ from those of an earlier graph: new, then changed, then removed ones.

        Parameters
        ----------
        earlier
            The graph to compare with: an export, a copy of the workspace, another store.
        limit
            At most so many; None: all.
        **bounds
            Filters on events, see `Bounds`; an event is shown if they let it through as it was or as it is. All
            statuses unless `statuses` asks for some.
        """
        known = self._event_types() | earlier._event_types() if bounds.get("types") else ()
        wanted = self._filter(bounds, statuses=None, known=known)
        return Answers(changes_between(earlier._state(), self._state(), wanted)[:limit])

    def _state(self) -> State:
        return State(self._graph, self._fetched())
