"""Names like a misspelt one, for messages."""

from __future__ import annotations

from collections.abc import Iterable

from kg.resolution.identity import normalised


def nearest(given: str, names: Iterable[str], *, limit: int = 3) -> list[str]:
    """Give the names that look most like the one given, best first; none where all look very different.

    Examples
    --------
    >>> nearest("Koffi Anan", ["Kofi Annan", "Javier Solana"])
    ['Kofi Annan']
    """
    from rapidfuzz import fuzz, process  # imported here: needed only where a name is wrong

    # A name of half the length is like a part of the one given at most: two letters are in everything.
    candidates = sorted({name for name in names if 2 * len(name) >= len(given)})
    found = process.extract(given, candidates, scorer=fuzz.WRatio, processor=normalised, limit=limit, score_cutoff=65)
    return [name for name, _, _ in found]


def did_you_mean(given: str, names: Iterable[str]) -> str:
    """Give a sentence that names the nearest names, or all where none is near and there are few."""
    names = list(names)
    near = nearest(given, names)
    if near:
        return f"Did you mean {_listed(near)}?"
    return f"There are {', '.join(names)}." if 0 < len(names) <= 8 else ""


def _listed(names: list[str]) -> str:
    return " or ".join(repr(name) for name in names)
