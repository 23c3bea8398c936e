"""Which addresses of articles may become links."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """Let the address of an article pass if it leads to a page; anything else, such as a script, is none.

    Examples
    --------
    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address("//example.org")
    ('https://example.org/a', None, None)
    """
    if not url or url != url.strip():
        return None
    try:
        found = urlsplit(url)
    except ValueError:
        return None
    return url if found.scheme in ("http", "https") and found.netloc else None
