"""Addresses that pages and feeds say they have."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit


def page_address(said: str, base: str = "") -> str | None:
    """Make an address of what is said, from a `base` on where it is relative; None where it leads to no page.

    Examples
    --------
    >>> page_address("/world#top", "https://example.org/a"), page_address("mailto:desk@example.org")
    ('https://example.org/world', None)
    """
    try:
        address = urldefrag(urljoin(base, said.strip())).url
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
