"""The answers, as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.query.answer import Answer, Cells, Shown


@dataclass(frozen=True, slots=True)
class Actor(Shown):
    """A person, country, organization or place. `names` are all forms that the articles use."""

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ActorSummary(Answer):
    """An actor with the number of events that it takes part in and of articles that mention it."""

    actor: Actor
    events: int
    articles: int

    def cells(self) -> Cells:
        """Give name, type, country and the two counts."""
        counts = {"events": self.events, "articles": self.articles}
        return {"name": self.actor.name, "type": self.actor.type, "country": self.actor.country, **counts}


@dataclass(frozen=True, slots=True)
class Evidence(Shown):
    """A sentence of an article that tells of an event.

    `[char_start, char_end)` are its characters in the article's `field`, `[trigger_start, trigger_end)` those of the
    words that tell of the event. `type`, `status`, `start`, `end`, `date_text` (the words of the date) and `place` are
    what this sentence says, whatever others say. `source` is the same for articles that are copies of one text.
    """

    report: str
    sentence: str
    trigger: str
    field: str
    char_start: int
    char_end: int
    trigger_start: int
    trigger_end: int
    status: str
    start: str | None
    end: str | None
    confidence: float
    rule: str
    article: str
    title: str | None
    published: str | None
    url: str | None
    type: str
    date_text: str | None
    place: str | None
    source: str | None

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The sentence in three: before the words that tell of the event, those words, behind them.

        Where they don't lie in the sentence, all of it is the first piece.
        """
        start, end = self.trigger_start - self.char_start, self.trigger_end - self.char_start
        said = self.sentence
        return (said[:start], said[start:end], said[end:]) if 0 <= start <= end <= len(said) else (said, "", "")


@dataclass(frozen=True, slots=True)
class Participant(Shown):
    """An actor in a role of an event."""

    role: str
    actor: Actor


@dataclass(frozen=True, slots=True)
class Event(Answer):
    """An event with its participants. `start` and `end` are ISO dates, both days included."""

    id: str
    type: str
    status: str
    start: str | None
    end: str | None
    edtf: str | None
    date_text: str | None
    place: str | None
    document: str | None
    confidence: float
    n_articles: int
    n_sources: int
    participants: tuple[Participant, ...]

    def cells(self) -> Cells:
        """Give what a table shows of an event."""
        who = tuple(dict.fromkeys(participant.actor.name for participant in self.participants))
        told = {"status": self.status, "type": self.type, "who": who, "where": self.place}
        return {"event": self.id, "from": self.start, "to": self.end, **told, "articles": self.n_articles}


class LinkKind(StrEnum):
    """What ties two actors. The last three are weak: they don't say that the two had to do with each other."""

    EVENT = "event"
    AGREEMENT = "agreement"
    OFFICE = "office"
    PLACE = "place"
    VISITED = "visited country"

    @property
    def is_weak(self) -> bool:
        """Whether such a link is shown only when asked for."""
        return self not in (LinkKind.EVENT, LinkKind.AGREEMENT)


@dataclass(frozen=True, slots=True)
class Step(Shown):
    """One step of a connection, with what ties the two and its best sentence.

    `event` is the event in which `head` takes part; `other` the one of `tail`, where it is another one (two signings
    of one agreement). Neither is there for an office. `via_name` says in words what ties them, where it is no event:
    the office, agreement or place. `alternatives` counts further events that tie the same two.
    """

    head: Actor
    tail: Actor
    kind: LinkKind
    via: str
    event: Event | None = None
    other: Event | None = None
    evidence: Evidence | None = None
    alternatives: int = 0
    via_name: str | None = None


@dataclass(frozen=True, slots=True)
class Connection(Answer):
    """A chain of steps from one actor to another. One step is a direct connection."""

    steps: tuple[Step, ...]

    @property
    def is_weak(self) -> bool:
        """Whether any step is."""
        return any(step.kind.is_weak for step in self.steps)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors along the way, first and last included."""
        return (self.steps[0].head, *(step.tail for step in self.steps))

    def cells(self) -> Cells:
        """Give the way, what ties each step and the sentences that say so."""
        return {
            "way": " – ".join(actor.name for actor in self.actors),
            "steps": len(self.steps),
            "by": tuple(s.event.type if s.event and s.kind is LinkKind.EVENT else s.kind.value for s in self.steps),
            "says": " / ".join(step.evidence.sentence for step in self.steps if step.evidence),
        }


@dataclass(frozen=True, slots=True)
class TimelineEntry(Answer):
    """An event of an actor, in which role, and its best sentence."""

    roles: tuple[str, ...]
    event: Event
    evidence: Evidence | None

    def cells(self) -> Cells:
        """Give the event and its best sentence."""
        return {**self.event.cells(), "says": self.evidence.sentence if self.evidence else None}


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing that reports of an event say, and the ids of those that say so."""

    said: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the reports of an event say differently: its `status`, its `days` (first/last) or its `place`.

    What most reports say comes first. `is_conflict` is false of days that overlap: "in May" and "on 3 May" can be true
    both, as can two places, one of which may lie in the other.
    """

    about: str
    tellings: tuple[Telling, ...]
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class EventEvidence(Answer):
    """An event with every sentence that tells of it, the best first."""

    event: Event
    reports: tuple[Evidence, ...]

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Where the reports differ: in status, days or place. A report that doesn't say is of no other opinion."""
        days = {(r.start, r.end) for r in self.reports if r.start and r.end}
        overlap = max((first for first, _ in days), default="") <= min((last for _, last in days), default="")
        said = {
            "status": {r.report: r.status for r in self.reports},
            "days": {r.report: f"{r.start}/{r.end}" for r in self.reports if r.start and r.end},
            "place": {r.report: r.place for r in self.reports if r.place},
        }
        conflicts = {"status": True, "days": not overlap, "place": False}
        found = (Disagreement(about, _tellings(of), conflicts[about]) for about, of in said.items())
        return tuple(one for one in found if len(one.tellings) > 1)

    def cells(self) -> Cells:
        """Give the event and all its sentences."""
        return {**self.event.cells(), "says": tuple(report.sentence for report in self.reports)}


def _tellings(said: Mapping[str, str]) -> tuple[Telling, ...]:
    """Group reports by what they say."""
    by: dict[str, list[str]] = {}
    for report, value in said.items():
        by.setdefault(value, []).append(report)
    return tuple(Telling(value, tuple(by[value])) for value in sorted(by, key=lambda v: (-len(by[v]), v)))
