"""What a date expression says, before anybody asks from which day it counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Base(StrEnum):
    """What a relative expression counts from."""

    PUBLICATION = "publication"  # "last week", "two days ago"
    REFERENCE = "reference"  # the date last spoken of: "a day later", "the same month"
    PASSAGE = "passage"  # the date last spoken of nearby, else publication: "by the end of the year"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar date as far as it is said: "12 September 2023", "Thursday, May 8", "May", "2019", "Friday"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Two numbers that may be day and month in either order, and a year."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class SeasonOf:
    """A season, of a year if it is said."""

    season: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A quarter ("Q"), half ("H") or ISO week ("W") of a year."""

    unit: str
    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or century by its TIMEX3 prefix: "199", "19"; `two_digits` where the century isn't said ("the 80s")."""

    prefix: str
    two_digits: bool = False


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A financial year: which days it has differs between states."""

    year: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day or festival of a year."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """The unit that lies `shift` units from the base: last week, this year, the following month."""

    unit: str
    shift: int
    base: Base | Expression = Base.PUBLICATION


@dataclass(frozen=True, slots=True)
class Shifted:
    """The last (-1), this (0) or next (+1) of something that recurs: last Friday, next May, this summer."""

    of: Expression
    shift: int
    base: Base = Base.PUBLICATION


@dataclass(frozen=True, slots=True)
class Within:
    """A part of a period: Monday of next week, May of last year, the third quarter of this year."""

    inner: Expression
    outer: Expression


@dataclass(frozen=True, slots=True)
class Nth:
    """The `n`-th (-1: last) week, day, weekday, month or quarter of a period. `unit` may be a weekday's number."""

    n: int
    unit: str | int
    outer: Expression
    count: int = 1  # how many from there: "the first three months"


@dataclass(frozen=True, slots=True)
class Modified:
    """A stretch of a period: early, mid, late, first_half, second_half, so_far, rest."""

    modifier: str
    of: Expression


@dataclass(frozen=True, slots=True)
class Moved:
    """`amount` units before or after something: two days ago, a week later, the eve of May 9."""

    amount: float | None
    unit: str
    base: Expression | Base


@dataclass(frozen=True, slots=True)
class Ahead:
    """Such as "in two weeks": from now if the clause is about the future, else a duration."""

    amount: float
    unit: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last (-1) or next (+1) units: the past two years, the next three days."""

    amount: float | None
    unit: str
    side: int


@dataclass(frozen=True, slots=True)
class Timed:
    """A clock time ("T15:00") or part of day ("TNI") of a day; None: of the day spoken of."""

    time: str
    of: Expression | None


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another, said as one: "May 8 and 9", "from 10 to 12 April"."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration: "five years"."""

    amount: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Repeating:
    """A set, by its TIMEX3 value: "every year", "Mondays"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Such as "several years ago": before or after the base, nobody knows how long."""

    side: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Such as "now", "recently", "the past": a TIMEX3 reference without days."""

    value: str


Expression = (
    Calendar
    | NumericDate
    | SeasonOf
    | PartOfYear
    | Era
    | FiscalYear
    | Holiday
    | Deictic
    | Shifted
    | Within
    | Nth
    | Modified
    | Moved
    | Ahead
    | Stretch
    | Timed
    | Range
    | Lasting
    | Repeating
    | Vague
    | Reference
)


class Parse(NamedTuple):
    """An expression and the word after its last."""

    expr: Expression
    end: int


class Found(NamedTuple):
    """An expression in a text: first word and word after the last.

    `group` numbers the range or list that it is part of; `ranged` says of its first date that a range runs from there.
    """

    expr: Expression
    start: int
    end: int
    group: int | None = None
    ranged: bool = False
