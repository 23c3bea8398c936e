"""An article as it came, and its layout: the paragraphs that are worth parsing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Field(StrEnum):
    """The two texts of an article; every offset is into one of them."""

    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Article:
    """One article, unchanged.

    `published` is an ISO date of the precision that is known ("2024-03-19", "2024-03", "2024") or None.
    `origin` says where it was read (file, or file:line), for messages only. `author` is who its source says has written
    it, on one line; it is passed on as it is, and makes no other article of it. `document` is by what the bytes that it
    was read from are known again (`kg.corpus.recall`), where somebody remembers them.
    """

    id: str
    text: str
    title: str = ""
    published: str | None = None
    url: str | None = None
    language: str = "en"
    origin: str = ""
    author: str | None = None
    document: str | None = field(default=None, compare=False, repr=False)


class ParagraphKind(StrEnum):
    """What a stretch of text is; only headlines, headings and bodies are parsed."""

    HEADLINE = "headline"  # the title, or a first line that serves as one
    HEADING = "heading"  # a line between paragraphs, without a sentence's end
    BODY = "body"
    DATELINE = "dateline"  # "NEW DELHI, Aug 20 (Wire) -" before the first sentence
    BYLINE = "byline"  # "By Jane Doe"
    NOISE = "noise"  # "Advertisement", "Read more: ...", a date prefix


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch `[start, end)` of one field, in Python characters.

    `text` has exactly `end - start` characters: the source with white space made plain (line breaks,
    no-break spaces, tabs become spaces), so that an offset into it plus `start` is an offset into the source.
    """

    field: Field
    start: int
    end: int
    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """An article cut into paragraphs, in reading order (title first), with what the text says of its publication.

    `published` is the article's own date where it has one, else what a date prefix in the text says, else None.
    `dateline` is the paragraph of kind DATELINE or None.
    """

    article: Article
    published: str | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def dateline(self) -> Paragraph | None:
        """The dateline, where the article has one."""
        return next((p for p in self.paragraphs if p.kind is ParagraphKind.DATELINE), None)

    def source(self, field: Field) -> str:
        """The text of a field, as it came."""
        return self.article.title if field is Field.TITLE else self.article.text
