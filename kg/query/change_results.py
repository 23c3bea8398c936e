"""Answers about what has changed, as records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.query.answer import Answer, Cells
from kg.query.results import Event, Evidence


class ChangeKind(StrEnum):
    """What has become of an event."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What was said of an event before, and what is said now; null where nothing."""

    name: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        return f"{self.name}: {self.before or 'unknown'} → {self.after or 'unknown'}"


@dataclass(frozen=True, slots=True)
class Change(Answer):
    """An event that is new, that has changed, or that is no more, with its best sentence.

    `event` is as it is now; of one that was removed, as it was.
    """

    kind: ChangeKind
    event: Event
    fields: tuple[FieldChange, ...]
    evidence: Evidence | None

    def cells(self) -> Cells:
        """Give the change in one row."""
        says = self.evidence.sentence if self.evidence else None
        return {"change": self.kind.value, "what": self.fields, **self.event.cells(), "says": says}
