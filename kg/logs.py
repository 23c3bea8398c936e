"""What kg tells of its work while it works: one tree of loggers, "kg", and lines that nothing in an input can forge."""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass

ROOT = "kg"

Value = str | int | float | bool | None

# Where whoever imports kg has set up no logging, nothing is printed.
logging.getLogger(ROOT).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Told:
    r"""What is told, always in the same words, and of what, in fields: ids and origins, never what an article says.

    Examples
    --------
    >>> print(Told("article failed", {"origin": "a.txt\nrun ended", "kind": "binary"}))
    article failed origin="a.txt\nrun ended" kind="binary"
    """

    what: str
    fields: Mapping[str, Value]

    def __str__(self) -> str:
        return " ".join((self.what, *(f"{name}={quoted(value)}" for name, value in self.fields.items())))


class Log:
    """Tells of the work of a room.

    Examples
    --------
    >>> Log("pipeline").info("run began", run=1)
    """

    __slots__ = ("_logger",)

    def __init__(self, room: str) -> None:
        self._logger = logging.getLogger(f"{ROOT}.{room}")

    def debug(self, what: str, **fields: Value) -> None:
        """Tell what only those want to know who look for a fault."""
        self._logger.debug(Told(what, fields))

    def info(self, what: str, **fields: Value) -> None:
        """Tell what was done."""
        self._logger.info(Told(what, fields))

    def warning(self, what: str, **fields: Value) -> None:
        """Tell what went wrong and cost something; the work goes on."""
        self._logger.warning(Told(what, fields))

    def error(self, what: str, **fields: Value) -> None:
        """Tell what ended the work."""
        self._logger.error(Told(what, fields))


class JsonLines(logging.Formatter):
    """A record as a line of JSON: time in UTC, level, logger, process, what is told, and its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, of ASCII without control characters."""
        told = record.msg if isinstance(record.msg, Told) else Told(record.getMessage(), {})
        about = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "what": told.what,
        }
        return quoted({**about, **told.fields, **about})  # these first, and no field passes for one of them


def quoted(value: object) -> str:
    r"""Give a value as JSON in which no character ends a line or moves a terminal's cursor.

    Examples
    --------
    >>> quoted("a\nb\u2028\x1b[2J\x7f")
    '"a\\nb\\u2028\\u001b[2J\\u007f"'
    """
    return json.dumps(value).replace("\x7f", "\\u007f")
