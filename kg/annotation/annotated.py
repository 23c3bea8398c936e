"""An article after spaCy: one Doc a paragraph, so that no sentence runs over a heading."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from kg.corpus.article import Field, Layout, Paragraph, ParagraphKind


@dataclass(frozen=True, slots=True)
class Segment:
    """A parsed paragraph; a token's offset in the field is `paragraph.start + token.idx`.

    `doc.text` is `paragraph.text`, but for the case of letters in headings that are in title case or in capitals:
    what is to be quoted as it came is cut from the paragraph or the source, never from the doc.
    """

    index: int
    paragraph: Paragraph
    doc: Doc

    def offsets(self, start: int, end: int) -> tuple[Field, int, int]:
        """Field and characters of the tokens `[start, end)`."""
        first, last = self.doc[start], self.doc[end - 1]
        return self.paragraph.field, self.paragraph.start + first.idx, self.paragraph.start + last.idx + len(last)

    @property
    def is_heading(self) -> bool:
        """Whether this is a headline or a heading: no full sentences are to be expected."""
        return self.paragraph.kind in (ParagraphKind.HEADLINE, ParagraphKind.HEADING)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """Layout and parsed segments, in reading order. Datelines, bylines and noise aren't parsed."""

    layout: Layout
    segments: tuple[Segment, ...]

    def sentences(self) -> list[tuple[Segment, Span]]:
        """All sentences in reading order, each with its segment."""
        return [(segment, sent) for segment in self.segments for sent in segment.doc.sents]
