"""An expression, resolved: kind, TIMEX3 value, interval, precision, basis and EDTF string."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kg.mentions.dates import period as periods
from kg.mentions.dates.context import Context
from kg.mentions.dates.date_mention import Basis, DateKind, Precision
from kg.mentions.dates.direction import Direction
from kg.mentions.dates.duration_grammar import duration_value
from kg.mentions.dates.expression import (
    Ahead,
    Calendar,
    Deictic,
    Era,
    Expression,
    FiscalYear,
    Lasting,
    Modified,
    Moved,
    Nth,
    NumericDate,
    PartOfYear,
    Range,
    Reference,
    Repeating,
    Stretch,
    Timed,
    Vague,
    Within,
)
from kg.mentions.dates.period import Period
from kg.mentions.dates.resolve import resolve


@dataclass(frozen=True, slots=True)
class Reading:
    """What a mention says of a date; see DateMention. `period` is what later dates may count from."""

    kind: DateKind
    value: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision | None = None
    basis: Basis | None = None
    edtf: str | None = None
    period: Period | None = None


def read(expr: Expression, context: Context) -> Reading:
    """Resolve an expression of any kind."""
    if isinstance(expr, Ahead) and context.direction is not Direction.FUTURE:
        expr = Lasting(expr.amount, expr.unit)
    match expr:
        case Lasting(amount=amount, unit=unit):
            return Reading(DateKind.DURATION, duration_value(amount, unit))
        case Repeating(value=value):
            return Reading(DateKind.SET, value)
        case Reference(value=value):
            return Reading(DateKind.DATE, value)
        case Vague(side=side):
            return _vague(side, context)
        case FiscalYear(year=year):
            return Reading(DateKind.DATE, f"FY{year}", precision=Precision.YEAR, basis=Basis.EXPLICIT)
        case Stretch(amount=amount, unit=unit):
            span = resolve(expr, context)
            reading = _of(span, DateKind.DURATION, Basis.RELATIVE) if span else Reading(DateKind.DURATION)
            return _revalued(reading, duration_value(amount, unit))
    small = isinstance(expr, Moved) and expr.unit in ("hour", "minute", "second")
    kind = DateKind.TIME if small or isinstance(expr, Timed) else DateKind.DATE
    found = resolve(expr, context)
    if found is None:
        return Reading(kind, edtf=_open_edtf(expr))
    reading = _of(found, kind, _basis(expr, context))
    if isinstance(expr, Timed) and found.precision is Precision.DAY:
        return _revalued(reading, f"{found.value[:10]}{expr.time}")
    return reading


def _of(period: Period, kind: DateKind, basis: Basis) -> Reading:
    return Reading(kind, period.value, period.first, period.last, period.precision, basis, period.edtf, period)


def _revalued(reading: Reading, value: str) -> Reading:
    return Reading(
        reading.kind, value, reading.first, reading.last, reading.precision, reading.basis, reading.edtf, reading.period
    )


def _vague(side: int, context: Context) -> Reading:
    edtf = None
    if context.today is not None and side < 0:
        edtf = f"../{context.today}"
    return Reading(
        DateKind.DATE, "PAST_REF" if side < 0 else None, precision=Precision.OPEN, basis=Basis.RELATIVE, edtf=edtf
    )


def _open_edtf(expr: Expression) -> str | None:
    """What is known of a date without a year."""
    match expr:
        case Timed(of=of) if of is not None:
            return _open_edtf(of)
        case Calendar(year=None, month=int() as month, day=int() as day):
            return f"XXXX-{month:02d}-{day:02d}"
        case Calendar(year=None, month=int() as month):
            return f"XXXX-{month:02d}"
    return None


def says_year(expr: Expression | object) -> bool:
    """Whether an expression names its year (or decade or century) itself."""
    match expr:
        case Calendar(year=year) | PartOfYear(year=year):
            return year is not None
        case Era(two_digits=two):
            return not two
        case NumericDate() | FiscalYear():
            return True
        case Within(outer=outer) | Nth(outer=outer):
            return says_year(outer)
        case Modified(of=of) | Timed(of=of):
            return says_year(of)
        case Moved(base=base) | Deictic(base=base):
            return says_year(base)
        case Range(last=last):
            return says_year(last)
    return False


def _basis(expr: Expression, context: Context) -> Basis:
    if isinstance(expr, Moved | Deictic):
        return Basis.RELATIVE
    if says_year(expr):
        return Basis.EXPLICIT
    guessed = context.year is not None or context.near is not None
    return Basis.INFERRED if guessed or isinstance(expr, Era) else Basis.RELATIVE


def agreed(one: Reading, other: Reading) -> Reading:
    """What two readings from the two ends of an uncertain publication date have in common."""
    if one == other:
        return one
    if one.period is None or other.period is None or one.value != other.value or one.kind is not other.kind:
        return Reading(
            one.kind, one.value if one.value == other.value else None, edtf=one.edtf if one.edtf == other.edtf else None
        )
    hull = periods.interval(
        min(one.period.first, other.period.first), max(one.period.last, other.period.last), value=one.value
    )
    return _of(hull, one.kind, one.basis or Basis.RELATIVE)
