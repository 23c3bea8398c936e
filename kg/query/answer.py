"""What all answers can do: be printed, be shown in a notebook, and turn into plain values or a DataFrame."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from kg.stores.tables import aligned, data_frame, printable

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Cells = Mapping[str, object]
_WIDTH = 48  # characters of a cell on a terminal
_SHOWN = 30  # rows that are printed; a list can be long


class Shown:
    """A record that a notebook shows in a form of its own; see `kg.query.display`."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from kg.query.display import html

        return html(self)


class Answer(Shown):
    """One answer: a frozen dataclass that says what its cells are in a table."""

    __slots__ = ()

    @abstractmethod
    def cells(self) -> Cells:
        """Give the answer as one flat row: name of the column -> text, number, list of texts or None."""

    def as_dict(self: DataclassInstance) -> dict[str, Any]:
        """Give all that the answer holds as plain values, nested as its fields are: what JSON shows."""
        return asdict(self)

    def __str__(self) -> str:
        return "\n".join(f"{name + ':':12} {on_one_line(value)}".rstrip() for name, value in self.cells().items())


T = TypeVar("T", bound=Answer)


class Answers(list[T]):
    """A list of answers that prints as a table, on a terminal and in a notebook.

    Examples
    --------
    >>> from kg.query.results import Actor, ActorSummary
    >>> answers = Answers([ActorSummary(Actor("country:CH", "Country", "Switzerland"), events=3, articles=2)])
    >>> print(answers)
    name         type     country  events  articles
    Switzerland  Country           3       2
    >>> answers.as_dicts()[0]["events"]
    3
    """

    def as_dicts(self) -> list[dict[str, Any]]:
        """Give the answers as plain values, nested as their fields are."""
        return [answer.as_dict() for answer in self]  # type: ignore[misc]  # every answer is a dataclass

    def dataframe(self) -> Any:
        """Give a pandas DataFrame, one row an answer, of the columns that a table shows.

        Raises
        ------
        QueryError
            pandas isn't installed; kg itself doesn't need it.
        """
        return data_frame((answer.cells() for answer in self), None, instead=", or take .as_dicts()")

    to_dataframe = dataframe

    def __repr__(self) -> str:
        return _table([answer.cells() for answer in self[:_SHOWN]], left=len(self) - _SHOWN)

    __str__ = __repr__

    def _repr_html_(self) -> str:
        from kg.query.display import table

        return table(self)


def on_one_line(value: object) -> str:
    """Give a cell on one line, without characters that a terminal would obey or that turn text around."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(on_one_line(item) for item in value)
    if isinstance(value, float):
        return f"{value:.4g}"
    return " ".join(printable(str(value)).split())


def _table(rows: list[Cells], *, left: int) -> str:
    if not rows:
        return "nothing found"
    names = list(rows[0])
    lines = [names, *([_short(on_one_line(row[name])) for name in names] for row in rows)]
    more = [f"... and {left} more"] if left > 0 else []
    return "\n".join([*aligned(lines), *more])


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
