"""What a visitor asks for: filters on events and numbers of pages, from the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from starlette.datastructures import QueryParams

from kg.query.filters import Bounds

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """Filters on events as they were typed; the query room checks them."""

    since: str = ""
    until: str = ""
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()

    @classmethod
    def of(cls, given: QueryParams) -> Self:
        """Read them from an address."""
        return cls(
            given.get("since", "").strip(),
            given.get("until", "").strip(),
            tuple(given.getlist("type")),
            tuple(given.getlist("status")),
        )

    @property
    def bounds(self) -> Bounds:
        """What a question takes; without statuses each has its own default."""
        bounds: Bounds = {}
        if self.since:
            bounds["since"] = self.since
        if self.until:
            bounds["until"] = self.until
        if self.types:
            bounds["types"] = self.types
        if self.statuses:
            bounds["statuses"] = self.statuses
        return bounds

    @property
    def query(self) -> Mapping[str, object]:
        """The same as parts of an address."""
        return {"since": self.since, "until": self.until, "type": self.types, "status": self.statuses}

    def __bool__(self) -> bool:
        return bool(self.since or self.until or self.types or self.statuses)


def page_number(given: QueryParams) -> int:
    """Which page is asked for, from 1; whatever is no number is the first.

    Examples
    --------
    >>> page_number(QueryParams("page=3")), page_number(QueryParams("page=-1")), page_number(QueryParams("page=x"))
    (3, 1, 1)
    """
    text = given.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
