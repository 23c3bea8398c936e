"""A graph in a folder, by ArcadeDB in this process."""

from __future__ import annotations

from pathlib import Path

from kg.graph.vocabulary import Vocabulary
from kg.stores.arcadedb.engine import ArcadeDBEngine
from kg.stores.arcadedb.loader import ArcadeDBLoader
from kg.stores.cypher.loader import Progress
from kg.stores.cypher.store import CypherStore


def open_arcadedb(
    folder: str | Path, vocabulary: Vocabulary, *, read_only: bool = False, progress: Progress | None = None
) -> CypherStore:
    """Open the store in a folder; made where there is none, unless only to read.

    Raises
    ------
    StoreError
        Another process is writing to it, it holds other things, or there is no ArcadeDB for this machine.
    """
    open_engine = ArcadeDBEngine.to_read if read_only else ArcadeDBEngine.to_write
    return CypherStore(open_engine(Path(folder)), vocabulary, progress=progress, loader=ArcadeDBLoader)
