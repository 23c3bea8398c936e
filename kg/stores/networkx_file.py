"""A graph in memory that is kept in a file of JSON lines, saved whole after each change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError, WorkspaceError
from kg.graph.records import Graph
from kg.stores.jsonl import export_jsonl, import_jsonl
from kg.stores.networkx_store import NetworkXStore, check_ends
from kg.stores.whole_file import write_whole


class NetworkXFile(NetworkXStore):
    """A graph in a file; implements the Store contract.

    Parameters
    ----------
    file
        The file, as `Graph.jsonl` and `kg export` write it. An empty graph where there is none.

    Raises
    ------
    StoreError
        The file can't be read, or isn't a graph.
    """

    def __init__(self, file: str | Path) -> None:
        self._file = Path(file)
        with _told(self._file):
            super().__init__(_read(self._file) if self._file.exists() else None)

    def write(self, graph: Graph) -> None:
        """Hold this graph and nothing else, in the file and in memory."""
        check_ends(graph)
        with _told(self._file):
            write_whole(self._file, export_jsonl(graph))
        self._hold(graph)


def _read(file: Path) -> Graph:
    with file.open(encoding="utf-8") as lines:
        graph = import_jsonl(lines)
    check_ends(graph)
    return graph


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}. Name another file, or see who may write there") from error
    except (WorkspaceError, UnicodeDecodeError) as error:
        raise StoreError(f"{file}: no graph of kg: {error}") from error
