"""The two articles the project starts from, as they are and with people, states, places and dates exchanged."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[dt.date, dt.date]


def days(first: str, last: str | None = None) -> Span:
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


@dataclass(frozen=True)
class World:
    """Who and what the two articles are about. `words` exchanges words of the original for others."""

    name: str
    host: str  # goes abroad in the first article, receives in the second
    host_state: str
    guest: str
    guest_state: str
    third_state: str  # where the war of the second article is
    continent: str
    seat: str
    capital: str
    published: str
    visit: Span
    signing: Span
    earlier_signing: Span
    words: Mapping[str, str] = field(default_factory=dict)

    def tell(self, original: str) -> str:
        """The text of an article in this world."""
        if not self.words:
            return original
        longest_first = sorted(self.words, key=len, reverse=True)
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
        return pattern.sub(lambda found: self.words[found[0]], original)


ORIGINAL = World(
    name="as they are",
    host="Vladimir Putin",
    host_state="RU",
    guest="Xi Jinping",
    guest_state="CN",
    third_state="UA",
    continent="Europe",
    seat="Kremlin",
    capital="Moscow",
    published="2024-03-19",
    visit=days("2024-05-16", "2024-05-31"),
    signing=days("2025-05-08"),
    earlier_signing=days("2022-03-01", "2022-05-31"),
)
PARIS = World(
    name="Paris and Cairo",
    host="Francois Mitterrand",
    host_state="FR",
    guest="Hosni Mubarak",
    guest_state="EG",
    third_state="AO",
    continent="Asia",
    seat="Elysee",
    capital="Paris",
    published="1990-06-12",
    visit=days("1990-10-16", "1990-10-31"),
    signing=days("1993-11-09"),
    earlier_signing=days("1989-03-01", "1989-05-31"),
    words={
        "Vladimir Putin": "Francois Mitterrand", "Putin": "Mitterrand", "Xi Jinping": "Hosni Mubarak", "Xi": "Mubarak",
        "Moscow": "Paris", "Beijing": "Cairo", "Russia": "France", "Russian": "French", "China": "Egypt",
        "Chinese": "Egyptian", "Sino-Russian": "Franco-Egyptian", "Ukraine": "Angola", "a European": "an Asian",
        "Kremlin": "Elysee", "Red Square": "Bastille Square", "date 2024-03-19": "date 1990-06-12", "May": "October",
        "Thursday, May 8": "Tuesday, November 9", "May 8": "November 9", "May 9": "November 10",
        "spring 2022": "spring 1989",
    },
)  # fmt: skip
SEOUL = World(
    name="Seoul and Mexico City",
    host="Kim Dae-jung",
    host_state="KR",
    guest="Vicente Fox",
    guest_state="MX",
    third_state="ER",
    continent="Africa",
    seat="Blue House",
    capital="Seoul",
    published="2001-02-06",
    visit=days("2001-04-16", "2001-04-30"),
    signing=days("1999-06-03"),
    earlier_signing=days("1998-06-01", "1998-08-31"),
    words={
        "Vladimir Putin": "Kim Dae-jung", "Putin": "Kim", "Xi Jinping": "Vicente Fox", "Xi": "Fox",
        "Moscow": "Seoul", "Beijing": "Mexico City", "Russia": "South Korea", "Russian": "South Korean",
        "China": "Mexico", "Chinese": "Mexican", "Sino-Russian": "Mexican-South Korean", "Ukraine": "Eritrea",
        "a European": "an African", "Kremlin": "Blue House", "Red Square": "Namdaemun Square",
        "date 2024-03-19": "date 2001-02-06", "May": "April", "Thursday, May 8": "Thursday, June 3",
        "May 8": "June 3", "May 9": "June 4", "spring 2022": "summer 1998",
    },
)  # fmt: skip
WORLDS = (ORIGINAL, PARIS, SEOUL)
