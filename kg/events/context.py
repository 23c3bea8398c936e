"""All that is known of one article when its events are put together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.corpus.article import Field
from kg.events.sport import is_sport_article
from kg.mentions.coreference import Coreference, Resolution
from kg.mentions.dates.date_mention import DateKind, DateMention
from kg.mentions.mention import COUNTRY, ArticleMentions, LocalEntity, Mention
from kg.predicates.find import predicates
from kg.predicates.occurrences import occurrences
from kg.predicates.predicate import Predicate


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A date with the tokens `[start, end)` of its segment; `head` is the word that the rest hangs on."""

    mention: DateMention
    segment: int
    start: int
    end: int
    head: int


class ArticleContext:
    """Lookups over one article: mentions, dates and coreference by segment and token."""

    def __init__(self, article: AnnotatedArticle, found: ArticleMentions, dates: tuple[DateMention, ...]) -> None:
        self.article = article
        self.entities = found.entities
        self.coreference = Coreference(article, found, places=lambda _: found.dateline)
        self.dateline = found.dateline
        self.is_sport = is_sport_article([segment.doc for segment in article.segments])
        self._occurrences = [occurrences(segment.doc) for segment in article.segments]
        self._mentions: dict[tuple[int, int], Mention] = {}
        self.mentions_of: dict[int, list[Mention]] = {}
        for mention in found.mentions:
            self.mentions_of.setdefault(mention.segment, []).append(mention)
            for token in range(mention.start, mention.end):
                self._mentions[mention.segment, token] = mention
        self._numbers: dict[int, list[int]] = {segment.index: [] for segment in article.segments}
        for number, (seg, sent) in enumerate(article.sentences()):
            self._numbers[seg.index] += [number] * len(sent)
        self.dates = self._place(d for d in dates if d.kind in (DateKind.DATE, DateKind.TIME) and d.first is not None)
        self.lengths = self._place(d for d in dates if d.kind is DateKind.DURATION)
        self.published = _last_day(article.layout.published)

    def segment(self, index: int) -> Segment:
        """The segment of an index."""
        return self.article.segments[index]

    def token(self, segment: int, index: int) -> Token:
        """A token by segment and index."""
        return self.article.segments[segment].doc[index]

    def predicates(
        self,
        segment: Segment,
        words: Container[str],
        before: Segment | None = None,
        worth: Callable[[Token], bool] | None = None,
    ) -> Iterator[Predicate]:
        """The predicates of a segment whose base form is among the words; see `kg.predicates.find.predicates`."""
        return predicates(segment, words, before, self._occurrences[segment.index], worth)

    def forms(self, segment: Segment) -> Container[str]:
        """The forms of a segment's words, base forms among them."""
        return self._occurrences[segment.index].tokens

    def tokens(self, segment: Segment, words: Container[str]) -> list[Token]:
        """The tokens of a segment that may be of one of the words, in order; which form is for the caller to judge."""
        return [segment.doc[i] for i in sorted(self._occurrences[segment.index].of(words))]

    def sentence(self, segment: int, index: int) -> Span:
        """The sentence around a token."""
        return self.token(segment, index).sent

    def sentence_number(self, segment: int, index: int) -> int:
        """The number of the sentence around a token, counted through the article."""
        return self._numbers[segment][index]

    def evidence(self, segment: int, index: int) -> tuple[Field, tuple[int, int], tuple[int, int]]:
        """The field, and the characters in it of the sentence around a token and of the token itself."""
        around = self.sentence(segment, index)
        field, start, end = self.segment(segment).offsets(around.start, around.end)
        _, first, last = self.segment(segment).offsets(index, index + 1)
        return field, (start, end), (first, last)

    def mention(self, segment: int, token: int) -> Mention | None:
        """The named mention that a token is part of."""
        return self._mentions.get((segment, token))

    def in_date(self, segment: int, token: int) -> bool:
        """Whether a token is part of a date or a length of time."""
        return any(d.start <= token < d.end for dates in (self.dates, self.lengths) for d in dates.get(segment, ()))

    def entity(self, key: str) -> LocalEntity:
        """An entity by its key; a state may be there through its capital or its people alone."""
        found = self.entities.get(key)
        return found if found is not None else state(key)

    def actors(self, segment: int, token: int) -> Resolution:
        """Who a noun phrase stands for."""
        return self.coreference.actors(segment, token)

    def sentence_dates(self, segment: int, sentence: Span) -> list[PlacedDate]:
        """The resolved dates (no durations, no frequencies) of a sentence."""
        return [d for d in self.dates.get(segment, ()) if sentence.start <= d.start < sentence.end]

    def _place(self, dates: Iterable[DateMention]) -> dict[int, list[PlacedDate]]:
        placed: dict[int, list[PlacedDate]] = {}
        for date in dates:
            for segment, start, end in self._tokens(date):
                head = segment.doc[start:end].root.i
                placed.setdefault(segment.index, []).append(PlacedDate(date, segment.index, start, end, head))
        return placed

    def _tokens(self, date: DateMention) -> Iterator[tuple[Segment, int, int]]:
        for segment in self.article.segments:
            paragraph = segment.paragraph
            if paragraph.field == date.field and paragraph.start <= date.start and date.end <= paragraph.end:
                span = segment.doc.char_span(
                    date.start - paragraph.start, date.end - paragraph.start, alignment_mode="expand"
                )
                if span is not None and len(span):
                    yield segment, span.start, span.end
                return


def state(key: str) -> LocalEntity:
    """The entity of a state, from its key."""
    code = key.split(":", 1)[1]
    return LocalEntity(key, COUNTRY, code, country=code)


def _last_day(published: str | None) -> dt.date | None:
    """The day of publication, None where it isn't known to the day."""
    if published is None or len(published) != 10:
        return None
    return dt.date.fromisoformat(published)
