"""Fetching from the web: bounded in time and size, and never from addresses that strangers have no business with.

A name is resolved first, and the connection goes to the very address that was checked: a second answer of the name
server can't lead elsewhere. Redirects are followed by hand, each hop checked alike.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING
from urllib.robotparser import RobotFileParser

from kg import __version__
from kg.corpus.address import is_public
from kg.corpus.fetched import Bounds, Fetched, FetchError, Validators, sendable
from kg.corpus.unpacking import unpacked
from kg.corpus.unreadable import Unreadable, UnreadableReason, unreadable
from kg.errors import in_one_line

if TYPE_CHECKING:
    import ssl

    import httpx

AGENT = f"kg-news/{__version__} (reads articles for a knowledge graph; keeps to robots.txt)"
_TOKEN = "kg-news"
_UNCHANGED = 304
_BUSY = frozenset({429, 503})
_MOVED = frozenset({301, 302, 303, 307, 308})
_TYPES = "text/html, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"


@dataclass(slots=True)
class Fetcher:
    """Fetches for one run; robots.txt of each site is asked for once."""

    allow_private: bool = False
    bounds: Bounds = field(default_factory=Bounds)
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    def fetch(self, address: str) -> Fetched | Unreadable:
        """Fetch an address; never raises."""
        found = self.fetch_new(address, Validators())
        if found is None:
            raise AssertionError("asked without a condition")
        return found

    def fetch_new(self, address: str, known: Validators) -> Fetched | Unreadable | None:
        """Fetch an address unless it has what it had before; None where it has. Never raises."""
        import httpx

        try:
            found = self._followed(httpx.URL(address), known)
        except FetchError as fault:
            return unreadable(address, UnreadableReason.FETCH, str(fault))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError, RuntimeError) as error:
            return unreadable(address, UnreadableReason.FETCH, in_one_line(error, 150))
        # Many a server doesn't know what it gave before.
        return None if found is None or found.validators.digest == known.digest else found

    def _followed(self, url: httpx.URL, known: Validators, *, asks_robots: bool = True) -> Fetched | None:
        for _ in range(self.bounds.hops + 1):
            if url.userinfo:  # before anything is noted of the site
                raise FetchError("an address with a password in it")
            if asks_robots and not self._may_fetch(url):
                raise FetchError("its robots.txt asks programs to stay away")
            found = self._tried(url, known.headers(str(url)))
            if found is None or isinstance(found, Fetched):
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
            robots = url.copy_with(raw_path=b"/robots.txt", fragment=None)
            found = self._followed(robots, Validators(), asks_robots=False)
        except FetchError:
            return None
        if found is None:
            return None
        rules = RobotFileParser()
        rules.parse(found.stream.read(500_000).decode("utf-8", "replace").splitlines())
        return rules

    def _tried(self, url: httpx.URL, condition: Mapping[str, str]) -> Fetched | httpx.URL | None:
        """Ask once, and again where the server is busy and says for how long; gives where it leads.

        None where the `condition` says that nothing new is there.
        """
        for attempt in range(self.bounds.retries + 1):
            with self._answer(url, condition) as answer:
                if answer.status_code in _BUSY and attempt < self.bounds.retries:
                    wait = _seconds(answer.headers.get("retry-after"), default=2.0**attempt)
                    if wait > self.bounds.wait:
                        raise FetchError(f"the server is busy for {wait:.0f} seconds")
                elif answer.status_code in _MOVED and "location" in answer.headers:
                    return url.join(answer.headers["location"])
                elif condition and answer.status_code == _UNCHANGED:
                    return None
                elif answer.status_code != 200:
                    raise FetchError(f"the server answered {answer.status_code}")
                else:
                    return self._taken(url, answer)
            time.sleep(wait)
        raise FetchError("the server is busy")

    @contextlib.contextmanager
    def _answer(self, url: httpx.URL, condition: Mapping[str, str]) -> Iterator[httpx.Response]:
        """Connect to the address that was checked, under the name that was given."""
        import httpx

        address = self._checked(url)
        headers = {"Host": url.netloc.decode(), "User-Agent": AGENT, "Accept": _TYPES, "Accept-Encoding": "gzip"}
        headers.update(condition)
        times = httpx.Timeout(self.bounds.read, connect=self.bounds.connect)
        # No proxy of the environment: it would resolve the name anew.
        with httpx.Client(verify=_tls(), timeout=times, trust_env=False, follow_redirects=False) as client:
            # A server that sends a byte now and then keeps to every other limit.
            alarm = threading.Timer(self.bounds.total, client.close)
            alarm.daemon = True
            alarm.start()
            try:
                extensions = {"sni_hostname": url.raw_host.decode()}
                with client.stream(
                    "GET", url.copy_with(host=address), headers=headers, extensions=extensions
                ) as answer:
                    yield answer
            finally:
                alarm.cancel()

    def _checked(self, url: httpx.URL) -> str:
        if url.scheme not in ("http", "https") or not url.host:
            raise FetchError("only http:// and https:// are fetched")
        try:
            port = url.port or (443 if url.scheme == "https" else 80)
            # As httpx has encoded it: what Python would make of the letters may be another name.
            found = socket.getaddrinfo(url.raw_host.decode(), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"'{url.host}' has no address") from error
        addresses = [str(info[4][0]) for info in found]
        if not self.allow_private and not all(is_public(address) for address in addresses):
            raise FetchError(f"'{url.host}' lies in a private network; --allow-private fetches it")
        return addresses[0]

    def _taken(self, url: httpx.URL, answer: httpx.Response) -> Fetched:
        packing = answer.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", ""):
            raise FetchError(f"packed as '{packing[:20]}', though only gzip was asked for")
        pieces = answer.iter_raw()
        data = self._whole(unpacked(pieces) if "gzip" in packing else pieces)
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        etag, modified = (sendable(answer.headers.get(name)) for name in ("etag", "last-modified"))
        seen = Validators(str(url), etag, modified, hashlib.sha256(data).hexdigest())
        return Fetched(str(url), io.BytesIO(data), kind, answer.charset_encoding, seen)

    def _whole(self, pieces: Iterator[bytes]) -> bytes:
        """Put together what comes, within the bounds."""
        data, deadline = bytearray(), time.monotonic() + self.bounds.total
        for piece in pieces:
            data += piece
            if len(data) > self.bounds.size:
                raise FetchError(f"over {self.bounds.size:,} bytes")
            if time.monotonic() > deadline:
                raise FetchError(f"over {self.bounds.total:.0f} seconds")
        return bytes(data)


@cache
def _tls() -> ssl.SSLContext:
    """Read the certificates of those who vouch for others, once: it takes longer than many a fetch."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def _seconds(raw: str | None, *, default: float) -> float:
    """Seconds to wait; a date, or what isn't understood, is as nothing said."""
    return float(raw) if raw and raw.strip().isdigit() and len(raw) < 9 else default
