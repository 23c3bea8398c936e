"""What a Cypher query gives: rows of Python values, alike from every database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from kg.stores.tables import aligned, data_frame, html_table, printable

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class FoundNode:
    """A node that a query gave. `id` is None where it isn't one of ours; days are datetime.date."""

    id: str | None
    labels: tuple[str, ...]
    properties: Mapping[str, Any]

    def __str__(self) -> str:
        return f"({''.join(f':{label}' for label in self.labels)} {self.properties.get('name', self.id)})"


@dataclass(frozen=True, slots=True)
class FoundRelationship:
    """A relationship that a query gave, with the ids of the nodes where it begins and ends."""

    id: str | None
    type: str
    head: str | None
    tail: str | None
    properties: Mapping[str, Any]

    def __str__(self) -> str:
        return f"({self.head})-[:{self.type}]->({self.tail})"


@dataclass(frozen=True, slots=True)
class FoundPath:
    """A path: its nodes from first to last, and the relationships between them."""

    nodes: tuple[FoundNode, ...]
    relationships: tuple[FoundRelationship, ...]

    def __str__(self) -> str:
        steps = [str(self.nodes[0])]
        for head, step, tail in zip(self.nodes, self.relationships, self.nodes[1:], strict=False):
            forward = (step.head, step.tail) == (head.id, tail.id)
            steps.append(f"-[:{step.type}]->" if forward else f"<-[:{step.type}]-")
            steps.append(str(tail))
        return "".join(steps)


@dataclass(frozen=True, slots=True)
class Answer(Sequence[Mapping[str, Any]]):
    """Rows of a query, each a dict by column. `cut`: there were more than the limit allowed.

    Examples
    --------
    >>> answer = Answer(("who", "times"), ({"who": "Ban Ki-moon", "times": 3},))
    >>> answer[0]["who"], len(answer)
    ('Ban Ki-moon', 1)
    >>> print(answer)
    who          times
    Ban Ki-moon  3
    """

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    cut: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self.rows)

    def __getitem__(self, place: Any) -> Any:
        return self.rows[place]

    def __str__(self) -> str:
        cells = [list(self.columns), *([shown(row[name]) for name in self.columns] for row in self.rows)]
        return "\n".join([*aligned(cells), *self._note()])

    def _repr_html_(self) -> str:
        note = "".join(f"<p>{escape(line)}</p>" for line in self._note())
        return html_table(self.columns, ((shown(row[name]) for name in self.columns) for row in self.rows)) + note

    def dataframe(self) -> DataFrame:
        """Give the rows as a pandas DataFrame.

        Raises
        ------
        QueryError
            pandas isn't installed.
        """
        return data_frame(self.rows, list(self.columns))

    def _note(self) -> list[str]:
        return [f"only the first {len(self.rows):,} rows; there are more"] if self.cut else []


def shown(value: object) -> str:
    """Give a value as a table shows it, on one line and without control characters.

    Examples
    --------
    >>> shown([1, None, {"a": "x"}])
    '[1, null, {a: x}]'
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{shown(key)}: {shown(item)}' for key, item in value.items())}}}"
    return printable(str(value))
