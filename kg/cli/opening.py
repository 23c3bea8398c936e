"""Opens what a command is about. A server's user and password are asked for where somebody sits at a terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.faults import say
from kg.cli.volume import Volume, volume, warn

if TYPE_CHECKING:
    from kg.api.graph import Graph
    from kg.stores.access import Access


_CREDENTIALS = "kg.credentials"


def note_credentials(context: click.Context, _: click.Parameter, file: Path | None) -> None:
    """Remember the file that --credentials named."""
    context.meta[_CREDENTIALS] = file


def open_graph(place: Path | str) -> Graph:
    """Open a workspace, or a store by its URI, to ask it."""
    from kg.api.opening import opened

    return opened(place, access=access())


def access() -> Access:
    """Say where a server's credentials come from: --credentials, the environment, or whoever sits at the terminal."""
    from kg.stores.access import Access

    is_quiet = volume() is Volume.QUIET  # asked here: a thread knows nothing of the command

    def tell(said: str) -> None:
        if not is_quiet:
            say(said)

    return Access(click.get_current_context().meta.get(_CREDENTIALS), _asked, warn, tell)


def _asked(place: str) -> tuple[str, str] | None:
    """Ask for user and password where somebody sits; on stderr, so that the answer can be piped."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    user = click.prompt(f"User at {place}", default="neo4j", err=True)
    return user, click.prompt("Password", hide_input=True, err=True)
