"""The graph of a workspace, saved whole beside the record: what is there is complete, or it isn't there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Self

from kg.errors import WorkspaceError
from kg.graph.census import Census
from kg.graph.difference import Difference
from kg.graph.records import Graph
from kg.stores.jsonl import export_jsonl, import_jsonl
from kg.stores.whole_file import write_whole
from kg.workspace.failures import told
from kg.workspace.workspace import Workspace

FILE = "graph.jsonl"
_FORMAT = 3  # 1: articles without their source; 2: offices without the days on which they were told


def save_graph(graph: Graph, workspace: Workspace) -> Path:
    """Save the graph of a workspace in place of an earlier one, at once; gives the file.

    The first line says from which state of the record it was made, and how many there are of each kind.

    Raises
    ------
    WorkspaceError
        The file can't be written. An earlier graph stays as it was.
    """
    file = workspace.folder / FILE
    about = {"kind": "graph", "format": _FORMAT, "record": workspace.digest(), "census": Census.of(graph).as_dict()}
    first = json.dumps(about) + "\n"
    with told(file):
        write_whole(file, chain([first], export_jsonl(graph)))
    return file


@dataclass(frozen=True, slots=True)
class SavedFile:
    """The very file with a saved graph: another graph is another file, since none is ever changed in place."""

    path: Path
    inode: int
    modified: int
    size: int

    @classmethod
    def there(cls, workspace: Workspace) -> Self | None:
        """The file that lies in a workspace, of whichever record; None where there is none."""
        path = workspace.folder / FILE
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(path, found.st_ino, found.st_mtime_ns, found.st_size)

    def is_there(self) -> bool:
        """Whether it still is what the workspace has saved."""
        return self.is_at(self.path)

    def is_at(self, path: Path) -> bool:
        """Whether it is what another path, or the same, leads to."""
        try:
            found = path.stat()
        except OSError:
            return False
        return (found.st_ino, found.st_mtime_ns, found.st_size) == (self.inode, self.modified, self.size)


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from the graph in a file, which may lie there under no name by now, to the one saved in its place."""

    file: SavedFile
    change: Difference


def load_graph(workspace: Workspace) -> Graph | None:
    """Load the saved graph of a workspace; None where there is none of the record as it is now.

    Raises
    ------
    WorkspaceError
        The file is damaged.
    """
    return _load(workspace, record=workspace.digest())


def load_saved(workspace: Workspace) -> tuple[SavedFile, Graph] | tuple[None, None]:
    """Load the saved graph as `load_graph` does, with the file in which it is."""
    file, graph = SavedFile.there(workspace), load_graph(workspace)
    return (None, None) if file is None or graph is None else (file, graph)


def last_graph(workspace: Workspace) -> Graph | None:
    """Load the graph as it was saved last, whatever the record is now; None where there is none.

    Raises
    ------
    WorkspaceError
        The file is damaged.
    """
    return _load(workspace, record=None)


def _load(workspace: Workspace, *, record: str | None) -> Graph | None:
    file = workspace.folder / FILE
    with told(file):
        if not file.exists():
            return None
        with file.open(encoding="utf-8") as lines:
            try:
                first = json.loads(lines.readline())
                if (first["format"], record or first["record"]) != (_FORMAT, first["record"]):
                    return None
                return import_jsonl(lines)
            except (WorkspaceError, ValueError, KeyError, TypeError) as error:
                raise _damaged(file, error) from error


def saved_census(workspace: Workspace) -> tuple[Census, bool] | None:
    """Count the graph as it was saved last, and say whether it is of the record as it is now; None where there is none.

    Only the first line is read, where this kg or a later one has written it.

    Raises
    ------
    WorkspaceError
        The file is damaged.
    """
    file = workspace.folder / FILE
    with told(file):
        if not file.exists():
            return None
        with file.open(encoding="utf-8") as lines:
            line = lines.readline()
    try:
        first = json.loads(line)
        is_now = (first["format"], first["record"]) == (_FORMAT, workspace.digest())
        if "census" in first:
            return Census(**first["census"]), is_now
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged(file, error) from error
    graph = last_graph(workspace)
    return None if graph is None else (Census.of(graph), is_now)


def read_lines(file: Path) -> Graph:
    """Read a graph that was saved, of whichever record.

    Raises
    ------
    OSError, WorkspaceError
        It can't be read.
    """
    with file.open(encoding="utf-8") as lines:
        lines.readline()
        return import_jsonl(lines)


def _damaged(file: Path, error: Exception) -> WorkspaceError:
    return WorkspaceError(f"{file}: damaged: {error}. Delete it: the next `kg build` makes it again from the record")
