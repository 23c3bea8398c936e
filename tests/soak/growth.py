"""Whether a process takes more memory the longer it runs, told apart from what it takes for more articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

_WARM = 0.2  # of its life: what is loaded at first is no growth
_FEWEST = 12  # looks from which growth can be told
_SPREAD = 0.02  # of the articles; where their number changes less, it explains nothing


class Look(NamedTuple):
    """What a process took at a moment."""

    minute: float
    articles: int
    megabytes: float


@dataclass(frozen=True, slots=True)
class Growth:
    """How the memory of one process went: so much an hour where the number of articles stays, so much an article."""

    minutes: float
    articles: tuple[int, int]  # fewest and most
    megabytes: tuple[float, float]  # median of the first and of the last sixth of its life, once it is warm
    an_hour: float
    an_article: float  # kilobytes
    noise: float  # megabytes; how far a look lies from the line as a rule

    def line(self, name: str) -> str:
        """Say it to people."""
        first, last = self.megabytes
        return (
            f"{name}: {first:.0f} MB -> {last:.0f} MB in {self.minutes:.0f} min, at {self.articles[0]}-"
            f"{self.articles[1]} articles; {self.an_article:+.0f} KB an article; at the same number of articles "
            f"{self.an_hour:+.1f} MB an hour (looks differ by {self.noise:.1f} MB)"
        )


def growth(looks: Sequence[Look]) -> Growth | None:
    """Part memory into what goes with articles and what goes with time, by least squares; None for a short life.

    Examples
    --------
    >>> found = growth([Look(n, 100 + n % 7, 300 + 0.5 * (n % 7)) for n in range(60)])
    >>> round(found.an_hour, 6) + 0, round(found.an_article)
    (0.0, 512)
    >>> leak = growth([Look(n, 100, 300 + n / 6) for n in range(60)])
    >>> round(leak.an_hour, 6), leak.an_article
    (10.0, 0.0)
    """
    if len(looks) < _FEWEST:
        return None
    minutes, articles, megabytes = (np.array(column, dtype=float) for column in zip(*looks, strict=True))
    warm = minutes >= minutes[0] + _WARM * (minutes[-1] - minutes[0])
    minutes, articles, megabytes = minutes[warm], articles[warm], megabytes[warm]
    columns = [np.ones_like(minutes), minutes / 60]
    if np.ptp(articles) > _SPREAD * articles.mean():
        columns.append(articles)
    matrix = np.stack(columns, axis=1)
    found, *_ = np.linalg.lstsq(matrix, megabytes, rcond=None)
    part = max(1, len(megabytes) // 6)
    return Growth(
        minutes=float(looks[-1].minute - looks[0].minute),
        articles=(int(articles.min()), int(articles.max())),
        megabytes=(float(np.median(megabytes[:part])), float(np.median(megabytes[-part:]))),
        an_hour=float(found[1]),
        an_article=float(found[2]) * 1024 if len(columns) > 2 else 0.0,
        noise=float(np.std(megabytes - matrix @ found)),
    )
