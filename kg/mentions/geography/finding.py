"""All mentions of states and places in an article."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.mentions.geography.folding import fold
from kg.mentions.geography.gazetteer import Gazetteer
from kg.mentions.geography.judging import Found, Judge
from kg.mentions.geography.passage import Label, Passage
from kg.mentions.geography.scanning import scan
from kg.mentions.geography.unlisted import unlisted_places
from kg.mentions.mention import COUNTRY, PLACE, LocalEntity, Mention


def find_geography(
    article: AnnotatedArticle, gazetteer: Gazetteer
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """States and places of an article, with the spans that stand for them.

    A state is the entity `Country:CODE`; a capital, a seat of power, a city or a region is a `Place:NAME` with the code
    of its state, where it lies in one. Mentions come in reading order; none overlaps another.
    """
    passages = [_passage(segment, gazetteer) for segment in article.segments]
    dateline = article.layout.dateline
    context = [*passages, *([_plain_passage(dateline.text, gazetteer)] if dateline else [])]
    judge = Judge(context, gazetteer)
    collected = _Collected()
    for segment, passage in zip(article.segments, passages, strict=True):
        found = list(judge.found(passage))
        found.extend(unlisted_places(passage, found))
        for item in sorted(found, key=lambda f: f.start):
            collected.add(segment, item)
    return collected.entities(), tuple(collected.mentions)


def _passage(segment: Segment, gazetteer: Gazetteer) -> Passage:
    text = fold(segment.paragraph.text)
    labels = tuple(Label(e.start_char, e.end_char, e.label_, sum(t.is_alpha for t in e)) for e in segment.doc.ents)
    return Passage(text, tuple(scan(text, gazetteer.index)), labels)


def _plain_passage(text: str, gazetteer: Gazetteer) -> Passage:
    plain = fold(text)
    return Passage(plain, tuple(scan(plain, gazetteer.index)))


class _Collected:
    """Mentions, and the forms in which each entity was seen."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._seen: dict[str, tuple[Found, dict[str, None]]] = {}

    def add(self, segment: Segment, found: Found) -> None:
        span = segment.doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is None:
            return
        _, forms = self._seen.setdefault(found.key, (found, {}))
        forms[segment.paragraph.text[found.start : found.end]] = None
        if not self._is_taken(segment.index, span):
            head = span.root.i
            mention = Mention(found.key, found.kind, segment.index, span.start, span.end, head, found.country)
            self.mentions.append(mention)

    def _is_taken(self, segment: int, span: Span) -> bool:
        """Whether the mention before covers the token too ("U.S.-China", where a tokenizer keeps it whole)."""
        last = self.mentions[-1] if self.mentions else None
        return last is not None and last.segment == segment and span.start < last.end

    def entities(self) -> tuple[LocalEntity, ...]:
        """One entity a key, in order of first mention."""
        return tuple(_entities(self._seen))


def _entities(seen: dict[str, tuple[Found, dict[str, None]]]) -> Iterator[LocalEntity]:
    for key, (found, forms) in seen.items():
        kind = COUNTRY if key.startswith(f"{COUNTRY}:") else PLACE
        names = tuple(dict.fromkeys((found.name, *sorted(forms, key=lambda form: (-len(form), form)))))
        yield LocalEntity(key, kind, found.name, names, found.country)
