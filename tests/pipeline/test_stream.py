"""A fault in one article costs that article only, whatever the extractor reads ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.errors import ModelError
from kg.events.facts import Facts
from kg.pipeline.failure import Failure
from kg.pipeline.stream import with_facts


class Batching:
    """Extracts in batches and fails on the ids it is told."""

    def __init__(self, size: int, failing: frozenset[str] = frozenset(), error: type[Exception] = ValueError) -> None:
        self.size, self.failing, self.error = size, failing, error

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        stream = iter(articles)
        while batch := list(islice(stream, self.size)):
            for article in batch:
                if article.id in self.failing:
                    raise self.error(f"can't do {article.id}")
            for article in batch:
                yield Facts(article.id, None, (), (), (), (), (), (), ())


def _articles(count: int) -> list[Article]:
    return [Article(str(number), "text", origin=f"news.jsonl:{number}") for number in range(count)]


@given(count=st.integers(0, 20), size=st.integers(1, 6), failing=st.frozensets(st.integers(0, 20).map(str)))
def test_every_article_comes_once_and_in_order(count: int, size: int, failing: frozenset[str]) -> None:
    pairs = list(with_facts(Batching(size, failing), _articles(count)))
    assert [article.id for article, _ in pairs] == [str(number) for number in range(count)]
    assert {article.id for article, facts in pairs if isinstance(facts, Failure)} == failing & {a.id for a, _ in pairs}
    assert all(facts.article == article.id for article, facts in pairs if isinstance(facts, Facts))


def test_a_failure_says_where_and_what() -> None:
    [_, (_, failure), _] = with_facts(Batching(2, frozenset("1")), _articles(3))
    assert isinstance(failure, Failure)
    assert failure.origin == "news.jsonl:1"
    assert "ValueError: can't do 1" in failure.message


def test_a_fault_of_the_source_is_nobody_elses() -> None:
    def broken() -> Iterator[Article]:
        yield from _articles(3)
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        list(with_facts(Batching(5), broken()))


def test_a_missing_model_ends_the_run() -> None:
    with pytest.raises(ModelError):
        list(with_facts(Batching(2, frozenset("1"), ModelError), _articles(4)))
