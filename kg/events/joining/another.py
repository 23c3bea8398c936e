"""Reports that fit an event but tell of another one: another document, an earlier meeting, two of many."""

from __future__ import annotations

from collections.abc import Sequence

from kg.events.compatible import Cluster
from kg.events.signings.distinct import by_others, told_apart
from kg.events.told import Told

#: From how many actors on a meeting of two of them is another one.
MANY = 4
PAIR = 2


def is_another(cluster: Cluster, told: Sequence[Told], one: Told) -> bool:
    """Whether a report that fits an event is told as another one."""
    return told_apart(cluster, one.report, told) or by_others(cluster, one, told) or _is_aside(cluster, told, one)


def _is_aside(cluster: Cluster, told: Sequence[Told], one: Told) -> bool:
    """Whether a report is of two who met at a gathering of many, or "also" met, not of the larger event itself."""
    if one.besides and len(cluster.actors) > len(one.report.fillers):
        return True
    if _is_apart(cluster, told, one):
        return True
    of_many = len(cluster.actors) >= MANY and any(told[i].gathering is not None for i in cluster.reports)
    return of_many and not one.heading and len(one.report.fillers) == PAIR


def _is_apart(cluster: Cluster, told: Sequence[Told], one: Told) -> bool:
    """Whether one of the two is told as an earlier one, or is in another state; only two dates could make them one.

    "X met Y in Ottawa. The two last met in Manila in 2015."
    """
    if cluster.when is not None and one.report.when is not None:
        return False
    members = [told[i] for i in cluster.reports]
    if one.prior != all(t.prior for t in members) and all(t.sentence != one.sentence for t in members):
        return True
    return not one.heading and _is_elsewhere(cluster, told, one)


def _is_elsewhere(cluster: Cluster, told: Sequence[Told], one: Told) -> bool:
    """Whether a report leads to another state: "had met before in Geneva" is not this meeting."""
    there = {place.country for i in cluster.reports if (place := told[i].report.location) is not None}
    here = one.report.location
    return here is not None and here.country is not None and bool(there) and not there & {here.country, None}
