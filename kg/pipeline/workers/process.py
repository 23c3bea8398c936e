"""What runs in a worker process: load the extractor once, read batches, say each result; gone when the run is gone."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

from kg.corpus.article import Article
from kg.errors import KgError, ModelError
from kg.pipeline.recipe import NamedExtractor, Recipe
from kg.pipeline.shard import extract_shard
from kg.pipeline.workers.wire import Ready, Refused, Took, batch_of, receive, recipe_of, send_message

SHORT_OF_MEMORY = 75


def main() -> None:
    """Serve the run at the other side of standard input and output until it hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends this process
    answers = _private_output()
    headers = SimpleQueue[dict[str, Any]]()
    Thread(target=_listen, args=(sys.stdin.buffer, headers), daemon=True).start()
    recipe, patience = recipe_of(headers.get())
    status = 0
    try:
        extractor = _loaded(recipe)
        send_message(answers, Ready(extractor.fingerprint))
        while True:
            _read(extractor, batch_of(headers.get()), answers, patience)
    except KgError as error:
        send_message(answers, Refused(error))
    except MemoryError:  # what fills the memory may come from earlier articles: a new process starts with none
        status = SHORT_OF_MEMORY
    except BrokenPipeError:  # the run has gone
        status = 1
    os._exit(status)  # at once: the thread that listens would hold the interpreter up


def _loaded(recipe: Recipe) -> NamedExtractor:
    try:
        return recipe.load()
    except (KgError, MemoryError):
        raise
    except Exception as error:
        raise ModelError(f"{recipe.model}: it doesn't load ({type(error).__name__}: {error})") from error


def _read(extractor: NamedExtractor, articles: Sequence[Article], answers: BinaryIO, patience: float) -> None:
    def taken() -> Iterator[Article]:
        for article in articles:
            # Where the run is gone and C code never gives Python a turn, nobody but this ends the process.
            faulthandler.dump_traceback_later(patience, exit=True, file=_NOWHERE)
            send_message(answers, Took())
            yield article

    for _, result in extract_shard(extractor, taken()):
        send_message(answers, result)
    faulthandler.cancel_dump_traceback_later()


def _listen(source: BinaryIO, headers: SimpleQueue[dict[str, Any]]) -> None:
    """Pass on what the run says; when it has gone, end at once, whatever is being read."""
    while (frame := receive(source)) is not None:
        headers.put(frame[0])
    os._exit(0)


def _private_output() -> BinaryIO:
    """Keep standard output for answers; what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


_NOWHERE = open(os.devnull, "w")  # noqa: SIM115, PTH123 - faulthandler writes to it as long as the process lives
