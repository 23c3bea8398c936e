"""`kg.check`: whether a workspace and its stores are sound."""

from __future__ import annotations

from pathlib import Path

from kg.pipeline.checking import Part
from kg.pipeline.checking import check as parts_of
from kg.stores.access import Access

__all__ = ["Part", "check"]


def check(workspace: str | Path, *stores: str, credentials: str | Path | None = None) -> list[Part]:
    """Check a workspace, and the stores that were loaded from it; nothing is changed.

    Parameters
    ----------
    workspace
        The folder.
    *stores
        URIs of stores that should hold its graph.
    credentials
        Of servers: a file with user and password; None: the environment says it.

    Returns
    -------
    list of Part
        The record, the graph made from it anew, the saved graph, the database for Cypher, each store: with what was
        found there, and its faults. Where the record is damaged, only the record.

    Raises
    ------
    WorkspaceError
        There is no workspace, or it can't be opened at all.

    Examples
    --------
    >>> import kg
    >>> kg.check("no-such-folder")
    Traceback (most recent call last):
    kg.errors.WorkspaceError: no-such-folder: no such folder. `kg build INPUT --into no-such-folder` makes one
    """
    return list(parts_of(workspace, stores, access=Access(Path(credentials) if credentials else None)))
