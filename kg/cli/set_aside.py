"""Which articles were set aside for their language, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.cli.plain import plain

_NAMED = 3


def set_aside(counts: Mapping[str, int], origins: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Say how many articles are in which other languages, the commonest first, and name some.

    Examples
    --------
    >>> for line in set_aside({"de": 1, "fr": 8}, {"de": ["d.txt"], "fr": ["a.txt", "b.txt", "c.txt", "e.txt"]}):
    ...     print(line)
    set aside: 9 in other languages (fr 8, de 1); `--language any` reads them all the same
        fr: a.txt, b.txt, c.txt and 5 more
        de: d.txt
    """
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    listed = ", ".join(f"{language} {count:,}" for language, count in ordered)
    said = (
        f"set aside: {sum(counts.values()):,} in other languages ({listed}); `--language any` reads them all the same"
    )
    return said, *(_line(language, count, list(origins.get(language, ()))) for language, count in ordered)


def _line(language: str, count: int, origins: list[str]) -> str:
    named = origins[:_NAMED]
    more = f" and {count - len(named):,} more" if count > len(named) else ""
    return "    " + plain(f"{language}: {', '.join(named)}{more}")
