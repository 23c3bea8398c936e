"""Addresses on the web: what one is, and which machines are open to everybody."""

from __future__ import annotations

import ipaddress

_UNICAST = ipaddress.ip_network("2000::/3")  # all of IPv6 that was ever given to anybody
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def is_address(name: str) -> bool:
    """Whether an input is meant to be fetched.

    Examples
    --------
    >>> is_address("https://news.example/world.xml"), is_address("news/world.xml")
    (True, False)
    """
    return name[:8].lower().startswith(("http://", "https://"))


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
        if found in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        return found in _UNICAST and found.is_global
    return found.is_global and not found.is_multicast
