"""Counters of runs: stages measured, in workers too, and text that Prometheus reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from prometheus_client.parser import text_string_to_metric_families as classic_families

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.pipeline.build import build
from kg.pipeline.openmetrics import Counter, Series, openmetrics
from kg.pipeline.run_metrics import RunMetrics
from kg.pipeline.shard import Extracted, extract_shard
from kg.pipeline.stages import Stage, Stages
from kg.pipeline.stats import stats
from kg.pipeline.work import Work
from tests.telling import TellingExtractor

Key = tuple[str, frozenset[tuple[str, str]]]


def _values(text: str) -> dict[Key, float]:
    assert text.endswith("# EOF\n")
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    # What node_exporter's textfile collector takes is the older text; every number must be the same there.
    older = [sample for family in classic_families(text) for sample in family.samples]
    assert {(s.name, s.value) for s in older} == {(s.name, s.value) for s in samples}
    assert not any(sample.timestamp for sample in samples)
    return {(sample.name, frozenset(sample.labels.items())): sample.value for sample in samples}


def _at(values: dict[Key, float], name: str, **labels: str) -> float:
    return next(value for (one, found), value in values.items() if one == name and set(labels.items()) <= found)


@pytest.mark.usefixtures("telling")
def test_runs_are_added_up(tmp_path: Path) -> None:
    news, metrics = tmp_path / "a.txt", RunMetrics(tmp_path / "w")
    news.write_text("FR met DE. They often meet.")
    bad = tmp_path / "b.txt"
    bad.write_bytes(b"\0")
    for _ in range(2):
        report = build([news, bad], tmp_path / "w")
        metrics.add(report)
    values = _values(metrics.text())
    assert _at(values, "kg_runs_total") == 2
    assert [_at(values, "kg_articles_total", outcome=one) for one in ("new", "unchanged", "failed")] == [1, 1, 2]
    assert _at(values, "kg_events_total", type="Meeting", status="occurred") == 1
    assert _at(values, "kg_rejected_total") == 1
    assert _at(values, "kg_failures_total", kind="binary") == 2
    assert _at(values, "kg_graph_nodes", workspace=str(tmp_path / "w")) == report.nodes
    assert _at(values, "kg_last_run_seconds") == pytest.approx(report.seconds)


@pytest.mark.usefixtures("telling")
def test_a_run_is_told_of_while_it_goes_on(tmp_path: Path) -> None:
    news, metrics = tmp_path / "news.jsonl", RunMetrics(tmp_path / "w")
    rows = ['{"id": "a", "text": "FR met DE."}', "{", '{"id": "b", "text": "DE met PL, often."}']
    news.write_text("".join(f"{row}\n" for row in rows))
    told: list[Work] = []
    report = build([news], tmp_path / "w", at_work=lambda so_far: told.append(so_far()))
    assert [(work.articles["new"], work.articles["failed"]) for work in told] == [(1, 0), (2, 1)]
    values = _values(metrics.text(told[0]))
    assert _at(values, "kg_articles_total", outcome="new") == 1
    assert _at(values, "kg_runs_total") == 0
    last = told[-1]
    whole = report.work()
    assert (last.articles, last.events, last.rejected, last.failures) == (
        whole.articles,
        whole.events,
        whole.rejected,
        whole.failures,
    )
    assert last.seconds.keys() <= whole.seconds.keys()
    metrics.add(report)
    values = _values(metrics.text(told[0]))
    assert _at(values, "kg_articles_total", outcome="new") == 3, "the next run's come on top"


_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(_TEXT, st.dictionaries(st.tuples(_TEXT), st.integers(0, 2**53)))
def test_whatever_a_label_holds(workspace: str, values: dict[tuple[str, ...], float]) -> None:
    read = _read_back(openmetrics([Counter("kg_x", "Any.", values, ("kind",))], workspace))
    assert read == {(workspace, *key): value for key, value in values.items()}


def _read_back(text: str) -> dict[tuple[str, ...], float]:
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {(sample.labels["workspace"], sample.labels["kind"]): sample.value for sample in samples}


def test_names_of_any_bytes() -> None:
    text = openmetrics([Series("kg_x", "Any.", {("b\udcfe",): 1}, ("file",))], Path("a\udcff"))
    [family] = text_string_to_metric_families(text)
    assert [sample.labels for sample in family.samples] == [{"workspace": r"a\udcff", "file": r"b\udcfe"}]


@pytest.mark.usefixtures("telling")
def test_what_a_cluster_has_committed_shows_while_it_is_at_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    metrics = RunMetrics(tmp_path / "w")
    values = _values(metrics.text(Work(committed={"shards": 2, "rows": 499, "failed": 1})))
    assert [_at(values, "kg_cluster_committed", what=what) for what in ("shards", "rows", "failed")] == [2, 499, 1]
    metrics.add(build([tmp_path / "a.txt"], tmp_path / "w"))
    assert not any(name == "kg_cluster_committed" for name, _ in _values(metrics.text()))


@pytest.mark.usefixtures("telling")
def test_a_name_means_the_same_wherever_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("FR met DE.")
    metrics = RunMetrics(tmp_path / "w")
    metrics.add(build([tmp_path / "a.txt"], tmp_path / "w"))
    runs, holds = (
        {family.name: (family.type, family.documentation) for family in text_string_to_metric_families(text)}
        for text in (metrics.text(), stats(tmp_path / "w").openmetrics())
    )
    both = runs.keys() & holds.keys()
    assert {"kg_graph_nodes", "kg_record_sources", "kg_last_run_seconds"} <= both
    assert [runs[name] for name in sorted(both)] == [holds[name] for name in sorted(both)]


class _Slow(TellingExtractor):
    def __init__(self) -> None:
        super().__init__(None)
        self.stages = Stages()

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            self.stages.add({Stage.PARSING.value: 2.0})
            yield from super().extract([article])


def test_what_an_article_took_comes_with_its_facts() -> None:
    articles = [Article("a", "FR met DE."), Article("b", "refuse this"), Article("c", "FR met DE.")]
    results = [result for _, result in extract_shard(_Slow(), articles)]
    seconds = [result.seconds.get("parsing") if isinstance(result, Extracted) else None for result in results]
    assert seconds[0] == 2.0
    assert seconds[1] is None
    assert seconds[2] is not None
    assert seconds[2] > 2.0, "what the failed one took isn't lost"


def test_a_run_with_workers_measures_every_stage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Angela Merkel met Emmanuel Macron in Paris on Friday.")
    report = build([tmp_path / "a.txt"], tmp_path / "w", workers=1)
    missing = {stage.value for stage in Stage} - set(report.stages)
    assert missing == set()
    assert list(report.stages) == [stage.value for stage in Stage]
    assert report.as_dict()["stages"] == report.stages
    assert report.queues == {"ahead": 1, "for_workers": 1, "for_record": 1}
