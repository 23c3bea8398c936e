"""The nearest of a few names, for messages about commands and options; loads next to nothing."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(given: str, names: Iterable[str]) -> str:
    """Give a question that names the nearest names; empty where all look different.

    Examples
    --------
    >>> did_you_mean("conections", ["connections", "common"])
    "Did you mean 'connections'?"
    >>> did_you_mean("zzz", ["connections", "common"])
    ''
    """
    from difflib import get_close_matches

    known = {name.lower(): name for name in names}
    wanted = given.lower()
    near = get_close_matches(wanted, known, cutoff=0.65) or [
        name for name in known if len(wanted) > 2 and name.startswith(wanted)
    ]
    return f"Did you mean {' or '.join(repr(known[name]) for name in near[:3])}?" if near else ""
