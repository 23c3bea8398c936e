"""Whether time grows with length alone, whatever the machine: measured against a fourth of the length."""

from __future__ import annotations

from collections.abc import Callable, Iterable

#: Sizes at which a text is tried, until it takes long enough to be measured.
SIZES = (16, 24, 36, 54, 80, 140, 800, 4_000, 16_000)
_MEASURED = 0.02  # seconds; what takes less is no matter of growth
_GROWTH = 9  # between that of four times the length (4) and that of its square (16)
_TRIES = 4

#: Gives the seconds that a text of so many characters takes.
Seconds = Callable[[int], float]


def grows_faster(seconds: Seconds, sizes: Iterable[int] = SIZES) -> bool:
    """Whether twice the text takes clearly more than twice the time."""
    for size in sizes:
        if seconds(size) > _MEASURED:
            return not _is_linear(seconds, size)
    return False


def _is_linear(seconds: Seconds, size: int) -> bool:
    """Compare with a fourth of the length; a busy machine may be slow once, not each time."""
    for _ in range(_TRIES):
        long = min(seconds(size) for _ in range(2))
        short = min(seconds(size // 4) for _ in range(4))
        if long < _GROWTH * max(short, 1e-6):
            return True
    return False
