"""An earlier graph to compare with: an export, or a workspace that was kept."""

from __future__ import annotations

from pathlib import Path

from kg.api.opening import open as open_workspace
from kg.errors import WorkspaceError
from kg.query.questions import Questions
from kg.stores.jsonl import import_jsonl
from kg.stores.networkx_store import NetworkXStore


def earlier_graph(path: Path) -> Questions:
    """Open an export of `kg export`, or the folder of a workspace.

    Raises
    ------
    WorkspaceError
        It is neither.
    """
    if not path.is_file():
        return open_workspace(path)
    with path.open(encoding="utf-8") as lines:
        try:
            return Questions(NetworkXStore(import_jsonl(lines)))
        except (WorkspaceError, UnicodeDecodeError) as error:
            raise WorkspaceError(
                f"{path}: no export: {error}. Name a file that `kg export` wrote, or a workspace"
            ) from error
