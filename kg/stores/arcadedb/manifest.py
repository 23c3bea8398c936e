"""What a database in a workspace holds, written when it is complete: what it doesn't describe isn't trusted."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from kg.graph.vocabulary import Vocabulary
from kg.stores.whole_file import write_whole

FILE = "manifest.json"
_STATISTICS = "statistics.json"
#: Counted up when what is written differs from what an earlier kg wrote.
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The saved graph that a database holds, by its hash, what made it, and the hash of each of its files.

    The file of statistics is written anew by readers too, and missing when one was killed; its `counts` must be right,
    since the engine answers from them.
    """

    graph: str
    made_by: str
    files: dict[str, str]
    counts: dict[str, int]

    @classmethod
    def of(cls, database: Path, *, graph: str, made_by: str) -> Self:
        """Describe a closed database."""
        files = {file.name: file_hash(file) for file in sorted(database.iterdir()) if file.name != _STATISTICS}
        return cls(graph, made_by, files, _counts(database) or {})

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Read the manifest in a folder; None where there is none that can be read."""
        try:
            return cls(**json.loads((folder / FILE).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):  # TypeError: other keys
            return None

    def write(self, folder: Path) -> None:
        """Write it into a folder."""
        write_whole(folder / FILE, [json.dumps(asdict(self)) + "\n"])

    def describes(self, database: Path, made_by: str) -> bool:
        """Whether a database is exactly as it was when this was written, and was made as it would be now."""
        try:
            found = Manifest.of(database, graph=self.graph, made_by=made_by)
            return (found.made_by, found.files) == (self.made_by, self.files) and (
                _counts(database) in (None, self.counts)
            )
        except (OSError, ValueError):
            return False


def _counts(database: Path) -> dict[str, int] | None:
    """Records in each part of a database, as its statistics have them; None where there are none."""
    try:
        told = json.loads((database / _STATISTICS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return {name: part["count"] for name, part in told.items() if isinstance(part, dict) and "count" in part}


def file_hash(file: Path) -> str:
    """SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def made_by(engine_version: str, vocabulary: Vocabulary) -> str:
    """What a database depends on beside the graph: the engine's version, our format, labels and types."""
    words = json.dumps([dict(vocabulary.roots), vocabulary.types])
    return f"{_FORMAT} {engine_version} {hashlib.sha256(words.encode()).hexdigest()[:16]}"
