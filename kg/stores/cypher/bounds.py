"""Bounds on events as conditions of a query; `Filter.takes` says what they mean."""

from __future__ import annotations

from typing import Any

from kg.stores.filter import Filter


def conditions(bounds: Filter, event: str) -> str:
    """Give the condition on a variable of a query; it names only what is a bound.

    Examples
    --------
    >>> conditions(Filter(min_articles=2, statuses=frozenset(["occurred"])), "v")
    'v.id IS NOT NULL AND v.status IN $statuses AND v.n_articles >= $min_articles'
    """
    said = [f"{event}.id IS NOT NULL"]
    if bounds.since is not None or bounds.until is not None:
        said += [f"{event}.start IS NOT NULL", f"{event}.end IS NOT NULL"]
    if bounds.since is not None:
        said.append(f"{event}.end >= $since")
    if bounds.until is not None:
        said.append(f"{event}.start <= $until")
    if bounds.types is not None:
        said.append(f"{event}.type IN $types")
    if bounds.statuses is not None:
        said.append(f"{event}.status IN $statuses")
    if bounds.min_confidence > 0:
        said.append(f"{event}.confidence >= $min_confidence")
    if bounds.min_articles > 0:
        said.append(f"{event}.n_articles >= $min_articles")
    if bounds.min_sources > 0:
        said.append(f"{event}.n_sources >= $min_sources")
    return " AND ".join(said)


def parameters(bounds: Filter) -> dict[str, Any]:
    """Give the values that the condition names."""
    given = {
        "since": bounds.since,
        "until": bounds.until,
        "types": None if bounds.types is None else sorted(bounds.types),
        "statuses": None if bounds.statuses is None else sorted(bounds.statuses),
        "min_confidence": bounds.min_confidence or None,
        "min_articles": bounds.min_articles or None,
        "min_sources": bounds.min_sources or None,
    }
    return {name: value for name, value in given.items() if value is not None}
