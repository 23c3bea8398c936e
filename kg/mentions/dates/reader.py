"""Reading the dates of one article in turn: each against publication, clause, and the dates before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from kg.corpus.article import Field
from kg.mentions.dates import anchor
from kg.mentions.dates.context import Context
from kg.mentions.dates.date_mention import Basis, DateKind, DateMention, Precision
from kg.mentions.dates.direction import Clauses, Direction, Token
from kg.mentions.dates.expression import Calendar, Expression, Found, NumericDate, Timed
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.period import Period
from kg.mentions.dates.reading import Reading, agreed, read, says_year
from kg.mentions.dates.resolve import resolve
from kg.mentions.dates.words import MONTHS

#: A relative clause that lasts to the end of the text.
_RELATIVE = re.compile(r",\s(?:who|whose|whom|which|where)\b[^,.;]*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s+[A-Z\"“]")
_MANY_REFERENCES = 6
_PASSAGE = 400  # characters


@dataclass(frozen=True)
class Block:
    """A stretch of text read on its own: its words, the dates in them, and the clauses that say past or future."""

    field: Field
    start: int
    words: Words
    tokens: Iterable[Token] | None  # of a parsed text
    dateline: bool = False
    aside: bool = False  # a byline or a date prefix: nothing counts from its dates

    @cached_property
    def clauses(self) -> Clauses:
        """Made only where there is a date to be read."""
        return Clauses.guessed(self.words) if self.tokens is None else Clauses.tagged(self.tokens)

    def span(self, found: Found) -> tuple[int, int]:
        """First character of an expression in the block, and the one after its last."""
        return self.words.start[found.start], self.words.end[found.end - 1]


class Reader:
    """The state of reading one article: what its dates count from, and which came before."""

    def __init__(self, blocks: list[Block], found: list[list[Found]], known: Period | None) -> None:
        self._known = known
        self._references: tuple[Period, ...] = ()
        self._explicit: tuple[Period, ...] = ()  # dates that named their year
        self._spoken: list[tuple[Field, int, Period]] = []  # the same with their places
        self._sentence_year: tuple[int, int] | None = None  # year and where it was said
        pairs = [(block, f) for block, dates in zip(blocks, found, strict=True) for f in dates]
        numeric = [f.expr for _, f in pairs if isinstance(f.expr, NumericDate)]
        styles = [
            block.words.at(f.start) in MONTHS
            for block, f in pairs
            if isinstance(f.expr, Calendar) and f.expr.month and f.expr.day
        ]
        self._month_first = anchor.month_first(numeric, written=styles)
        self._floor = None if known else self._latest_past(pairs)
        self._near = self._inferred_day(pairs)

    def _latest_past(self, pairs: Iterable[tuple[Block, Found]]) -> dt.date | None:
        context = Context(month_first=self._month_first)
        dated = (
            (resolve(f.expr, context), block.clauses.direction(*block.span(f)))
            for block, f in pairs
            if says_year(f.expr)
        )
        return anchor.latest_past([(p, direction) for p, direction in dated if p is not None])

    def _inferred_day(self, pairs: Iterable[tuple[Block, Found]]) -> dt.date | None:
        """Without a publication date: a day of the events, from the first weekday that is given with day and month."""
        if self._known is not None or self._floor is None:
            return None
        for _, found in pairs:
            expr = found.expr.of if isinstance(found.expr, Timed) else found.expr
            if (
                isinstance(expr, Calendar)
                and expr.year is None
                and expr.month
                and expr.day
                and expr.weekday is not None
            ):
                day = anchor.inferred_year(expr, self._floor)
                if day is not None:
                    return day.first
        return None

    def read(self, block: Block, dates: list[Found]) -> Iterator[DateMention]:
        """The dates of one block, resolved in turn; the members of a range share its extent."""
        self._sentence_year = None
        waiting: list[tuple[DateMention, bool]] = []
        group: int | None = None
        floor: dt.date | None = None
        for found in dates:
            if found.group is None or found.group != group:
                yield from _with_extent(waiting)
                waiting, group, floor = [], found.group, None
            reading = self._reading(block, found, floor)
            floor = reading.first if found.ranged else None
            waiting.append((_mention(block, found, reading), found.ranged))
            if not block.aside:
                self._remember(block, found, reading)
        yield from _with_extent(waiting)

    def _reading(self, block: Block, found: Found, floor: dt.date | None) -> Reading:
        start, end = block.span(found)
        direction = block.clauses.direction(start, end)
        context = Context(
            direction=direction,
            references=self._references,
            nearby=self._passage(block, start),
            year=self._year(block, start, direction),
            floor=floor,
            near=self._near,
            month_first=self._month_first,
        )
        if self._known is None:
            spoken = next((p for p in self._explicit[:1]), None)
            return self._undated(found.expr, replace(context, near=self._near or (spoken.first if spoken else None)))
        first = read(found.expr, replace(context, today=self._known.first, near=None))
        if self._known.first == self._known.last:
            return first
        return agreed(first, read(found.expr, replace(context, today=self._known.last, near=None)))

    def _passage(self, block: Block, start: int) -> tuple[Period, ...]:
        """The dates spoken of shortly before a place."""
        here = block.start + start
        return tuple(p for field, at, p in self._spoken if field == block.field and here - at < _PASSAGE)

    def _undated(self, expr: Expression, context: Context) -> Reading:
        """Read without a publication date: weekday, day and month give the first year that fits."""
        day = expr.of if isinstance(expr, Timed) else expr
        if (
            isinstance(day, Calendar)
            and day.year is None
            and day.month
            and day.day
            and day.weekday is not None
            and self._floor
        ):
            inferred = anchor.inferred_year(day, self._floor)
            if inferred is not None:
                full = replace(day, year=inferred.first.year)
                reading = read(replace(expr, of=full) if isinstance(expr, Timed) else full, context)
                return replace(reading, basis=Basis.INFERRED)
        return read(expr, context)

    def _year(self, block: Block, start: int, direction: Direction) -> int | None:
        """The past year that the sentence speaks of, for the dates in it that name none."""
        if self._sentence_year is None or direction is Direction.FUTURE:
            return None
        year, said = self._sentence_year
        between = block.words.text[said:start]
        if between.startswith(",") and _RELATIVE.search(block.words.text[max(0, said - 200) : said]):
            return None  # "X, who seized power in 1994, called on Dec. 2"
        return year if len(between) < 200 and not _SENTENCE_END.search(between) else None

    def _remember(self, block: Block, found: Found, reading: Reading) -> None:
        if reading.period is None or reading.kind not in (DateKind.DATE, DateKind.TIME):
            return
        if reading.precision not in (Precision.DECADE, Precision.CENTURY):
            self._references = (reading.period, *self._references[: _MANY_REFERENCES - 1])
            self._spoken = [
                (block.field, block.start + block.span(found)[0], reading.period),
                *self._spoken[: _MANY_REFERENCES - 1],
            ]
        if reading.basis is Basis.EXPLICIT and reading.precision not in (
            Precision.DECADE,
            Precision.CENTURY,
            Precision.YEAR,
        ):
            self._explicit = (reading.period,)
        past = self._known is None or reading.period.first.year < self._known.first.year
        if (
            past
            and reading.basis is Basis.EXPLICIT
            and "since" not in block.words.low[max(0, found.start - 5) : found.start]
        ):
            fine = reading.precision not in (Precision.DECADE, Precision.CENTURY, Precision.INTERVAL)
            self._sentence_year = (reading.period.last.year, block.span(found)[1]) if fine else None


def _mention(block: Block, found: Found, reading: Reading) -> DateMention:
    start, end = block.span(found)
    return DateMention(
        block.field,
        block.start + start,
        block.start + end,
        block.words.text[start:end],
        reading.kind,
        reading.value,
        reading.first,
        reading.last,
        reading.precision,
        reading.basis,
        reading.edtf,
    )


def _with_extent(members: list[tuple[DateMention, bool]]) -> Iterator[DateMention]:
    """The members of a range, or of a list of days that follow each other, each with the interval of the whole."""
    whole = _extent(members)
    for member, _ in members:
        yield member if whole is None else replace(member, extent=whole)


def _extent(members: list[tuple[DateMention, bool]]) -> tuple[dt.date, dt.date] | None:
    if len(members) < 2:
        return None
    for (one, ranged), (other, _) in pairwise(members):
        if one.last is None or other.first is None:
            return None
        if not ranged and (other.first - one.last).days != 1:
            return None
    first, last = members[0][0].first, members[-1][0].last
    return (first, last) if first and last and first <= last else None
