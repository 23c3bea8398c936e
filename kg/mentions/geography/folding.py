"""Text with plain letters, of the same length, so that offsets into it are offsets into the text."""

from __future__ import annotations

import unicodedata

_SPECIAL = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "s", "æ": "e", "Æ": "E"}
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "–": "-", "‑": "-", "‐": "-", "—": "-", "\xa0": " "}


def _plain(code: int) -> str | None:
    base = unicodedata.normalize("NFKD", chr(code))[0]
    return base if base.isascii() and base.isalpha() else None


_LETTERS = {code: plain for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if (plain := _plain(code))}
_TABLE = _LETTERS | {ord(k): v for k, v in (_SPECIAL | _SIGNS).items()}


def fold(text: str) -> str:
    """`text` without diacritics and with plain quotes and hyphens, character for character.

    Examples
    --------
    >>> fold("Élysée, Łódź, Côte d’Ivoire")
    "Elysee, Lodz, Cote d'Ivoire"
    """
    return text if text.isascii() else text.translate(_TABLE)
