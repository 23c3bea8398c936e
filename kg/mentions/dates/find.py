"""All dates of an article, found by rule and resolved against its publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.corpus.article import Field, ParagraphKind
from kg.mentions.dates import anchor
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.dates.expression import Calendar, Found
from kg.mentions.dates.grammar import find
from kg.mentions.dates.lexer import Words
from kg.mentions.dates.reader import Block, Reader
from kg.mentions.dates.trap import names_like_months

_WRAPPED = 60  # characters; a shorter line ends a paragraph

if TYPE_CHECKING:  # finding dates in plain text needs no spaCy
    from kg.annotation.annotated import AnnotatedArticle


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
            Block(paragraph.field, paragraph.start, words, doc, paragraph.kind is ParagraphKind.DATELINE, aside)
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
        blocks.append(Block(Field.TEXT, start, Words(piece), None))
    return tuple(_mentions(blocks, published))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs with their offsets; a line break ends one unless the line is wrapped in the middle of a sentence."""
    start = before = 0
    for line in re.finditer(r"\n", text):
        last = text[before : line.start()].rstrip()
        wrapped = len(last) >= _WRAPPED and last[-1] not in '.!?:"”)' and text[line.end() : line.end() + 1].strip()
        before = line.end()
        if not wrapped:
            yield start, text[start : line.start()]
            start = before
    yield start, text[start:]


def _mentions(blocks: list[Block], published: str | None) -> Iterator[DateMention]:
    names = frozenset().union(*(names_like_months(block.words) for block in blocks))
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
    article = Reader(blocks, found, known)
    for block, dates in zip(blocks, found, strict=True):
        yield from article.read(block, dates)


def _is_date_line(block: Block, found: Found) -> bool:
    """Whether a line is nothing but a date with its year."""
    alone = found.start == 0 and found.end == block.words.n
    return alone and isinstance(found.expr, Calendar) and found.expr.year is not None and found.expr.day is not None
