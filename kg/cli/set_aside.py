"""How many articles were set aside for their language, in words."""

from __future__ import annotations

from collections.abc import Mapping


def set_aside(counts: Mapping[str, int]) -> str:
    """Say how many articles are in which other languages, the commonest first.

    Examples
    --------
    >>> set_aside({"de": 4, "fr": 8})
    'set aside: 12 in other languages (fr 8, de 4); `--language any` reads them all the same'
    """
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    listed = ", ".join(f"{language} {count}" for language, count in ordered)
    return f"set aside: {sum(counts.values())} in other languages ({listed}); `--language any` reads them all the same"
