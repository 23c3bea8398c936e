"""Numbers as OpenMetrics text, as Prometheus reads it and the textfile collector of its node_exporter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.corpus.storable import storable

if TYPE_CHECKING:
    from prometheus_client.core import Metric

#: Of an answer over HTTP.
CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Series:
    """A metric: numbers under one name, told apart by `labels`, whose values are the keys of `values`.

    `unit` is the last part of the name where it is one of a quantity, such as seconds.
    """

    name: str
    help: str
    values: Mapping[tuple[str, ...], float]
    labels: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Counter(Series):
    """A metric that only grows while a process runs; its name gets `_total`."""


def single(name: str, help: str, value: float | None, unit: str = "") -> Series:  # noqa: A002 - what OpenMetrics says
    """Make a metric of one number; of none where it isn't known."""
    return Series(name, help, {} if value is None else {(): value}, unit=unit)


def flat(counts: Mapping[str, Mapping[str, float]]) -> dict[tuple[str, ...], float]:
    """Give counts of two levels as values of a series.

    Examples
    --------
    >>> flat({"Visit": {"planned": 2}})
    {('Visit', 'planned'): 2}
    """
    return {(outer, inner): count for outer, inners in counts.items() for inner, count in inners.items()}


def by_one(counts: Mapping[str, float]) -> dict[tuple[str, ...], float]:
    """Give counts as values of a series with one label.

    Examples
    --------
    >>> by_one({"reading": 0.5})
    {('reading',): 0.5}
    """
    return {(name,): count for name, count in counts.items()}


def openmetrics(series: Iterable[Series], workspace: str | Path) -> str:
    """Write metrics as text, each labelled with the workspace, so that several can lie side by side.

    Examples
    --------
    >>> print(openmetrics([single("kg_nodes", "Nodes of the graph.", 12)], "my-graph"), end="")
    # HELP kg_nodes Nodes of the graph.
    # TYPE kg_nodes gauge
    kg_nodes{workspace="my-graph"} 12.0
    # EOF
    """
    from prometheus_client import CollectorRegistry
    from prometheus_client.openmetrics.exposition import generate_latest

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collector(tuple(series), str(workspace)))
    text: bytes = generate_latest(registry)
    return text.decode("utf-8")


class _Collector:
    """What the library asks for metrics."""

    def __init__(self, series: tuple[Series, ...], workspace: str) -> None:
        self._series = series
        self._workspace = workspace

    def collect(self) -> Iterator[Metric]:
        """Give the metrics that have any number."""
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        for one in self._series:
            if one.values:
                family = CounterMetricFamily if isinstance(one, Counter) else GaugeMetricFamily
                metric = family(one.name, one.help, labels=("workspace", *one.labels), unit=one.unit)
                for labels, value in one.values.items():
                    # The text is UTF-8, names of files may be any bytes.
                    metric.add_metric([storable(label) for label in (self._workspace, *labels)], value)
                yield metric
