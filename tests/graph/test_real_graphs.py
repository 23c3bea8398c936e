"""What the extractor finds in real articles gives a graph that keeps every promise, in any order, once or twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.corpus.article import Article
from kg.corpus.examples import example_articles
from kg.events.facts import Facts
from kg.graph.build import build_graph
from kg.graph.check import check_graph
from kg.pipeline.extraction import Extractor
from kg.schema.state_names import state_names
from kg.stores.jsonl import export_jsonl
from kg.workspace.workspace import Workspace

Record = tuple[Article, Facts]


def extracted(extractor: Extractor, articles: list[Article]) -> list[Record]:
    return list(zip(articles, extractor.extract(articles), strict=True))


@pytest.fixture(scope="module")
def examples(extractor: Extractor) -> list[Record]:
    return extracted(extractor, example_articles())


@pytest.fixture(scope="module")
def gold(extractor: Extractor, shared: Path) -> list[Record]:
    rows = [json.loads(line) for line in (shared / "gold/wire/articles.jsonl").open(encoding="utf-8")]
    return extracted(extractor, [Article(r["id"], r["text"], r["title"] or "", r["date"]) for r in rows])


def check(records: list[Record], extractor: Extractor) -> str:
    graph = build_graph(records, extractor.schema, country_names=state_names(None))
    assert check_graph(graph, extractor.schema, texts=[(article.id, article.text) for article, _ in records]) == []
    lines = list(export_jsonl(graph))
    assert lines == list(export_jsonl(build_graph(records[::-1], extractor.schema, country_names=state_names(None))))
    return "".join(lines)


def test_examples_give_a_sound_graph(examples: list[Record], extractor: Extractor) -> None:
    assert '"type":"MEETS"' in check(examples, extractor)


def test_news_gives_a_sound_graph_alone_and_with_other_news(
    gold: list[Record], examples: list[Record], extractor: Extractor
) -> None:
    check(gold, extractor)
    check(gold + examples, extractor)


def test_saving_twice_and_in_another_order_gives_the_same_bytes(
    examples: list[Record], extractor: Extractor, tmp_path: Path
) -> None:
    with Workspace.open(tmp_path / "w", create=True) as workspace:
        for article, facts in [*examples[::-1], *examples]:
            workspace.save(article, facts, extractor.fingerprint)
        assert check(list(workspace), extractor) == check(examples, extractor)
