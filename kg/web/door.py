"""Who may come in: names under which the explorer can be called, and the token that strangers' machines need."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from ipaddress import ip_address

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
COOKIE = "kg-serve"


@dataclass(frozen=True, slots=True)
class Door:
    """Names and token.

    A page of another site can make a browser call this machine by a name of its own (DNS rebinding), but by no other
    than its own: so only known names are let in, and, where the explorer is open to other machines, addresses in
    numbers, which no name service can turn.

    Parameters
    ----------
    names
        Host names under which the explorer may be called, in lower case.
    open_to_others
        Whether any address in numbers will do.
    token
        What a visitor has to show first; None: nothing.
    """

    names: frozenset[str] = LOOPBACK
    open_to_others: bool = False
    token: str | None = field(default=None, repr=False)

    def knows(self, host: str) -> bool:
        """Whether a Host header is one of ours; the port doesn't matter, since it may be forwarded.

        Examples
        --------
        >>> Door().knows("localhost:8000"), Door().knows("[::1]:80"), Door().knows("attacker.example:8000")
        (True, True, False)
        """
        name = host_name(host)
        if name in self.names:
            return True
        return self.open_to_others and _is_address(name)

    def opens(self, shown: str) -> bool:
        """Whether this is the token; takes as long for one that is nearly right."""
        return self.token is not None and hmac.compare_digest(shown.encode(), self.token.encode())

    def let_in(self, cookie: str) -> bool:
        """Whether a visitor has shown the token before, or need not."""
        return self.token is None or hmac.compare_digest(cookie.encode(), self.pass_card().encode())

    def pass_card(self) -> str:
        """What the cookie holds: made from the token, which can't be read from it."""
        return hmac.new((self.token or "").encode(), b"kg serve", hashlib.sha256).hexdigest()


def host_name(host: str) -> str:
    """Give the name of a Host header, without port and brackets, in lower case.

    Examples
    --------
    >>> host_name("[::1]:8000"), host_name("LOCALHOST:80"), host_name("::1"), host_name("[::1].example")
    ('::1', 'localhost', '::1', '[::1].example')
    """
    host = host.strip().lower()
    if host.startswith("["):
        name, _, behind = host[1:].partition("]")
        return name if not behind or behind.startswith(":") else host
    return host if host.count(":") > 1 else host.partition(":")[0].rstrip(".")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
