"""What a better extractor changed in a workspace, counted, with examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from kg.graph.effect import Effect
from kg.pipeline.failure import Failure
from kg.pipeline.rebuilding.changes import ArticleChange, EventChange, Kind
from kg.workspace.codec import fingerprint_parts

_EXAMPLES = 3  # of each kind of change
_PLAIN = ("articles", "current", "read", "same", "changed", "unreadable", "gone", "extractor", "nodes", "edges")
UNKNOWN = "unknown"  # the record doesn't say what an extractor was made of


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What a rebuild did, or in a dry run would do.

    `current` counts the articles whose facts were by this extractor already, `read` those extracted anew: `same` with
    the same events, `changed` with others, `unreadable` whose old facts this kg can't read and so couldn't compare.
    What `failed` keeps its old facts; what is `gone` was retracted or replaced by another process meanwhile, which
    happens beside a dry run alone. `causes` counts articles by what of the extractor is another: code, schema,
    model. `events` counts by type what became of events, `aspects` in what those that changed differ, `rejected` the
    reasons for which removed ones are set aside now, `others` the articles in which other facts differ. `examples`
    has some of each kind. `effect` is what changed in the graph; None in a dry run.
    """

    articles: int
    current: int
    read: int
    same: int
    changed: int
    unreadable: int
    gone: int
    failed: tuple[Failure, ...]
    causes: Mapping[str, int]
    events: Mapping[str, Mapping[str, int]]
    aspects: Mapping[str, int]
    rejected: Mapping[str, int]
    others: Mapping[str, int]
    examples: tuple[EventChange, ...]
    extractor: str
    effect: Effect | None
    nodes: int | None
    edges: int | None
    is_dry_run: bool
    workers: int
    restarts: int
    seconds: float
    stages: Mapping[str, float]
    warning: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give the report as plain JSON values."""
        plain = {name: getattr(self, name) for name in _PLAIN}
        counts = {name: dict(getattr(self, name)) for name in ("causes", "aspects", "rejected", "others", "stages")}
        return {
            **plain,
            **counts,
            "failed": [asdict(failure) for failure in self.failed],
            "events": {kind: dict(fates) for kind, fates in self.events.items()},
            "examples": [asdict(example) for example in self.examples],
            "graph": self.effect.counts() if self.effect else None,
            "dry_run": self.is_dry_run,
            "workers": self.workers,
            "restarts": self.restarts,
            "seconds": round(self.seconds, 3),
            "warning": self.warning,
        }


def cause(before: str, now: str) -> str:
    """Say what of an extractor is another, by the names of both.

    Examples
    --------
    >>> cause("code:1a model:sm schema:2b", "code:1c model:sm schema:2d"), cause("3f4e", "code:1c")
    ('code, schema', 'unknown')
    """
    old, new = fingerprint_parts(before), fingerprint_parts(now)
    if not (old and new):
        return UNKNOWN
    return ", ".join(name for name in sorted({*old, *new}) if old.get(name) != new.get(name)) or UNKNOWN


@dataclass(slots=True)
class Comparison:
    """What was compared so far."""

    read: int = 0
    same: int = 0
    changed: int = 0
    unreadable: int = 0
    gone: int = 0
    failed: list[Failure] = field(default_factory=list)
    causes: Counter[str] = field(default_factory=Counter)
    events: dict[str, Counter[str]] = field(default_factory=dict)
    aspects: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    _examples: dict[str, list[EventChange]] = field(default_factory=dict)

    def count(self, change: ArticleChange | None, why: str) -> None:
        """Count an article; None: its old facts can't be read."""
        self.read += 1
        self.causes[why] += 1
        if change is None:
            self.unreadable += 1
            return
        if change.events:
            self.changed += 1
        else:
            self.same += 1
        self.others.update(change.others)
        for event in change.events:
            self._count(event)

    def _count(self, event: EventChange) -> None:
        self.events.setdefault(event.type, Counter())[event.kind.value] += 1
        self.aspects.update(aspect.value for aspect in event.aspects)
        if event.kind is Kind.REMOVED and event.rejected:
            self.rejected[event.rejected] += 1
        known = self._examples.setdefault(f"{event.kind} {event.aspects[:1]}", [])
        if len(known) < _EXAMPLES:
            known.append(event)

    @property
    def examples(self) -> tuple[EventChange, ...]:
        """Some changes of each kind."""
        return tuple(event for name in sorted(self._examples) for event in self._examples[name])
