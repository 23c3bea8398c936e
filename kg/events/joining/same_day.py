"""Events of one article that came out alike: the same people, the same day, and nothing that tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from kg.events.compatible import Cluster
from kg.events.told import Told


def joined_days(clusters: Sequence[Cluster], told: Sequence[Told]) -> list[Cluster]:
    """Make one event of those that are alike, and were two only until both had their day.

    "They held talks on Monday. It was the third meeting of the two": an undated report may be of another meeting, until
    the story's time shows that it isn't. Two in one sentence, in two towns, or of two documents stay two.
    """
    kept: list[Cluster] = []
    for cluster in clusters:
        twin = next((one for one in kept if _are_one(one, cluster, told)), None)
        if twin is None:
            kept.append(cluster)
        else:
            twin.reports.extend(cluster.reports)
    return kept


def _are_one(one: Cluster, other: Cluster, told: Sequence[Told]) -> bool:
    if (one.type, one.status, set(one.actors)) != (other.type, other.status, set(other.actors)):
        return False
    if one.when is None or other.when is None or one.when.days or other.when.days or one.when.first != other.when.first:
        return False
    first, second = ([told[i] for i in c.reports] for c in (one, other))
    if {t.sentence for t in first} & {t.sentence for t in second} or any(t.report.document for t in (*first, *second)):
        return False
    towns = [{place.entity for t in ts if (place := t.report.location) is not None} for ts in (first, second)]
    return not all(towns) or bool(towns[0] & towns[1])
