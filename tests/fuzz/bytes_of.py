"""Bytes of a fuzzer as what a target needs: the first few choose, the others are the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Bytes:
    """What is left of the bytes; where there is nothing left, all is zero."""

    left: bytes

    def number(self, most: int) -> int:
        """Take a byte as a number from 0 to `most`."""
        byte = self.left[0] if self.left else 0
        self.left = self.left[1:]
        return byte % (most + 1)

    def one_of(self, choices: Sequence[T]) -> T:
        """Take a byte as a choice."""
        return choices[self.number(len(choices) - 1)]

    def text(self) -> str:
        """Take all that is left as text, as files and addresses bring it."""
        return self.left.decode("utf-8", "replace")
