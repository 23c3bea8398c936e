"""How inputs are to be read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.corpus.language import ENGLISH


@dataclass(frozen=True, slots=True)
class Reading:
    """What a user chooses of how inputs are read.

    `language`: articles that are certainly in another one are set aside; "any" takes all. `allow_private`: whether
    addresses may be fetched that lie in this machine or its own network.
    """

    language: str = ENGLISH
    allow_private: bool = False
