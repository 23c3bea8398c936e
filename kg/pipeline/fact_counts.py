"""What one article gave, in numbers: all that a report needs of facts, so that they needn't be read again for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.events.facts import Facts


@dataclass(frozen=True, slots=True)
class FactCounts:
    """Mentions, events by type and status, and the candidates not kept by reason."""

    mentions: int
    events: Mapping[str, Mapping[str, int]]
    rejected: Mapping[str, int]

    @classmethod
    def of(cls, facts: Facts) -> FactCounts:
        """Count the facts of an article.

        Examples
        --------
        >>> FactCounts.of(Facts("a1", None, (), (), ("CH",), (), (), (), ()))
        FactCounts(mentions=0, events={}, rejected={})
        """
        events: dict[str, dict[str, int]] = {}
        for event in facts.events:
            statuses = events.setdefault(event.type, {})
            statuses[event.status.value] = statuses.get(event.status.value, 0) + 1
        rejected = Counter(candidate.reason.value for candidate in facts.rejected)
        return cls(len(facts.mentions), events, dict(rejected))
