"""What became of the inputs that were met, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from kg.cli.faults import say
from kg.cli.volume import Volume, volume, warn

if TYPE_CHECKING:
    from kg.pipeline.failure import Failure
    from kg.pipeline.report import RunReport

_OUTCOMES = ("new", "unchanged", "replaced", "extracted_again", "set_aside", "failed")
_MOST = 20  # warnings of a kind that are said without being asked for all


def in_counts(report: RunReport) -> str:
    """Say how many inputs were met, and what became of them: the numbers add up to the first."""
    counts = report.counts()
    named = ((name.replace("_", " "), counts[name]) for name in _OUTCOMES)
    what = ", ".join(f"{count:,} {word}" for word, count in named if count or word == "new")
    return f"{report.read:,} read: {what}"


def say_met(warnings: Collection[Failure], warned: Mapping[str, int], failed: Collection[Failure]) -> None:
    """Say on stderr what there is to say of inputs: of many warnings of a kind some, of failures all.

    Parameters
    ----------
    warnings
        In the order in which they came.
    warned
        How many there were of each kind.
    failed
        What gave nothing.
    """
    said: Counter[str] = Counter()
    for warning in warnings:
        said[warning.kind] += 1
        if said[warning.kind] <= _MOST or volume() is Volume.VERBOSE:
            warn(warning.message)
    for kind, number in warned.items():
        more = number - (said[kind] if volume() is Volume.VERBOSE else min(said[kind], _MOST))
        if more > 0:
            warn(f"{more:,} more like these ({kind.replace('_', ' ')}); {_where(volume())}")
    for failure in failed:
        say(failure.message)


def _where(chosen: Volume) -> str:
    return "a log has them all (--log)" if chosen is Volume.VERBOSE else "--verbose or a log (--log) names them"
