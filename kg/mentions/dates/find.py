"""All dates of an article, found by rule and resolved against its publication date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from kg.annotation.annotated import AnnotatedArticle
from kg.corpus.article import Field, ParagraphKind
from kg.mentions.dates import anchor
from kg.mentions.dates.date_mention import Basis, DateKind, DateMention, Precision
from kg.mentions.dates.direction import Clauses, Direction, Token
from kg.mentions.dates.expression import Calendar, Expression, Found, NumericDate, Timed
from kg.mentions.dates.grammar import find
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.period import Period
from kg.mentions.dates.reading import Reading, agreed, read, says_year
from kg.mentions.dates.resolve import Context, resolve
from kg.mentions.dates.trap import names_like_months
from kg.mentions.dates.words import MONTHS

_BLOCK = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]?\s+[A-Z\"“]")
_MANY_REFERENCES = 6


@dataclass(frozen=True)
class _Block:
    """A stretch of text read on its own: its words, the dates in them, and the clauses that say past or future."""

    field: Field
    start: int
    words: Words
    tokens: Sequence[Token] | None  # of a parsed text
    dateline: bool = False
    aside: bool = False  # a byline or a date prefix: nothing counts from its dates

    @cached_property
    def clauses(self) -> Clauses:
        """Made only where there is a date to be read."""
        return Clauses.guessed(self.words) if self.tokens is None else Clauses.tagged(self.tokens)

    def span(self, found: Found) -> tuple[int, int]:
        return self.words.start[found.start], self.words.end[found.end - 1]


def find_dates(article: AnnotatedArticle) -> tuple[DateMention, ...]:
    """The date expressions of an article in reading order, none overlapping another.

    Offsets are into the field as it came. Tense comes from the tags of the parsed paragraphs. Headlines, headings,
    datelines and date prefixes are read as well.
    """
    docs = {(s.paragraph.field, s.paragraph.start): s.doc for s in article.segments}
    blocks = []
    for paragraph in article.layout.paragraphs:
        words = Words(paragraph.text)
        doc = docs.get((paragraph.field, paragraph.start))
        aside = paragraph.kind in (ParagraphKind.NOISE, ParagraphKind.BYLINE)
        blocks.append(
            _Block(paragraph.field, paragraph.start, words, doc, paragraph.kind is ParagraphKind.DATELINE, aside)
        )
    return tuple(_mentions(blocks, article.layout.published))


def find_dates_in_text(text: str, *, published: str | None = None) -> tuple[DateMention, ...]:
    """The date expressions of a plain text in reading order, none overlapping another.

    Needs no model: tense is guessed from the forms of the words.

    Parameters
    ----------
    text
        The text; blank lines and lines that end a sentence separate paragraphs.
    published
        ISO date from which relative expressions count; may be a month or a year only.

    Examples
    --------
    >>> [(d.text, d.value) for d in find_dates_in_text("Abe will fly to Delhi on Friday.", published="2014-01-22")]
    [('Friday', '2014-01-24')]
    """
    blocks = []
    for start, piece in _pieces(text):
        blocks.append(_Block(Field.TEXT, start, Words(piece), None))
    return tuple(_mentions(blocks, published))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs with their offsets; a line break ends one unless the line is wrapped in the middle of a sentence."""
    start = 0
    for line in re.finditer(r"\n", text):
        before = text[start : line.start()]
        wrapped = (
            len(before.rsplit("\n", 1)[-1]) >= 60
            and before.rstrip()[-1:] not in '.!?:"”)'
            and text[line.end() : line.end() + 1].strip()
        )
        if not wrapped:
            yield start, before
            start = line.end()
    yield start, text[start:]


def _mentions(blocks: list[_Block], published: str | None) -> Iterator[DateMention]:
    names = frozenset().union(*(names_like_months(block.words.text, block.words) for block in blocks))
    for block in blocks:
        block.words.names = names
    found = [find(block.words) for block in blocks]
    known = anchor.publication(published)
    known = anchor.sharpened(
        known,
        [
            f
            for block, dates in zip(blocks, found, strict=True)
            for f in dates
            if block.dateline or _is_date_line(block, f)
        ],
    )
    article = _Article(blocks, found, known)
    for block, dates in zip(blocks, found, strict=True):
        yield from article.read(block, dates)


def _is_date_line(block: _Block, found: Found) -> bool:
    """Whether a line is nothing but a date with its year."""
    alone = found.start == 0 and found.end == block.words.n
    return alone and isinstance(found.expr, Calendar) and found.expr.year is not None and found.expr.day is not None


class _Article:
    """The state of reading one article: what its dates count from, and which came before."""

    def __init__(self, blocks: list[_Block], found: list[list[Found]], known: Period | None) -> None:
        self._known = known
        self._references: tuple[Period, ...] = ()
        self._explicit: tuple[Period, ...] = ()  # dates that named their year
        self._nearby: tuple[Period, ...] = ()  # those of the block being read
        self._sentence_year: tuple[int, int] | None = None  # year and where it was said
        pairs = [(block, f) for block, dates in zip(blocks, found, strict=True) for f in dates]
        numeric = [f.expr for _, f in pairs if isinstance(f.expr, NumericDate)]
        styles = [
            block.words.at(f.start) in MONTHS
            for block, f in pairs
            if isinstance(f.expr, Calendar) and f.expr.month and f.expr.day
        ]
        self._month_first = anchor.month_first(numeric, [], styles)
        self._floor = None if known else self._latest_past(pairs)
        self._near = self._inferred_day(pairs)

    def _latest_past(self, pairs: Iterable[tuple[_Block, Found]]) -> dt.date | None:
        context = Context(month_first=self._month_first)
        dated = (
            (resolve(f.expr, context), block.clauses.direction(*block.span(f)))
            for block, f in pairs
            if says_year(f.expr)
        )
        return anchor.latest_past([(p, direction) for p, direction in dated if p is not None])

    def _inferred_day(self, pairs: Iterable[tuple[_Block, Found]]) -> dt.date | None:
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

    def read(self, block: _Block, dates: list[Found]) -> Iterator[DateMention]:
        """The dates of one block, resolved in turn; the members of a range share its extent."""
        self._sentence_year, self._nearby = None, ()
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

    def _reading(self, block: _Block, found: Found, floor: dt.date | None) -> Reading:
        start, end = block.span(found)
        direction = block.clauses.direction(start, end)
        context = Context(
            direction=direction, references=self._references, nearby=self._nearby, year=self._year(block, start, direction), floor=floor, near=self._near,
            month_first=self._month_first,
        )  # fmt: skip
        if self._known is None:
            spoken = next((p for p in self._explicit[:1]), None)
            return self._undated(found.expr, replace(context, near=self._near or (spoken.first if spoken else None)))
        first = read(found.expr, replace(context, today=self._known.first, near=None))
        if self._known.first == self._known.last:
            return first
        return agreed(first, read(found.expr, replace(context, today=self._known.last, near=None)))

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

    def _year(self, block: _Block, start: int, direction: Direction) -> int | None:
        """The past year that the sentence speaks of, for the dates in it that name none."""
        if self._sentence_year is None or direction is Direction.FUTURE:
            return None
        year, said = self._sentence_year
        between = block.words.text[said:start]
        return year if len(between) < 200 and not _SENTENCE_END.search(between) else None

    def _remember(self, block: _Block, found: Found, reading: Reading) -> None:
        if reading.period is None or reading.kind not in (DateKind.DATE, DateKind.TIME):
            return
        if reading.precision not in (Precision.DECADE, Precision.CENTURY):
            self._references = (reading.period, *self._references[: _MANY_REFERENCES - 1])
            self._nearby = (reading.period, *self._nearby[: _MANY_REFERENCES - 1])
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


def _mention(block: _Block, found: Found, reading: Reading) -> DateMention:
    start, end = block.span(found)
    return DateMention(
        block.field, block.start + start, block.start + end, block.words.text[start:end], reading.kind, reading.value, reading.first,
        reading.last, reading.precision, reading.basis, reading.edtf,
    )  # fmt: skip


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
