"""Article -> Layout: what of the text is headline, heading, dateline, byline, body and noise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.corpus.article import Article, Field, Layout, Paragraph, ParagraphKind
from kg.corpus.dateline import dateline_end, full_date, is_date_line, is_dateline
from kg.corpus.heading import is_heading, is_headline
from kg.corpus.lines import split_pieces
from kg.corpus.noise import LABEL, is_byline, is_noise
from kg.corpus.publication_date import iso_date

MAX_PARAGRAPH = 10_000  # characters; a longer one is cut at a sentence's end
MAX_LIST = 200  # headings and words in a row; what follows is a list of words, not news
_BRIEF = 40

_DATE_PREFIX = re.compile(
    r"\s*(?:date|published)(?:\s*[:=])?\s+(\d{4}-\d{2}(?:-\d{2})?)(?:T[\d:.]+Z?)?(?=\s)\s*", re.IGNORECASE
)
_ITEM = re.compile(r"[•●▪◦‣·■►*–—-]\s+|#{1,6}\s+|>\s+")
_PUBLISHER = re.compile(r"(?<!\s)\s+\|\s+[^|]{1,60}$")
_LONG_RUN = re.compile(r"\S{200,}")  # an address or a picture in letters: no words, and slow to cut into tokens
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_WHITE = (
    *range(32),
    127,
    0x85,
    0xA0,
    0x1680,
    *range(0x2000, 0x200C),
    0x2028,
    0x2029,
    0x202F,
    0x205F,
    0x2060,
    0x3000,
    0xFEFF,
)
_PLAIN = dict.fromkeys(_WHITE, " ")


def lay_out(article: Article) -> Layout:
    r"""Cut an article into paragraphs: every character that isn't white space lies in exactly one.

    Examples
    --------
    >>> text = "ACCRA, July 11 - Barack Obama spoke to parliament.\n\nAdvertisement\n\nAfrica's Future\n\nHe flew home."
    >>> layout = lay_out(Article("1", text, title="Obama in Ghana"))
    >>> [(p.kind.value, p.text) for p in layout.paragraphs][:3]
    [('headline', 'Obama in Ghana'), ('dateline', 'ACCRA, July 11 -'), ('body', 'Barack Obama spoke to parliament.')]
    >>> [p.kind.value for p in layout.paragraphs][3:]
    ['noise', 'heading', 'body']
    """
    text = _TextLayout(article)
    paragraphs = [*_title(article.title), *text.paragraphs()]
    return Layout(article, article.published or text.published, tuple(paragraphs))


def _title(title: str) -> Iterator[Paragraph]:
    """Make the headline; a label before it ("UPDATE 1-") and a publisher after it are noise."""
    start, end = _stripped(title, 0, len(title))
    if start == end:
        return
    label = LABEL.match(title, start, end)
    if label:
        yield from _paragraphs(Field.TITLE, title, start, label.end(), ParagraphKind.NOISE)
        start = label.end()
    publisher = _PUBLISHER.search(title, start, end)
    cut = publisher.start() if publisher and len(title[start : publisher.start()].split()) > 3 else end
    yield from _paragraphs(Field.TITLE, title, start, cut, ParagraphKind.HEADLINE)
    yield from _paragraphs(Field.TITLE, title, cut, end, ParagraphKind.NOISE)


class _TextLayout:
    """One pass over the pieces of a text, remembering what came before."""

    def __init__(self, article: Article) -> None:
        self.published: str | None = None
        self._text = article.text
        self._title = _folded(article.title)
        self._has_headline = bool(self._title)
        self._has_body = False
        self._in_list = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        text, start = self._text, 0
        prefix = _DATE_PREFIX.match(text)
        if prefix:
            self.published = iso_date(prefix.group(1))
            start = prefix.end()
            yield from _paragraphs(Field.TEXT, text, 0, start, ParagraphKind.NOISE)
        pieces = split_pieces(text, start)
        for index, (first, end) in enumerate(pieces):
            following = pieces[index + 1][0] if index + 1 < len(pieces) else None
            yield from self._piece(first, end, following, alone=len(pieces) == 1)

    def _piece(self, start: int, end: int, following: int | None, *, alone: bool) -> Iterator[Paragraph]:
        text = self._text
        item = _ITEM.match(text, start, end)
        if item and not is_noise(text[start:end]):
            yield from _paragraphs(Field.TEXT, text, start, item.end(), ParagraphKind.NOISE)
            start = item.end()
        kind = ParagraphKind.BODY if alone and not is_noise(text[start:end]) else self._kind(start, end, following)
        if kind is ParagraphKind.HEADING or (end - start <= _BRIEF and text[end - 1].isalnum()):
            self._in_list += 1
            if self._in_list > MAX_LIST:
                kind = ParagraphKind.NOISE
        elif kind is not ParagraphKind.NOISE:
            self._in_list = 0
        if kind is ParagraphKind.BODY:
            yield from self._body(start, end)
        else:
            yield from _paragraphs(Field.TEXT, text, start, end, kind)

    def _kind(self, start: int, end: int, following: int | None) -> ParagraphKind:
        line = self._text[start:end] if end - start <= 400 else ""
        if not line:
            return ParagraphKind.BODY
        if is_noise(line):
            return ParagraphKind.NOISE
        if is_byline(line):
            return ParagraphKind.BYLINE
        if not self._has_body:
            if is_date_line(line) or is_dateline(line):
                self.published = self.published or full_date(line)
                return ParagraphKind.DATELINE
            if self._title and _folded(line) == self._title:
                return ParagraphKind.NOISE
            if not self._has_headline and following is not None and is_headline(line):
                self._has_headline = True
                return ParagraphKind.HEADLINE
        if is_heading(line) and not (following is not None and self._text[following].islower()):
            return ParagraphKind.HEADING
        return ParagraphKind.BODY

    def _body(self, start: int, end: int) -> Iterator[Paragraph]:
        """Split off label and dateline, take out strings that are no words, and cut what is too long."""
        text = self._text
        label = LABEL.match(text, start, end)
        if label and label.end() < end:
            yield from _paragraphs(Field.TEXT, text, start, label.end(), ParagraphKind.NOISE)
            start = label.end()
        cut = dateline_end(text, start, end, first=not self._has_body)
        if cut > start:
            if not self._has_body:
                self.published = self.published or full_date(text[start:cut])
            yield from _paragraphs(Field.TEXT, text, start, cut, ParagraphKind.DATELINE)
        self._has_body = True
        for run in _LONG_RUN.finditer(text, cut, end):
            yield from _paragraphs(Field.TEXT, text, cut, run.start(), ParagraphKind.BODY)
            yield from _paragraphs(Field.TEXT, text, run.start(), run.end(), ParagraphKind.NOISE)
            cut = run.end()
        yield from _paragraphs(Field.TEXT, text, cut, end, ParagraphKind.BODY)


def _paragraphs(field: Field, source: str, start: int, end: int, kind: ParagraphKind) -> Iterator[Paragraph]:
    """Make a paragraph of a span, several where it is too long, none where it is white space."""
    start, end = _stripped(source, start, end)
    while start < end:
        cut = end if end - start <= MAX_PARAGRAPH else _cut(source, start)
        first, last = _stripped(source, start, cut)
        if first < last:
            yield Paragraph(field, first, last, kind, source[first:last].translate(_PLAIN))
        start = cut


def _cut(source: str, start: int) -> int:
    """Where to cut a long paragraph: after a sentence, else between words, else anywhere."""
    limit = start + MAX_PARAGRAPH
    end = 0
    for sentence in _SENTENCE_BREAK.finditer(source, start + MAX_PARAGRAPH // 2, limit):
        end = sentence.end()
    return end or max(source.rfind(" ", start + 1, limit), source.rfind("\n", start + 1, limit)) + 1 or limit


def _stripped(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


def _folded(line: str) -> str:
    return " ".join(line.split()).casefold()
