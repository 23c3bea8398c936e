"""What a date is read against."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kg.mentions.dates.direction import Direction
from kg.mentions.dates.period import Period


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is read against.

    `today` is the publication day. `references` are the dates before it in the text, the latest first; `nearby` those
    of the same passage. `year` is the year that the
    sentence is about, where it isn't that of publication. `floor` is the first day of the range whose end is read.
    `near` is a day of the events, where publication is unknown.
    """

    today: dt.date | None = None
    direction: Direction = Direction.UNKNOWN
    references: tuple[Period, ...] = ()
    nearby: tuple[Period, ...] = ()
    year: int | None = None
    floor: dt.date | None = None
    near: dt.date | None = None
    month_first: bool = True
