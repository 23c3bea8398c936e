"""One of the processes of throughput.py: does slices of articles on request and says what each took.

    python -m benchmarks.throughput_worker (texts | paragraphs | extract | corenlp) ARTICLES.jsonl EVERY MODEL

EVERY is 1 for all articles of the file, 2 for every second, ... Reads numbers of articles from standard input, one a
line; answers each with a line of JSON when they are done.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import psutil

if TYPE_CHECKING:
    from benchmarks.corenlp import CoreNLP

MEGABYTE = 1024 * 1024


def work(kind: str, path: Path, every: int, model: str) -> None:
    """Answer each number on standard input, when so many articles more are done, with a line of figures."""
    answers, sys.stdout = sys.stdout, sys.stderr  # a library's print must not be taken for an answer
    if kind == "corenlp":
        from benchmarks.corenlp import CoreNLP

        with CoreNLP() as server:
            _answer(answers, _forever(path, every), partial(_annotated, server), psutil.Process(server.pid))
    else:
        run = {"texts": texts, "paragraphs": paragraphs, "extract": extract}[kind](model)
        _answer(answers, _forever(path, every), run, psutil.Process())


def _answer(answers: TextIO, lines: Iterator[str], run: Callable[[list[str]], int], process: psutil.Process) -> None:
    """Do what is asked for; `process` is the one that does the work."""
    peak = 0.0
    for request in sys.stdin:
        batch = list(islice(lines, int(request)))
        words = sum(len(row["title"].split()) + len(row["text"].split()) for row in map(_fields, batch))
        clock, processor = time.perf_counter(), sum(process.cpu_times()[:2])
        failed = run(batch)
        seconds, cpu_seconds = time.perf_counter() - clock, sum(process.cpu_times()[:2]) - processor
        done = {"words": words, "failed": failed, "seconds": seconds, "cpu_seconds": cpu_seconds}
        rss = process.memory_info().rss / MEGABYTE
        peak = max(peak, rss, _peak() if process.pid == os.getpid() else 0.0)
        answers.write(json.dumps({**done, "rss": rss, "peak": peak}) + "\n")
        answers.flush()


def _peak() -> float:
    """Give the most memory this process ever had, in MB; getrusage counts kilobytes on Linux and bytes on a Mac."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MEGABYTE


def _annotated(server: CoreNLP, lines: list[str]) -> int:
    """Give the texts of a slice to CoreNLP, one after the other; how many it failed at."""
    rows = [_fields(line) for line in lines]
    return sum(not server.annotate(f"{row['title']}\n\n{row['text']}") for row in rows)


def _fields(line: str) -> dict[str, str]:
    row = json.loads(line)
    return {"title": row.get("title") or "", "text": row["text"]}


def _forever(path: Path, every: int) -> Iterator[str]:
    """Read each line, or every second, … over and over, never all at once; from the second time on under other ids."""
    for turn in count(1):
        with path.open(encoding="utf-8") as stream:
            for line in islice((line for line in stream if line.strip()), 0, None, every):
                row = json.loads(line)
                yield line if turn == 1 else json.dumps({**row, "id": f"{row['id']}#{turn}"})


def texts(model: str) -> Callable[[list[str]], int]:
    """Load the spaCy pipeline as it comes and return what parses the texts of a slice with it."""
    import spacy

    nlp = spacy.load(model)

    def run(lines: list[str]) -> int:
        rows = [_fields(line) for line in lines]
        for _ in nlp.pipe(f"{row['title']}\n\n{row['text']}" for row in rows):
            pass
        return 0

    return run


def paragraphs(model: str) -> Callable[[list[str]], int]:
    """Load the spaCy pipeline and return what gives it the paragraphs that extract gives it, and nothing more."""
    import spacy

    from kg.corpus.article import Article, ParagraphKind
    from kg.corpus.layout import lay_out

    nlp = spacy.load(model)
    parsed = {ParagraphKind.HEADLINE, ParagraphKind.HEADING, ParagraphKind.BODY}

    def run(lines: list[str]) -> int:
        rows = [_fields(line) for line in lines]
        articles = (Article(id="", title=row["title"], text=row["text"]) for row in rows)
        layouts = (lay_out(article) for article in articles)
        for _ in nlp.pipe(p.text for layout in layouts for p in layout.paragraphs if p.kind in parsed):
            pass
        return 0

    return run


def extract(model: str) -> Callable[[list[str]], int]:
    """Load the extractor and return what makes lines of facts of a slice with it."""
    from kg.corpus.article import Article
    from kg.corpus.rows import read_row
    from kg.pipeline.extraction import Extractor
    from kg.pipeline.facts_format import to_fact
    from kg.pipeline.failure import Failure
    from kg.pipeline.stream import with_facts

    extractor = Extractor.load(model=model)

    def run(lines: list[str]) -> int:
        read = (row for line in lines for row in read_row(line, origin=""))
        done = 0
        for article, facts in with_facts(extractor, (row for row in read if isinstance(row, Article))):
            if isinstance(facts, Failure):
                print(facts.message, file=sys.stderr)
                continue
            json.dumps(to_fact(article, facts, schema=extractor.schema), ensure_ascii=False)
            done += 1
        return len(lines) - done

    return run


if __name__ == "__main__":
    work(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
