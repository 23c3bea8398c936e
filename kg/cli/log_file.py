"""The log of a command: a file that others may rotate, or standard error."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import WatchedFileHandler
from pathlib import Path

import click

from kg import __version__
from kg.cli.faults import say
from kg.errors import InputError, KgError
from kg.logs import ROOT, JsonLines, Log

_log = Log("cli")


@contextmanager
def written(file: Path | None, *, level: str, command: str) -> Iterator[None]:
    """Write what is told while the block runs.

    Parameters
    ----------
    file
        Lines of JSON are added to it; None: plain lines on standard error.
    level
        The least that is written.
    command
        Whose work it is.

    Raises
    ------
    KgError
        The file can't be written.
    """
    handler = _handler(file)
    root = logging.getLogger(ROOT)
    before, spread = root.level, root.propagate
    root.addHandler(handler)
    root.setLevel(level.upper())
    root.propagate = False
    began = time.monotonic()
    _log.info("command began", command=command, kg=__version__)
    try:
        with _ending(command, began):
            yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        root.propagate = spread
        handler.close()


@contextmanager
def _ending(command: str, began: float) -> Iterator[None]:
    try:
        yield
    except click.exceptions.Exit as end:
        _log.info("command ended", command=command, seconds=_since(began), status=end.exit_code)
        raise
    except (KeyboardInterrupt, click.Abort):
        _log.info("command interrupted", command=command, seconds=_since(began))
        raise
    except BaseException as fault:
        told = str(fault) if _is_tellable(fault) else None
        _log.error("command cut off", command=command, seconds=_since(began), fault=type(fault).__name__, message=told)
        raise
    _log.info("command ended", command=command, seconds=_since(began), status=0)


def _is_tellable(fault: BaseException) -> bool:
    """Whether a message has nothing of what an article says: that of an input, or of a fault of ours, may have."""
    return isinstance(fault, KgError) and not isinstance(fault, InputError)


def _since(began: float) -> float:
    return round(time.monotonic() - began, 3)


def _handler(file: Path | None) -> logging.Handler:
    if file is None:
        handler: logging.Handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        return handler
    try:
        handler = _File(file)
    except OSError as fault:
        raise KgError(f"{file}: the log can't be written: {fault.strerror or fault}. Name another file") from fault
    handler.setFormatter(JsonLines())
    return handler


class _File(WatchedFileHandler):
    """A file that is opened again where it was moved away. One that can't be written is told of once; work goes on."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, encoding="ascii")
        self._is_told = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        try:
            super().emit(record)
        except OSError:  # where the file is opened again
            self.handleError(record)

    def close(self) -> None:
        """Close the file."""
        try:
            super().close()
        except OSError as fault:  # what it holds back goes nowhere
            self._say(fault)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, ARG002 - its name in the library
        """Say why the log isn't written, on standard error."""
        self._say(sys.exc_info()[1])

    def _say(self, fault: BaseException | None) -> None:
        if not self._is_told:
            self._is_told = True
            say(f"{self.baseFilename}: the log can't be written: {getattr(fault, 'strerror', None) or fault}")
