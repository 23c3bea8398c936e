"""What a run did, counted: nothing vanishes without a number and a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Protocol

from kg.graph.effect import Effect
from kg.pipeline.current import Renewal
from kg.pipeline.fact_counts import FactCounts
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Met
from kg.pipeline.stages import Stages
from kg.pipeline.work import OUTCOMES, Work
from kg.workspace.workspace import Saved


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one run did.

    `read` counts all inputs met, those that `failed` and those `set_aside` (counted by language, the first hundred of
    each named in `set_aside_origins`) among them; `warnings` are about articles that were read, or that nobody misses:
    the first thousand of each kind, of which `warned` counts all.
    `events` counts the events of the articles extracted in this run by type and status, `rejected` the candidates not
    kept by reason. `nodes` and `edges` are of the whole graph, `effect` is what changed in it. `workers` are the
    processes that read side by side, `restarts` those of them that ended in the middle and were replaced. `stages` are
    seconds of each stage of the work (`kg.pipeline.stages`), those of extraction added up over the workers. `queues`
    are the most articles at a time that were read ahead, that waited for a worker, and that waited to be recorded.
    """

    read: int
    new: int
    unchanged: int
    replaced: int
    extracted_again: int
    failed: tuple[Failure, ...]
    set_aside: Mapping[str, int]
    set_aside_origins: Mapping[str, tuple[str, ...]]
    warnings: tuple[Failure, ...]
    mentions: int
    events: Mapping[str, Mapping[str, int]]
    rejected: Mapping[str, int]
    articles: int
    sources: int
    nodes: int
    edges: int
    effect: Effect
    workers: int
    restarts: int
    seconds: float
    stages: Mapping[str, float] = field(default_factory=dict)
    queues: Mapping[str, int] = field(default_factory=dict)
    warned: Mapping[str, int] = field(default_factory=dict)

    @property
    def articles_per_second(self) -> float:
        """Inputs read a second, over the whole run."""
        return self.read / self.seconds if self.seconds else 0.0

    def as_dict(self) -> dict[str, object]:
        """Give the report as plain JSON values."""
        return {
            **self._met(),
            "failed": [asdict(failure) for failure in self.failed],
            "set_aside": dict(self.set_aside),
            "set_aside_origins": {language: list(origins) for language, origins in self.set_aside_origins.items()},
            "warnings": [asdict(warning) for warning in self.warnings],
            "warned": dict(self.warned),
            "mentions": self.mentions,
            "events": {kind: dict(statuses) for kind, statuses in self.events.items()},
            "rejected": dict(self.rejected),
            "articles": self.articles,
            "sources": self.sources,
            "nodes": self.nodes,
            "edges": self.edges,
            "graph": self.effect.counts(),
            "events_that_lost_reports": [asdict(event) for event in self.effect.events],
            "workers": self.workers,
            "restarts": self.restarts,
            "seconds": round(self.seconds, 3),
            "stages": dict(self.stages),
            "queues": dict(self.queues),
        }

    def work(self) -> Work:
        """Give what the run did, to be added up with others."""
        counts = self.counts()
        articles = {outcome: counts[outcome] for outcome in OUTCOMES}
        return Work.of(articles, self.events, self.rejected, self.failed, self.stages)

    def counts(self) -> dict[str, int]:
        """Give the numbers of articles, by what became of them, of nodes and edges, and of processes."""
        return {
            **self._met(),
            "failed": len(self.failed),
            "set_aside": sum(self.set_aside.values()),
            "nodes": self.nodes,
            "edges": self.edges,
            "workers": self.workers,
            "restarts": self.restarts,
        }

    def _met(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in _MET}


_MET = ("read", "new", "unchanged", "replaced", "extracted_again")


class Read(Protocol):
    """Who has read: how many processes at a time, how many were replaced, and how many articles waited at most."""

    @property
    def workers(self) -> int: ...  # noqa: D102

    @property
    def restarts(self) -> int: ...  # noqa: D102

    @property
    def queues(self) -> Mapping[str, int]: ...  # noqa: D102


_SAVED = (Saved.NEW, Saved.UNCHANGED, Saved.NEW_VERSION, Saved.EXTRACTED_AGAIN)  # in the order of the outcomes


@dataclass(slots=True)
class Tally:
    """A report while it is being counted."""

    mentions: int = 0
    saved: Counter[Saved] = field(default_factory=Counter)
    events: dict[str, Counter[str]] = field(default_factory=dict)
    rejected: Counter[str] = field(default_factory=Counter)
    stages: Stages = field(default_factory=Stages)

    def count(self, counts: FactCounts) -> None:
        """Count what one article gave."""
        self.mentions += counts.mentions
        for kind, statuses in counts.events.items():
            self.events.setdefault(kind, Counter()).update(statuses)
        self.rejected.update(counts.rejected)

    def work(self, source: Met) -> Work:
        """Give what was done so far."""
        saved = {outcome: self.saved[kept] for outcome, kept in zip(OUTCOMES, _SAVED, strict=False)}
        articles = {**saved, "failed": source.failures, "set_aside": source.set_aside.total()}
        return Work.of(articles, self.events, self.rejected, source.failed, self.stages.seconds)

    def report(self, source: Met, renewal: Renewal, *, reading: Read, seconds: float) -> RunReport:
        """Give the finished report, everything in a fixed order."""
        found = [node.properties.get("source") for node in renewal.graph.nodes if "Article" in node.labels]
        return RunReport(
            read=source.read,
            new=self.saved[Saved.NEW],
            unchanged=self.saved[Saved.UNCHANGED],
            replaced=self.saved[Saved.NEW_VERSION],
            extracted_again=self.saved[Saved.EXTRACTED_AGAIN],
            failed=source.failed,
            set_aside=dict(sorted(source.set_aside.items(), key=lambda one: (-one[1], one[0]))),
            set_aside_origins={language: tuple(named) for language, named in sorted(source.set_aside_origins.items())},
            warnings=tuple(source.warnings),
            mentions=self.mentions,
            events={kind: dict(sorted(self.events[kind].items())) for kind in sorted(self.events)},
            rejected=dict(sorted(self.rejected.items())),
            articles=len(found),
            sources=len(set(found)),
            nodes=len(renewal.graph.nodes),
            edges=len(renewal.graph.edges),
            effect=renewal.effect,
            workers=reading.workers,
            restarts=reading.restarts,
            seconds=seconds,
            stages=self.stages.seconds,
            queues=dict(reading.queues),
            warned=dict(source.warned),
        )
