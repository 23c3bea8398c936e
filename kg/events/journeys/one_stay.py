"""One journey told in pieces: "arrived in Dakar on Sunday ... will fly on to Saint-Louis on Tuesday" is one visit."""

from __future__ import annotations

from collections.abc import Sequence

from kg.events.compatible import Cluster
from kg.events.facts import Status, When
from kg.events.journeys.stays import LONGEST
from kg.events.told import Told
from kg.mentions.dates.date_mention import Basis, Precision


def one_stay(clusters: Sequence[Cluster], told: Sequence[Told]) -> list[Cluster]:
    """Join journeys of the same travellers to the same state that follow one another within days.

    One that is told without a date joins the only one that is dated, unless it steps back from the story. A journey
    elsewhere in between, or one that was called off, keeps them apart.
    """
    kept: list[Cluster] = []
    for cluster in clusters:
        goal = cluster.goal
        found = [c for c in kept if goal is not None and c.goal == goal and _is_part(c, cluster, clusters, told)]
        if len(found) == 1:
            _join(found[0], cluster)
        else:
            kept.append(cluster)
    return kept


def _is_part(one: Cluster, other: Cluster, clusters: Sequence[Cluster], told: Sequence[Told]) -> bool:
    if Status.NEGATED in (one.status, other.status):
        return False
    if (one.when is None or other.when is None) and _is_prior(one, told) != _is_prior(other, told):
        return False
    ours, theirs = one.travellers, other.travellers
    if not (ours <= theirs or theirs <= ours):
        return False
    if one.when is None or other.when is None:
        return one.status is other.status and not any(told[i].background for c in (one, other) for i in c.reports)
    first, second = sorted((one.when, other.when), key=lambda when: when.first)
    if _is_wide(one.when) or _is_wide(other.when) or (second.first - first.last).days > LONGEST:
        return False
    elsewhere = [c.when.first for c in clusters if c.goal not in (None, one.goal) and c.when and c.travellers & ours]
    return not any(first.last < day < second.first for day in elsewhere)


def _is_prior(cluster: Cluster, told: Sequence[Told]) -> bool:
    """Whether a journey is only told as one before that of the story: "last visited Rome in 2005"."""
    return all(told[i].prior for i in cluster.reports)


def _is_wide(when: When) -> bool:
    """Whether only a month or a year is known: two visits of one month may be two."""
    return when.precision not in (Precision.DAY, Precision.INTERVAL) or when.days > 2 * LONGEST


def _join(one: Cluster, other: Cluster) -> None:
    one.reports += other.reports
    for key, filler in other.actors.items():
        one.actors.setdefault(key, filler)
    statuses = (one.status, other.status)
    one.status = next(s for s in (Status.OCCURRED, Status.PLANNED, Status.POSSIBLE) if s in statuses)
    if one.when is None or other.when is None:
        one.when = one.when or other.when
        return
    first, last = min(one.when.first, other.when.first), max(one.when.last, other.when.last)
    if (first, last) != (one.when.first, one.when.last):
        one.when = one.when.over(first, last, basis=Basis.INFERRED)
