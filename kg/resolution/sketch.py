"""A text in 516 bytes, from which can be told how much of it another text has: a MinHash over its runs of words."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

WORDS = re.compile(r"\w+")
SIZE = 128  # values of a sketch
RUN = 5  # words; shorter ones stand in many texts of one office, longer ones are lost with every word that is changed
_SEED = 1
#: Names how sketches are made. One that was made otherwise is made anew, never compared.
MADE = f"minhash-{SIZE}x{RUN}-{_SEED}"


@dataclass(frozen=True, slots=True)
class Sketch:
    """How many different runs of words a text has, and for each of 128 ways to shuffle all runs the first of its own.

    `values` are unsigned numbers of 32 bits, little-endian.
    """

    runs: int
    values: bytes

    def packed(self) -> bytes:
        """Give the sketch in a form that can be kept."""
        return struct.pack("<I", self.runs) + self.values

    @classmethod
    def unpacked(cls, data: bytes) -> Sketch | None:
        """Read what `packed` gave; None for anything else."""
        if len(data) != 4 * (SIZE + 1):
            return None
        return cls(struct.unpack_from("<I", data)[0], data[4:])


def sketch(text: str) -> Sketch:
    """Sketch a text; upper case, punctuation and white space make no difference.

    Examples
    --------
    >>> one = sketch("Angela Merkel met Emmanuel Macron in Berlin.")
    >>> one == sketch("ANGELA MERKEL  met Emmanuel Macron, in Berlin")
    True
    >>> one.runs
    3
    """
    from rensa import RMinHash

    words = WORDS.findall(text.casefold())
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
    hashed = RMinHash(SIZE, _SEED)
    hashed.update(runs)
    return Sketch(len(runs), struct.pack(f"<{SIZE}I", *hashed.digest()))
