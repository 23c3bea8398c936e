"""The process that reads documents for another: one at a time, from its standard input to its standard output."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import fields
from typing import IO, Any

from kg.corpus.readers.apart import MEMORY_BYTES, SECONDS, WAITING_SECONDS, Document, Record, TooHardError
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

Task = Callable[[Document], list[Record]]


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Read documents until there are no more."""
    while header := source.readline():
        about = json.loads(header)
        document = Document(data=source.read(about.pop("size")), **about)
        task = _task(document.task)  # libraries are loaded before the clock runs
        _limit(SECONDS, WAITING_SECONDS)
        records = _done(task, document)
        _limit(0, 0)
        target.write(json.dumps([_plain(record) for record in records]).encode() + b"\n")
        target.flush()


def _done(task: Task, document: Document) -> list[Record]:
    try:
        return task(document)
    except TooHardError as fault:
        return [unreadable(document.origin, UnreadableReason.TOO_HARD, str(fault))]
    except MemoryError:
        return [unreadable(document.origin, UnreadableReason.TOO_HARD, f"over {MEMORY_BYTES >> 30} GB of memory")]
    except Exception as error:  # noqa: BLE001  # a library's fault on a stranger's file is that file's
        detail = f"{type(error).__name__}: {str(error)[:100]}"
        return [unreadable(document.origin, UnreadableReason.DAMAGED, detail)]


def _task(name: str) -> Task:
    if name == "page":
        from kg.corpus.readers.web_page_text import read_page

        return read_page
    if name == "pdf":
        from kg.corpus.readers.pdf_text import read_pdf_text

        return read_pdf_text
    if name == "feed":
        from kg.corpus.readers.feed_entries import read_feed_entries

        return read_feed_entries
    if name == "markup":
        from kg.corpus.readers.markup_text import read_markup

        return read_markup
    raise ValueError(name)


def _limit(computing: int, waiting: int) -> None:
    """End this process when it computes or waits for longer; what catches exceptions can't hold it up."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, computing)
        signal.setitimer(signal.ITIMER_REAL, waiting)


def _plain(record: Record) -> tuple[str, dict[str, Any]]:
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    if isinstance(record, Unreadable):
        values["reason"] = record.reason.name
    return type(record).__name__, values


def main() -> None:
    """Serve the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the other process, at whose end this one ends
    if sys.platform != "win32":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        if hard == resource.RLIM_INFINITY or hard > MEMORY_BYTES:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, hard))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
