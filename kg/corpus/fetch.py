"""Fetching from the web: bounded in time and size, and never from addresses that strangers have no business with.

A name is resolved first, and the connection goes to the very address that was checked: a second answer of the name
server can't lead elsewhere. Redirects are followed by hand, each hop checked alike.
"""

from __future__ import annotations

import contextlib
import io
import ipaddress
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO
from urllib.robotparser import RobotFileParser

from kg import __version__
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable

if TYPE_CHECKING:
    import httpx

AGENT = f"kg-news/{__version__} (reads articles for a knowledge graph; keeps to robots.txt)"
_TOKEN = "kg-news"
_NOT_FOUND, _SERVER_FAULTS = 400, 500
_BUSY = frozenset({429, 503})
_MOVED = frozenset({301, 302, 303, 307, 308})
_TYPES = "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a fetch may take: seconds to connect, between two pieces and in all; bytes, unpacked; hops and retries."""

    connect: float = 10
    read: float = 20
    total: float = 120
    size: int = 100_000_000
    hops: int = 5
    retries: int = 2
    wait: float = 30


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. `url` is where it was in the end."""

    url: str
    stream: BinaryIO
    content_type: str = ""
    charset: str | None = None


class FetchError(Exception):
    """It could not be fetched; its text says why."""


@dataclass(slots=True)
class Fetcher:
    """Fetches for one run; robots.txt of each site is asked for once."""

    allow_private: bool = False
    bounds: Bounds = field(default_factory=Bounds)
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    def fetch(self, address: str) -> Fetched | Unreadable:
        """Fetch an address; never raises."""
        import httpx

        try:
            return self._followed(httpx.URL(address))
        except FetchError as fault:
            return unreadable(address, UnreadableReason.FETCH, str(fault))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError, RuntimeError) as error:
            detail = " ".join(str(error).split())[:150] or type(error).__name__
            return unreadable(address, UnreadableReason.FETCH, detail)

    def _followed(self, url: httpx.URL, *, asks_robots: bool = True) -> Fetched:
        for _ in range(self.bounds.hops + 1):
            if asks_robots and not self._may_fetch(url):
                raise FetchError("its robots.txt asks programs to stay away")
            found = self._tried(url)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(f"over {self.bounds.hops} redirects")

    def _may_fetch(self, url: httpx.URL) -> bool:
        site = f"{url.scheme}://{url.netloc.decode()}"
        if site not in self._robots:
            self._robots[site] = self._rules(url)
        rules = self._robots[site]
        return rules is None or rules.can_fetch(_TOKEN, str(url))

    def _rules(self, url: httpx.URL) -> RobotFileParser | None:
        """Ask for a site's robots.txt; None where it has none that can be read."""
        try:
            found = self._followed(url.copy_with(raw_path=b"/robots.txt", fragment=None), asks_robots=False)
        except FetchError:
            return None
        rules = RobotFileParser()
        rules.parse(found.stream.read(500_000).decode("utf-8", "replace").splitlines())
        return rules

    def _tried(self, url: httpx.URL) -> Fetched | httpx.URL:
        """Ask once, and again where the server is busy and says for how long; gives where it leads."""
        for attempt in range(self.bounds.retries + 1):
            with self._answer(url) as answer:
                if answer.status_code in _BUSY and attempt < self.bounds.retries:
                    wait = _seconds(answer.headers.get("retry-after"), default=2.0**attempt)
                    if wait > self.bounds.wait:
                        raise FetchError(f"the server is busy for {wait:.0f} seconds")
                elif answer.status_code in _MOVED and "location" in answer.headers:
                    return url.join(answer.headers["location"])
                elif answer.status_code != 200:
                    raise FetchError(f"the server answered {answer.status_code}")
                else:
                    return self._taken(url, answer)
            time.sleep(wait)
        raise FetchError("the server is busy")

    @contextlib.contextmanager
    def _answer(self, url: httpx.URL) -> Iterator[httpx.Response]:
        """Connect to the address that was checked, under the name that was given."""
        import httpx

        address = self._checked(url)
        headers = {"Host": url.netloc.decode(), "User-Agent": AGENT, "Accept": _TYPES, "Accept-Encoding": "gzip"}
        times = httpx.Timeout(self.bounds.read, connect=self.bounds.connect)
        # No proxy of the environment: it would resolve the name anew.
        with httpx.Client(timeout=times, trust_env=False, follow_redirects=False) as client:
            # A server that sends a byte now and then keeps to every other limit.
            alarm = threading.Timer(self.bounds.total, client.close)
            alarm.daemon = True
            alarm.start()
            try:
                extensions = {"sni_hostname": url.host}
                with client.stream(
                    "GET", url.copy_with(host=address), headers=headers, extensions=extensions
                ) as answer:
                    yield answer
            finally:
                alarm.cancel()

    def _checked(self, url: httpx.URL) -> str:
        if url.scheme not in ("http", "https") or not url.host:
            raise FetchError("only http:// and https:// are fetched")
        if url.userinfo:
            raise FetchError("an address with a password in it")
        try:
            port = url.port or (443 if url.scheme == "https" else 80)
            found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"'{url.host}' has no address") from error
        addresses = [str(info[4][0]) for info in found]
        if not self.allow_private and not all(is_public(address) for address in addresses):
            raise FetchError(f"'{url.host}' lies in a private network; --allow-private fetches it")
        return addresses[0]

    def _taken(self, url: httpx.URL, answer: httpx.Response) -> Fetched:
        packing = answer.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", ""):
            raise FetchError(f"packed as '{packing[:20]}'")
        unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if "gzip" in packing else None
        data, deadline = bytearray(), time.monotonic() + self.bounds.total
        for piece in answer.iter_raw():
            room = self.bounds.size + 1 - len(data)
            data += unpack.decompress(piece, room) if unpack else piece
            if len(data) > self.bounds.size:
                raise FetchError(f"over {self.bounds.size:,} bytes")
            if time.monotonic() > deadline:
                raise FetchError(f"over {self.bounds.total:.0f} seconds")
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Fetched(str(url), io.BytesIO(bytes(data)), kind, answer.charset_encoding)


def is_public(address: str) -> bool:
    """Whether an address is one of the open network.

    Examples
    --------
    >>> [is_public(one) for one in ("9.9.9.9", "127.0.0.1", "169.254.169.254", "224.0.0.1", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if inner is not None:
            return is_public(str(inner))
        if found in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    return found.is_global and not found.is_multicast


def _seconds(raw: str | None, *, default: float) -> float:
    """Seconds to wait; a date, or what isn't understood, is as nothing said."""
    return float(raw) if raw and raw.strip().isdigit() and len(raw) < 9 else default
