"""`kg serve`: the explorer of a graph, in a browser."""

from __future__ import annotations

import os
import secrets
from contextlib import closing
from pathlib import Path

import click

from kg.cli.command import kg_command
from kg.cli.interrupts import check
from kg.cli.logging_options import log_options
from kg.cli.opening import access
from kg.cli.options import PATH, credentials_option, schema_option
from kg.cli.volume import remark
from kg.errors import InputError
from kg.logs import Log

TOKEN = "KG_SERVE_TOKEN"
_SHORTEST = 16


@kg_command("serve")
@click.argument("place", metavar="WORKSPACE|URI")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar="NUMBER", default=0, show_default=True, help="0: any that is free."
)
@click.option("--open", "show", is_flag=True, help="Open the browser.")
@click.option("--ask-token", is_flag=True, help="Ask visitors for a token, also on this machine.")
@click.option("--token-file", type=PATH, metavar="FILE", help="File with the token, in place of a new one.")
@click.option("--metrics", "metered", is_flag=True, help="Answer at /metrics what a workspace holds, as OpenMetrics.")
@credentials_option
@schema_option
@log_options
def command(
    place: str,
    *,
    host: str,
    port: int,
    show: bool,
    ask_token: bool,
    token_file: Path | None,
    metered: bool,
    schema: Path | None,
) -> None:
    """Explore the graph of a workspace, or of a store, in a browser. Ctrl-C ends it.

    Only this machine can reach it, unless --host says otherwise; then visitors need a token, which is printed once, or
    taken from KG_SERVE_TOKEN or --token-file. URI is arcadedb:FOLDER, networkx:FILE or neo4j://HOST:PORT/DATABASE; user
    and password of a server come from KG_NEO4J_USER and KG_NEO4J_PASSWORD or a file, or they are asked for.

    \b
    Examples:
      kg serve my-graph --open
      kg serve neo4j://localhost:7687 --port 8000
      kg serve my-graph --host 0.0.0.0 --token-file token.txt
    """
    from kg.web.app import explorer
    from kg.web.opened import Place, Shelf
    from kg.web.serving import bind, door_of, is_loopback, ready

    needed = ask_token or token_file is not None or not is_loopback(host)
    given = _given_token(token_file)
    token = (given or secrets.token_urlsafe(24)) if needed or given else None
    where, door = Place.of(place, schema=schema, access=access()), door_of(host, token)
    if metered and where.workspace is None:
        raise click.UsageError("--metrics is of a workspace, not of a store.")
    bound = bind(host, port)
    address = bound.address if token is None or given else f"{bound.address}?token={token}"
    log = Log("web")
    with closing(Shelf(where)) as shelf, ready(explorer(shelf, door=door, metered=metered), bound) as serve:
        check()
        click.echo(f"{place} is at {address}")
        remark("Ctrl-C ends it")
        if show:
            click.launch(address)
        log.info("serving began", place=place, address=bound.address)
        try:
            serve()
        finally:
            log.info("serving ended", place=place)


def _given_token(file: Path | None) -> str | None:
    """The token that a user has chosen; never an option, which `ps` would show."""
    if file is None:
        token = os.environ.get(TOKEN, "")
        where = TOKEN
    else:
        where = str(file)
        try:
            token = file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as fault:
            raise InputError(f"{file}: the token can't be read: {getattr(fault, 'strerror', None) or fault}") from fault
    if not token and file is None:
        return None
    if len(token) < _SHORTEST or not token.isascii():
        raise InputError(f"{where}: a token has at least {_SHORTEST} letters and digits")
    return token
