"""What goes over the pipe between a run and a worker process: frames of a JSON header and bytes.

Nothing is pickled: what comes back from a process that read strangers' texts is data and can't be more.
"""

from __future__ import annotations

import json
import struct
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kg import errors
from kg.corpus.article import Article
from kg.errors import KgError
from kg.pipeline.fact_counts import FactCounts
from kg.pipeline.failure import Failure
from kg.pipeline.recipe import Recipe
from kg.pipeline.shard import Extracted

_LENGTHS = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker's first word: its extractor is loaded, and has this name."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class Took:
    """A worker begins with the next article of its batch: the sign of life."""


@dataclass(frozen=True, slots=True)
class Refused:
    """What no article is at fault for, such as a missing model; ends the run."""

    error: KgError


Message = Ready | Took | Refused | Extracted | Failure


@dataclass(frozen=True, slots=True)
class Said:
    """A message, and the processor seconds that the worker had taken until then."""

    message: Message
    spent: float


def send(stream: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    """Write one frame."""
    head = json.dumps(header).encode("ascii")  # escapes, so that even half a surrogate pair goes through
    stream.write(_LENGTHS.pack(len(head), len(body)) + head + body)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Read one frame; None where the other side has gone, in the middle of a frame too."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head, body = _LENGTHS.unpack(lengths)
    frame = stream.read(head + body)
    if len(frame) < head + body:
        return None
    return json.loads(frame[:head]), frame[head:]


def send_recipe(stream: BinaryIO, recipe: Recipe, patience: float) -> None:
    """Tell a worker what to load, and after how many seconds in one article it may end itself."""
    folder = str(recipe.schema) if recipe.schema is not None else None
    send(stream, {"schema": folder, "model": recipe.model, "factory": recipe.factory, "patience": patience})


def recipe_of(header: dict[str, Any]) -> tuple[Recipe, float]:
    """Read what `send_recipe` wrote."""
    folder = Path(header["schema"]) if header["schema"] is not None else None
    return Recipe(folder, header["model"], header["factory"]), header["patience"]


def send_batch(stream: BinaryIO, articles: Sequence[Article]) -> None:
    """Give a worker articles to read."""
    send(stream, {"articles": [astuple(article) for article in articles]})


def batch_of(header: dict[str, Any]) -> list[Article]:
    """Read what `send_batch` wrote."""
    return [Article(*fields) for fields in header["articles"]]


def send_message(stream: BinaryIO, message: Message) -> None:
    """Tell the run something."""
    header, body = _frame(message)
    send(stream, {**header, "spent": time.process_time()}, body)


def _frame(message: Message) -> tuple[dict[str, Any], bytes]:
    match message:
        case Ready(fingerprint):
            return {"kind": "ready", "fingerprint": fingerprint}, b""
        case Took():
            return {"kind": "took"}, b""
        case Refused(error):
            return {"kind": "refused", "error": type(error).__name__, "message": str(error)}, b""
        case Failure():
            return {"kind": "failure", "failure": astuple(message)}, b""
        case Extracted(encoded, counts, seconds):
            return {"kind": "extracted", "counts": astuple(counts), "seconds": dict(seconds)}, encoded


def receive_message(stream: BinaryIO) -> Said | None:
    """Read what `send_message` wrote; None where the worker has gone."""
    frame = receive(stream)
    if frame is None:
        return None
    header, body = frame
    return Said(_message(header, body), header["spent"])


def _message(header: dict[str, Any], body: bytes) -> Message:
    match header["kind"]:
        case "ready":
            return Ready(header["fingerprint"])
        case "took":
            return Took()
        case "refused":
            return Refused(error_of(header["error"], header["message"]))
        case "failure":
            return Failure(*header["failure"])
        case "extracted":
            return Extracted(body, FactCounts(*header["counts"]), header["seconds"])
        case strange:
            raise ValueError(f"a worker sent {strange!r}")


def error_of(name: str, message: str) -> KgError:
    """Give an error of kg's by the name of its class."""
    kind = getattr(errors, name, KgError)
    return kind(message) if isinstance(kind, type) and issubclass(kind, KgError) else KgError(message)
