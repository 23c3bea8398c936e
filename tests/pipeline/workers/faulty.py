"""Extractors with real faults, by import path: what an article says is done to the process that reads it."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from kg.corpus.article import Article
from kg.errors import ModelError
from kg.events.facts import Facts
from tests.telling import TellingExtractor

_TURN = 2.0  # seconds
_MEMORY = 600 << 20  # bytes of addresses


class Faulty(TellingExtractor):
    """Reads "FR met DE." and obeys articles."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            _obey(article)
            yield from super().extract([article])


class Several(Faulty):
    """Takes five articles at once, as a model on a graphics card would."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        stream = iter(articles)
        while batch := list(islice(stream, 5)):
            for article in batch:
                _obey(article)
            yield from TellingExtractor.extract(self, batch)


class Leaking(TellingExtractor):
    """Never gives memory back, and has little."""

    def __init__(self, schema_folder: Path | None) -> None:
        super().__init__(schema_folder)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        self._lost: list[bytes] = []

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            self._lost.append(b"x" * (int(article.text.split()[1]) << 20) if "lose" in article.text else b"")
            yield from super().extract([article])


def faulty(schema: Path | None, _model: str) -> Faulty:
    return Faulty(schema)


def several(schema: Path | None, _model: str) -> Several:
    return Several(schema)


def leaking(schema: Path | None, _model: str) -> Leaking:
    return Leaking(schema)


def missing(_schema: Path | None, model: str) -> Faulty:
    raise ModelError(f"{model}: there is no such model")


def broken(_schema: Path | None, _model: str) -> Faulty:
    raise RuntimeError("a table is cut off")


def deadly(_schema: Path | None, _model: str) -> Faulty:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def changing(schema: Path | None, _model: str) -> Faulty:
    """Another one in every process, as while somebody installs a model."""
    made = Faulty(schema)
    made.fingerprint = str(os.getpid())
    return made


def _obey(article: Article) -> None:
    text = article.text
    if "kill yourself" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "crash" in text:
        ctypes.string_at(0)
    if "exit" in text:
        os._exit(3)
    if "print" in text:
        sys.stdout.write("\0 this is no answer")
        sys.stdout.flush()
    _wait(text)
    if "tell who you are" in text:
        Path(text.rsplit(maxsplit=1)[1]).write_text(str(os.getpid()), encoding="ascii")
        time.sleep(10_000)
    if "die once" in text:
        _once(text, os.getpid(), signal.SIGSEGV)
    if "end who sent you once" in text:
        _once(text, os.getppid(), signal.SIGKILL)


def _wait(text: str) -> None:
    if "sleep for ever" in text:
        time.sleep(10_000)
    if "never let go" in text:  # C code that gives Python no turn
        ctypes.PyDLL(None).sleep(10_000)
    if "compute for ever" in text:
        while True:
            pass
    if "wait your turn" in text:  # as on a machine on which others run
        time.sleep(_TURN)
    if "take your time" in text:
        time.sleep(0.02)


def _once(text: str, process: int, ending: signal.Signals) -> None:
    mark = Path(text.rsplit(maxsplit=1)[1])
    if not mark.exists():
        mark.touch()
        sys.stdout.flush()
        os.kill(process, ending)
