"""Gatherings as things that an article tells of: summits, talks, ceremonies, each with its later mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.events.compatible import dates_fit
from kg.events.context import ArticleContext
from kg.events.facts import Location, Status, When
from kg.events.gatherings.tellings import WORDS, Telling, telling_of
from kg.events.gatherings.words import ASSEMBLIES, CEREMONIES, GENERAL_ASSEMBLY, GENERAL_CEREMONY, REACH
from kg.events.times.narrative import Setting
from kg.mentions.mention import COUNTRY, PLACE
from kg.schema.types import EventType

#: A gathering isn't taken to last longer (days): a wider date only says roughly when it was.
LONGEST = 5


@dataclass(slots=True)
class Gathering:
    """What is known of a gathering so far. `joint`: those who attend it have met."""

    number: int
    joint: bool
    tellings: list[Telling] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    when: When | None = None
    location: Location | None = None
    remote: bool = False

    def add(self, telling: Telling) -> None:
        """Add a mention; an exact date or place beats a vague one."""
        self.tellings.append(telling)
        self.names |= telling.names
        self.matters |= telling.matters
        self.parties |= telling.parties
        self.remote |= telling.remote
        self.location = _nearer(self.location, telling.location)
        vague = self.when is None or self.when.days > LONGEST
        if vague and telling.when is not None:
            self.when = telling.when

    def status(self) -> Status:
        """Whether it has taken place: what is told in the past beats what was only planned."""
        told = [t.status for t in self.tellings if t.status is not None]
        if any(t.status is Status.OCCURRED and t.past for t in self.tellings):
            return Status.OCCURRED
        return next((s for s in (Status.PLANNED, Status.POSSIBLE, Status.NEGATED) if s in told), Status.OCCURRED)


class Gatherings:
    """The gatherings of an article, by the nouns that tell of them."""

    def __init__(self, found: Sequence[Gathering]) -> None:
        self.all = tuple(found)
        self._by_token = {(t.segment, t.token): g for g in found for t in g.tellings}
        self._in_order = sorted(self._by_token)
        self._echo: tuple[int, Gathering] | None = None

    def at(self, segment: int, token: int) -> Gathering | None:
        """The gathering that a noun tells of."""
        return self._by_token.get((segment, token))

    def within(self, segment: int, start: int, end: int) -> list[int]:
        """The nouns among the tokens `[start, end)` of a segment that tell of gatherings."""
        first = bisect_left(self._in_order, (segment, start))
        return [token for _, token in self._in_order[first : bisect_left(self._in_order, (segment, end))]]

    def last_before(self, context: ArticleContext, segment: int, token: int, reach: int = REACH) -> Gathering | None:
        """The gathering told of last before a word, no more than so many sentences before."""
        here = context.sentence_number(segment, token)
        found: list[tuple[int, Gathering]] = [] if self._echo is None else [self._echo]
        position = bisect_left(self._in_order, (segment, token)) - 1
        if position >= 0:
            at = self._in_order[position]
            found.append((context.sentence_number(*at), self._by_token[at]))
        sentence, gathering = max(found, key=lambda one: one[0], default=(here, None))
        return gathering if here - sentence <= reach else None

    def echo(self, gathering: Gathering, sentence: int) -> None:
        """Remember that a sentence, read in its turn, was about a gathering without naming it ("X will attend")."""
        self._echo = (sentence, gathering)


def gatherings_of(context: ArticleContext, event_type: EventType, settings: Sequence[Setting] = ()) -> Gatherings:
    """All gatherings of an article.

    Parameters
    ----------
    context : ArticleContext
        The article.
    event_type : EventType
        The type of event that those at a summit take part in.
    settings : sequence of Setting
        Times that the text sets; a heading's is that of the gatherings told of below it.
    """
    found: list[Gathering] = []
    headings: list[Telling] = []
    for segment in context.article.segments:
        for predicate in context.predicates(segment, WORDS):
            telling = telling_of(context, segment, predicate, event_type, settings)
            if telling is None:
                continue
            if segment.is_heading:
                headings.append(telling)
                continue
            known = next((g for g in reversed(found) if _is_of(telling, g)), None)
            if known is None:
                known = Gathering(len(found), telling.word in ASSEMBLIES)
                found.append(known)
            known.add(telling)
    for telling in headings:
        if (known := next((g for g in found if _is_headed(telling, g)), None)) is not None:
            known.add(telling)
    return Gatherings(found)


def _is_of(telling: Telling, gathering: Gathering) -> bool:
    """Whether a noun tells of a gathering told of before."""
    if not telling.definite or telling.distinct or not _same_kind(telling.word, gathering):
        return False
    if not dates_fit(telling.when, gathering.when) or not _places_fit(telling.location, gathering.location):
        return False
    if telling.parties and not telling.parties <= gathering.parties:
        return False
    if telling.matters and gathering.matters and not telling.matters & gathering.matters:
        return False
    if telling.names:
        return bool(telling.names & gathering.names) or (not gathering.names and _same_place(telling, gathering))
    return True


def _is_headed(telling: Telling, gathering: Gathering) -> bool:
    """Whether a headline names a gathering that the text tells of: after the same bodies, or with the same sides."""
    same = telling.names & gathering.names or (telling.parties and telling.parties == gathering.parties)
    return bool(same) and _same_kind(telling.word, gathering) and dates_fit(telling.when, gathering.when)


def _same_kind(word: str, gathering: Gathering) -> bool:
    words = {t.word for t in gathering.tellings}
    if word == "event" or word in words or (words <= GENERAL_CEREMONY and word in CEREMONIES):
        return True
    general = GENERAL_ASSEMBLY if gathering.joint else GENERAL_CEREMONY
    return word in general and (word != "summit" or not words & {"talk", "negotiation", "dinner", "lunch"})


def _places_fit(one: Location | None, other: Location | None) -> bool:
    if one is None or other is None or one.entity == other.entity:
        return True
    coarse = any((place.entity or "").startswith(f"{COUNTRY}:") for place in (one, other))
    return one.country == other.country and (coarse or one.country is None)


def _same_place(telling: Telling, gathering: Gathering) -> bool:
    return (
        telling.location is not None
        and gathering.location is not None
        and telling.location.entity == gathering.location.entity
    )


def _nearer(one: Location | None, other: Location | None) -> Location | None:
    if one is None or (other is not None and _is_town(other) and not _is_town(one)):
        return other
    return one


def _is_town(place: Location) -> bool:
    return (place.entity or "").startswith(f"{PLACE}:")
