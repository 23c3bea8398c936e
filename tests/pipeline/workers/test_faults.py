"""Real processes with real faults: a poisoned article costs itself and no other, and what comes out is in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kg.corpus.article import Article
from kg.errors import KgError, ModelError
from kg.pipeline.failure import Failure
from kg.pipeline.recipe import Recipe
from kg.pipeline.runner import runner
from kg.pipeline.shard import Extracted
from kg.pipeline.workers.pool import Pool
from kg.pipeline.workers.size import Size

_HERE = "tests.pipeline.workers.faulty"


def _articles(texts: Sequence[str]) -> list[Article]:
    return [Article(f"{number:03}", text, origin=f"news.jsonl:{number}") for number, text in enumerate(texts)]


def _read(
    texts: Sequence[str], *, extractor: str = "faulty", workers: int = 2, time_limit: float = 60.0
) -> tuple[list[Extracted | Failure], int]:
    articles = _articles(texts)
    with Pool(Recipe(factory=f"{_HERE}:{extractor}"), Size.of(workers), time_limit=time_limit) as pool:
        pairs = list(pool.run(articles))
    assert [article for article, _ in pairs] == articles
    return [result for _, result in pairs], pool.restarts


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        ("kill yourself", "killed the process that read it (signal 9, SIGKILL)"),
        ("crash", "killed the process that read it (signal 11, SIGSEGV)"),
        ("exit", "killed the process that read it (exit status 3)"),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_kills_costs_itself(order: str, reason: str, workers: int) -> None:
    texts = ["FR met DE."] * 12
    texts[5] = order
    results, restarts = _read(texts, workers=workers)
    assert results.pop(5) == Failure("news.jsonl:5", f"news.jsonl:5: {reason}")
    assert all(isinstance(result, Extracted) and result.counts.mentions == 2 for result in results)
    assert restarts == 2  # once among others, once alone


@pytest.mark.parametrize("order", ["sleep for ever", "never let go", "compute for ever"])
def test_an_article_that_hangs_costs_itself(order: str) -> None:
    texts = ["FR met DE."] * 6
    texts[2] = order
    results, restarts = _read(texts, time_limit=1.0)
    assert results.pop(2) == Failure("news.jsonl:2", "news.jsonl:2: took longer than 1 s; --time-limit gives it more")
    assert all(isinstance(result, Extracted) for result in results)
    assert restarts == 1


def test_a_busy_machine_costs_no_article() -> None:
    results, restarts = _read(["FR met DE.", "wait your turn"], time_limit=1.0)
    assert all(isinstance(result, Extracted) for result in results)
    assert restarts == 0


def test_those_taken_at_once_are_halved() -> None:
    texts = ["FR met DE."] * 11
    texts[3] = texts[7] = "kill yourself"
    results, _ = _read(texts, extractor="several", workers=1)
    assert [number for number, result in enumerate(results) if isinstance(result, Failure)] == [3, 7]


def test_a_process_that_dies_by_accident_costs_nothing(tmp_path: Path) -> None:
    texts = ["FR met DE.", f"die once {tmp_path / 'mark'}", "DE met PL."]
    results, restarts = _read(texts)
    assert all(isinstance(result, Extracted) for result in results)
    assert restarts == 1


def test_a_process_that_fills_its_memory_is_replaced() -> None:
    texts = ["lose 100 MB"] * 12
    texts[6] = "lose 900 MB"  # more than any process has
    results, restarts = _read(texts, extractor="leaking")
    assert results.pop(6) == Failure("news.jsonl:6", "news.jsonl:6: killed the process that read it (out of memory)")
    assert all(isinstance(result, Extracted) for result in results)
    assert restarts > 2


def test_what_libraries_print_is_no_answer() -> None:
    results, restarts = _read(["FR met DE.", "print", "DE met PL."])
    assert all(isinstance(result, Extracted) for result in results)
    assert restarts == 0


def test_a_fault_in_python_is_a_failure_as_ever() -> None:
    results, restarts = _read(["FR met DE.", "refuse this", "DE met PL."])
    assert isinstance(results[1], Failure)
    assert "ValueError: as it says" in results[1].message
    assert restarts == 0


@pytest.mark.parametrize(
    ("extractor", "said"),
    [
        ("missing", "there is no such model"),
        ("broken", "it doesn't load (RuntimeError: a table is cut off)"),
        ("deadly", "3 processes in a row ended while they loaded it (signal 9, SIGKILL)"),
        ("nothing", "no extractor there"),
    ],
)
def test_what_ends_every_process_ends_the_run(extractor: str, said: str) -> None:
    with pytest.raises(ModelError) as fault:
        _read(["FR met DE."], extractor=extractor)
    assert said in str(fault.value)


def test_where_every_article_kills_it_is_not_the_articles() -> None:
    with pytest.raises(ModelError, match="none of 10 articles could be read"):
        _read(["kill yourself"] * 30)


def test_articles_known_to_fail_end_no_run_and_one_process_each() -> None:
    articles = _articles(["kill yourself"] * 12)
    with Pool(Recipe(factory=f"{_HERE}:faulty"), Size.of(2), time_limit=60) as pool:
        known = {article.origin for article in articles}
        results = [result for _, result in pool.run(articles, known_to_fail=known)]
    assert all(isinstance(result, Failure) for result in results)
    assert pool.restarts == 12


def test_an_extractor_that_changes_on_the_way_is_refused() -> None:
    with pytest.raises(ModelError, match="changed during the run"):
        _read(["FR met DE."] * 20 + ["kill yourself"] + ["FR met DE."] * 20, extractor="changing")


def test_the_reader_runs_ahead_so_far_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.workers.line.AHEAD", 5)
    read = 0

    def articles() -> Iterator[Article]:
        nonlocal read
        for article in _articles(["FR met DE."] * 40):
            read += 1
            yield article

    with Pool(Recipe(factory=f"{_HERE}:faulty"), Size.of(2), time_limit=60) as pool:
        for handed, _ in enumerate(pool.run(articles())):
            assert read <= handed + 6


@pytest.mark.parametrize(("workers", "time_limit"), [(-1, 60.0), (1, 0.0)])
def test_numbers_that_cannot_be(workers: int, time_limit: float) -> None:
    with pytest.raises(KgError):
        runner(Recipe(), workers=workers, time_limit=time_limit)
