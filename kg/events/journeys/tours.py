"""Journeys told in parts: a tour of a region by its legs, one stay by its days."""

from __future__ import annotations

from collections.abc import Sequence

from kg.events.compatible import Cluster
from kg.events.facts import Status
from kg.events.told import Told
from kg.mentions.mention import COUNTRY

#: Sentences between a tour and its legs.
NEAR = 3


def without_labels(clusters: Sequence[Cluster], told: Sequence[Told]) -> list[Cluster]:
    """Leave out tours of a region whose legs are told: "toured Africa" beside "was in Chad and Niger".

    Parameters
    ----------
    clusters : sequence of Cluster
        The events of an article.
    told : sequence of Told
        Its reports.
    """
    legs = [c for c in clusters if (goal := c.goal) is not None and goal.startswith(COUNTRY)]
    return [c for c in clusters if not _is_region(c) or not any(_is_leg(leg, c, told) for leg in legs)]


def _is_region(cluster: Cluster) -> bool:
    return cluster.goal is not None and not cluster.goal.startswith(COUNTRY)


def _is_leg(leg: Cluster, tour: Cluster, told: Sequence[Told]) -> bool:
    near = min(abs(told[i].sentence - told[j].sentence) for i in leg.reports for j in tour.reports)
    same_side = (leg.status is Status.NEGATED) == (tour.status is Status.NEGATED)
    return near <= NEAR and same_side and bool(leg.travellers & tour.travellers)
