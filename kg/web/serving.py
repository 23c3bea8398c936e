"""Serves the explorer on a socket that is bound first: so the address is known before anything is opened."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address

import uvicorn
from starlette.applications import Starlette

from kg.errors import KgError
from kg.web.answering import Desk
from kg.web.door import LOOPBACK, Door, host_name


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    Examples
    --------
    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0"), is_loopback("192.0.2.7")
    (True, True, False, False)
    """
    try:
        return ip_address(host_name(host)).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def door_of(host: str, token: str | None) -> Door:
    """Say who may come in at an address: without a token only this machine.

    Raises
    ------
    KgError
        Other machines could come in without a token.
    """
    if is_loopback(host):
        return Door(LOOPBACK | {host_name(host)}, token=token)
    if token is None:
        raise KgError(f"{host}: other machines can reach this address, so visitors need a token")
    own = {host_name(host), socket.gethostname().lower(), socket.getfqdn().lower()}
    return Door(LOOPBACK | own, open_to_others=True, token=token)


#: Not addresses that a browser opens, but all that this machine has.
_ALL = ("0.0.0.0", "::")


@dataclass(frozen=True, slots=True)
class Bound:
    """A socket that listens, and the address of the first page."""

    socket: socket.socket
    address: str


def bind(host: str, port: int) -> Bound:
    """Bind an address; port 0 is any that is free.

    Raises
    ------
    KgError
        It is taken, or not this machine's.
    """
    name = host_name(host)
    try:
        [(family, kind, protocol, _, at), *_] = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        opened = socket.socket(family, kind, protocol)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(at)
        opened.listen()  # who comes while the graph is being opened waits, and is answered then
    except (OSError, OverflowError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise KgError(f"{host}:{port}: {reason}. Name another --port, or 0 for any that is free") from fault
    shown = socket.gethostname() if name in _ALL else f"[{name}]" if ":" in name else name
    return Bound(opened, f"http://{shown}:{opened.getsockname()[1]}/")


class _Server(uvicorn.Server):
    """Gives up what is being answered when it is to end, before it waits for visitors."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._desk.end()
        await super().shutdown(sockets)


@contextmanager
def ready(app: Starlette, bound: Bound) -> Iterator[Callable[[], None]]:
    """Give what serves until Ctrl-C, which is noted from here on, and ends the server as soon as it runs.

    Raised amid all that is imported and set up until then, it might be forgotten by a callback of C code, or leave half
    an event loop behind. It is raised when all is closed. Nothing of what visitors ask is logged: addresses may hold a
    token.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=2,
    )
    server = _Server(config, app.state.desk)
    with server.capture_signals():
        yield lambda: server.run(sockets=[bound.socket])
