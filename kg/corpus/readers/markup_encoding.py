"""Bytes of markup to text: by its mark, its server, its own words, and only then by what it looks like."""

from __future__ import annotations

import codecs
import re

from kg.corpus.decode import Decoded, decode, utf16
from kg.corpus.unreadable import UnreadableReason

_SAYS = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*(?:[\"']\s*)?([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_SAYS_WITHIN = 4096
# What is called Latin-1 or ASCII on the web is Windows-1252, as every browser takes it.
_WESTERN = frozenset({"iso8859-1", "ascii", "latin-1"})
_MAX_DAMAGED = 0.01  # of the characters; some pages mix two encodings


def decode_markup(data: bytes, charset: str | None = None) -> str | UnreadableReason:
    r"""Text of a page or a feed; `charset` is what its server says.

    Examples
    --------
    >>> decode_markup(b'<meta charset="iso-8859-2"><p>Wa\xb3\xeasa')
    '<meta charset="iso-8859-2"><p>Wałęsa'
    >>> decode_markup(b"<p>caf\xe9", "latin1")
    '<p>café'
    """
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", "replace")
    wide = utf16(data)
    if wide:
        return data.decode(wide, "replace")
    said = _SAYS.search(data[:_SAYS_WITHIN])
    own = (said.group(1) or said.group(2)).decode("ascii", "replace") if said else None
    for label in (charset, own):
        codec = _codec(label)
        text = _try(data, codec) if codec else None
        if text is not None:
            return text
    decoded = decode(data)
    if isinstance(decoded, Decoded):
        return decoded.text
    if decoded.reason is UnreadableReason.BINARY:
        return decoded.reason
    return _guess(data) or decoded.reason


def _codec(label: str | None) -> str | None:
    try:
        name = codecs.lookup(label or "").name
        b"".decode(name)  # not a codec of another sort: hex, zip
    except (LookupError, ValueError, AttributeError):
        return None
    return "cp1252" if name in _WESTERN else name


def _try(data: bytes, codec: str) -> str | None:
    text = data.decode(codec, "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    return text if bad <= _MAX_DAMAGED * len(text) and text.count("\x00") <= 3 else None


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return _try(data, best.encoding) if best else None
