"""The memory of a reading: what stood where, in which slot, and what each phrase was resolved to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.mentions.coreference.profiles import Profiles
from kg.mentions.coreference.quotations import quotes_of
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import Slot, clause_of, coordination_of, slot_of
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, ArticleMentions, Mention


@dataclass(frozen=True, slots=True)
class Site:
    """A token of the article: `position` counts tokens, `sentence` counts sentences, both from the article's start."""

    segment: Segment
    token: Token
    position: int
    sentence: int

    @property
    def index(self) -> int:
        """The segment's index."""
        return self.segment.index


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase that has been read. Entries without entities are others who could be meant by a pronoun.

    `clause` and `coordination` are positions: of the verb, and of the first member of an "and".
    """

    entities: tuple[str, ...]
    how: How
    position: int
    sentence: int
    slot: Slot
    clause: int
    coordination: int
    plural: bool
    animate: bool
    heading: bool


# How many tokens a name with a colon may take at the start of a paragraph of a transcript.
_LABEL = 12

Resolver = Callable[[Site, "Discourse"], Resolution]


class Discourse:
    """Index of one article and the entries read so far. Grows only while `Coreference` reads the article once."""

    def __init__(self, article: AnnotatedArticle, found: ArticleMentions, *, resolver: Resolver) -> None:
        self.article = article
        self.found = found
        self.profiles = Profiles(found)
        self.entries: list[Entry] = []
        self.by_sentence: dict[int, list[Entry]] = {}
        self._resolver = resolver
        self._resolved: dict[int, Resolution] = {}
        self._open: set[int] = set()
        self._segments = {segment.index: segment for segment in article.segments}
        self._base: dict[int, int] = {}
        self._order: list[int] = []
        self._starts: list[int] = []
        self._sentences: list[int] = []
        self._mentions: dict[int, Mention] = {}
        self._quotes: dict[int, dict[int, int]] = {}
        self._labels: dict[int, str] = {}
        self.topics = _topics(article, found)
        self.topic_states = _topic_states(article, found)
        self._number()
        self._read_labels()

    def _number(self) -> None:
        sentence = 0
        for segment in self.article.segments:
            self._base[segment.index] = len(self._sentences)
            if len(segment.doc):
                self._order.append(segment.index)
                self._starts.append(len(self._sentences))
            for span in segment.doc.sents:
                self._sentences += [sentence] * len(span)
                sentence += 1
        for mention in self.found.mentions:
            if mention.segment in self._base:
                base = self._base[mention.segment]
                for token in range(mention.start, mention.end):
                    self._mentions[base + token] = mention

    def _read_labels(self) -> None:
        label: str | None = None
        for segment in self.article.segments:
            colon = next((token.i for token in segment.doc[:_LABEL] if token.text == ":"), 0)
            mention = self._mentions.get(self._base[segment.index] + colon - 1) if colon else None
            if segment.is_heading:
                label = None
            elif mention is not None and mention.entity in self.profiles.people:
                verbs = any(token.pos_ in ("VERB", "AUX") for token in segment.doc[:colon])
                label = label if verbs else mention.entity
            if label is not None:
                self._labels[segment.index] = label

    def site(self, segment: int, token: int) -> Site:
        """The site of a token by segment index and token index."""
        position = self._base[segment] + token
        return Site(self._segments[segment], self._segments[segment].doc[token], position, self._sentences[position])

    def at(self, position: int) -> Site:
        """The site at a position."""
        segment = self._order[bisect_right(self._starts, position) - 1]
        token = self._segments[segment].doc[position - self._base[segment]]
        return Site(self._segments[segment], token, position, self._sentences[position])

    def beside(self, site: Site, token: Token) -> Site:
        """The site of another token of the same segment."""
        position = self._base[site.index] + token.i
        return Site(site.segment, token, position, self._sentences[position])

    def mention(self, site: Site, token: Token | None = None) -> Mention | None:
        """The mention that covers the site's token, or another token of its segment."""
        return self._mentions.get(self._base[site.index] + (site.token if token is None else token).i)

    def mention_at(self, segment: int, token: int) -> Mention | None:
        """The mention that covers a token."""
        return self._mentions.get(self._base[segment] + token)

    def actors(self, site: Site, token: Token | None = None) -> Resolution:
        """Resolve a token, once; a phrase that would need itself to be resolved is unresolved."""
        if token is not None:
            site = self.beside(site, token)
        known = self._resolved.get(site.position)
        if known is None:
            if site.position in self._open:
                return Resolution((), How.UNRESOLVED, site.token.i, site.token.i + 1)
            self._open.add(site.position)
            known = self._resolver(site, self)
            self._open.discard(site.position)
            self._resolved[site.position] = known
        return known

    def quotes(self, segment: Segment) -> dict[int, int]:
        """The segment's tokens within quotation marks, each with the index of the opening mark."""
        known = self._quotes.get(segment.index)
        if known is None:
            known = self._quotes[segment.index] = quotes_of(segment)
        return known

    def label(self, segment: Segment) -> str | None:
        """The person whose words a segment is in a transcript: the last "Name:" at the start of a segment."""
        return self._labels.get(segment.index)

    def remember(self, site: Site, resolution: Resolution, *, plural: bool, animate: bool) -> None:
        """Add a phrase to what has been read."""
        base = self._base[site.index]
        entry = Entry(
            resolution.entities,
            resolution.how,
            site.position,
            site.sentence,
            slot_of(site.token),
            base + clause_of(site.token).i,
            base + coordination_of(site.token).i,
            plural,
            animate,
            site.segment.is_heading,
        )
        self.entries.append(entry)
        self.by_sentence.setdefault(site.sentence, []).append(entry)

    def before(self, site: Site, distance: int) -> list[Entry]:
        """Entries before the site in the sentence `distance` sentences back; headings count only for headings."""
        entries = self.by_sentence.get(site.sentence - distance, ())
        return [e for e in entries if e.position < site.position and e.heading <= site.segment.is_heading]


def _topics(article: AnnotatedArticle, found: ArticleMentions) -> frozenset[str]:
    """The people of the headline and the first paragraph: the article is about them."""
    first = _first_body(article)
    return frozenset(m.entity for m in found.mentions if m.segment <= first and m.entity.startswith(PERSON))


def _topic_states(article: AnnotatedArticle, found: ArticleMentions) -> frozenset[str]:
    """The states and organizations of the headline and the first paragraph, and the states of the people there."""
    first = _first_body(article)
    early = [mention for mention in found.mentions if mention.segment <= first]
    codes = {m.country or found.entities[m.entity].country for m in early if m.entity in found.entities}
    bodies = {m.entity for m in early if m.entity.startswith(ORGANIZATION)}
    return frozenset(f"{COUNTRY}:{code}" for code in codes if code) | bodies


def _first_body(article: AnnotatedArticle) -> int:
    return next((segment.index for segment in article.segments if not segment.is_heading), 0)
