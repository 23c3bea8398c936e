"""A text cut into pieces at every mention, trigger and sentence that tells of an event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.corpus.article import Field
from kg.query.reading import Reading, ReadMention, ReadReport
from kg.query.results import Actor

_AROUND = 90  # characters shown on each side of words that were not kept


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one kind.

    `actor` is who is mentioned, `triggers` and `sentences` the numbers of the events that it tells of and in whose
    sentences it lies, `ends` those whose sentence ends with it; `first` those of which it is the first trigger.
    """

    text: str
    actor: Actor | None = None
    triggers: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    first: tuple[int, ...] = ()


Paragraph = list[Piece]


@dataclass(frozen=True, slots=True)
class Marked:
    """An article's title and text, in paragraphs."""

    title: list[Paragraph]
    text: list[Paragraph]


def marked(reading: Reading) -> Marked:
    """Cut an article into pieces; together they have all of its text but the line breaks."""
    numbers = {event.id: number for number, event in enumerate(reading.events, start=1)}
    seen: set[int] = set()
    fields = {}
    for field, text in ((Field.TITLE, reading.article.title), (Field.TEXT, reading.article.text)):
        mentions = _apart(one for one in reading.mentions if one.field is field)
        reports = [one for one in reading.reports if one.report.field is field]
        fields[field] = _paragraphs(_pieces(text, mentions, reports, numbers, seen))
    return Marked(fields[Field.TITLE], fields[Field.TEXT])


def _pieces(
    text: str, mentions: list[ReadMention], reports: list[ReadReport], numbers: dict[str, int], seen: set[int]
) -> Iterator[Piece]:
    cuts = {0, len(text), *(place for found in re.finditer("\n", text) for place in found.span())}
    cuts |= {place for one in mentions for place in (one.start, one.end)}
    for told in (one.report for one in reports):
        cuts |= {told.start, told.end, told.trigger_start, told.trigger_end}
    waiting, coming = list(reversed(reports)), list(reversed(mentions))
    open_reports: list[ReadReport] = []
    for start, end in pairwise(sorted(cut for cut in cuts if 0 <= cut <= len(text))):
        open_reports = [one for one in open_reports if one.report.end > start]
        while waiting and waiting[-1].report.start <= start:
            open_reports.append(waiting.pop())
        while coming and coming[-1].end <= start:
            coming.pop()
        actor = coming[-1].actor if coming and coming[-1].start <= start else None
        triggers = _numbers(
            (o for o in open_reports if o.report.trigger_start <= start and end <= o.report.trigger_end), numbers
        )
        ends = _numbers((one for one in open_reports if one.report.end == end), numbers)
        first = tuple(number for number in triggers if number not in seen)
        seen.update(first)
        yield Piece(text[start:end], actor, triggers, _numbers(open_reports, numbers), ends, first)


def _numbers(reports: Iterable[ReadReport], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted({numbers[one.event.id] for one in reports}))


def _paragraphs(pieces: Iterable[Piece]) -> list[Paragraph]:
    found: list[Paragraph] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            found.append([])
        else:
            found[-1].append(piece)
    return [one for one in found if any(piece.text.strip() for piece in one)]


def _apart(mentions: Iterable[ReadMention]) -> list[ReadMention]:
    """Leave out a mention within another: a link holds no link."""
    kept: list[ReadMention] = []
    for one in mentions:  # in the order of the text, of those that begin together the longest first
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    r"""Give words with what stands before and behind them in their line, cut between words.

    Examples
    --------
    >>> around("A line.\nHe came in 1928.", 11, 15)
    ('He ', 'came', ' in 1928.')
    """
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + _AROUND)
    before, after = text[first:start], text[end:last]
    if first and text[first - 1] != "\n":
        before = "… " + before.partition(" ")[2]
    if last < len(text) and text[last] != "\n":
        after = after.rpartition(" ")[0] + " …"
    return before, text[start:end], after
