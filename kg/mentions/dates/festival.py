"""When named days and festivals fall.

Movable ones are counted by libraries: Easter by dateutil, the Muslim calendar by hijridate, the others by holidays.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable
from typing import Final, Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

Days = tuple[dt.date, dt.date]
_When = Callable[[int], list[Days]]


def _fixed(month: int, day: int) -> _When:
    return lambda year: [(dt.date(year, month, day), dt.date(year, month, day))]


def _easter(first: int, last: int | None = None, method: Literal[1, 2, 3] = EASTER_WESTERN) -> _When:
    """Days counted from Easter Sunday."""

    def when(year: int) -> list[Days]:
        sunday = easter(year, method)
        return [(sunday + dt.timedelta(first), sunday + dt.timedelta(first if last is None else last))]

    return when


def _nth(number: int, weekday: int, month: int, plus: int = 0) -> _When:
    """The nth (-1: last) weekday of a month, and `plus` days."""

    def when(year: int) -> list[Days]:
        if number > 0:
            first = dt.date(year, month, 1)
            found = first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))
        else:
            last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
            found = last - dt.timedelta((last.weekday() - weekday) % 7)
        return [(found + dt.timedelta(plus),) * 2]

    return when


def _hijri(month: int, day: int | None = None) -> _When:
    """A day of the Muslim calendar, or a whole month of it; a Gregorian year may see two or none."""

    def when(year: int) -> list[Days]:
        import hijridate

        found = []
        for hijri in range(int((year - 622) * 33 / 32) - 1, int((year - 622) * 33 / 32) + 3):
            try:
                first = hijridate.Hijri(hijri, month, day or 1)
            except (ValueError, OverflowError):
                continue
            start = dt.date(*first.to_gregorian().datetuple())
            if start.year == year:
                found.append((start, start if day else start + dt.timedelta(first.month_length() - 1)))
        return found

    return when


def _is(said: str, name: str) -> bool:
    return any(part == name or part.startswith(f"{name} (") for part in said.split("; "))


def _listed(country: str, name: str, length: int = 1) -> _When:
    """The first day that the library holidays lists under a name in a country."""

    def when(year: int) -> list[Days]:
        import holidays

        with warnings.catch_warnings():  # it warns of years beyond its tables; no day is answer enough
            warnings.simplefilter("ignore")
            calendar = holidays.country_holidays(country, years=year, language="en_US", observed=False)
        first = min((day for day, said in calendar.items() if _is(said, name) and day.year == year), default=None)
        if first is None:
            return []
        return [(first, first + dt.timedelta(length - 1))]

    return when


FESTIVALS: Final[dict[str, _When]] = {
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
    "new year": _fixed(1, 1),
    "valentine's day": _fixed(2, 14),
    "st patrick's day": _fixed(3, 17),
    "international women's day": _fixed(3, 8),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "europe day": _fixed(5, 9),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "armistice day": _fixed(11, 11),
    "veterans day": _fixed(11, 11),
    "australia day": _fixed(1, 26),
    "orthodox christmas": _fixed(1, 7),
    "epiphany": _fixed(1, 6),
    "nowruz": _fixed(3, 20),
    "cinco de mayo": _fixed(5, 5),
    "good friday": _easter(-2),
    "easter": _easter(0),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter weekend": _easter(-1, 0),
    "holy saturday": _easter(-1),
    "maundy thursday": _easter(-3),
    "palm sunday": _easter(-7),
    "holy week": _easter(-7, -1),
    "ash wednesday": _easter(-46),
    "shrove tuesday": _easter(-47),
    "lent": _easter(-46, -3),
    "ascension day": _easter(39),
    "pentecost": _easter(49),
    "whit monday": _easter(50),
    "corpus christi": _easter(60),
    "orthodox easter": _easter(0, None, EASTER_ORTHODOX),
    "thanksgiving": _nth(4, 3, 11),
    "thanksgiving day": _nth(4, 3, 11),
    "black friday": _nth(4, 3, 11, 1),
    "cyber monday": _nth(4, 3, 11, 4),
    "memorial day": _nth(-1, 0, 5),
    "labor day": _nth(1, 0, 9),
    "martin luther king day": _nth(3, 0, 1),
    "presidents' day": _nth(3, 0, 2),
    "presidents day": _nth(3, 0, 2),
    "columbus day": _nth(2, 0, 10),
    "ramadan": _hijri(9),
    "muharram": _hijri(1),
    "eid al-fitr": _hijri(10, 1),
    "eid al-adha": _hijri(12, 10),
    "ashura": _hijri(1, 10),
    "mawlid": _hijri(3, 12),
    "arbaeen": _hijri(2, 20),
    "rosh hashanah": _listed("IL", "Rosh Hashanah", 2),
    "yom kippur": _listed("IL", "Yom Kippur"),
    "sukkot": _listed("IL", "Sukkot", 7),
    "passover": _listed("IL", "Pesach", 7),
    "shavuot": _listed("IL", "Shavuot"),
    "lunar new year": _listed("CN", "Chinese New Year"),
    "mid-autumn festival": _listed("KR", "Chuseok"),
    "chuseok": _listed("KR", "Chuseok"),
    "diwali": _listed("IN", "Diwali"),
    "holi": _listed("IN", "Holi"),
    "vesak": _listed("SG", "Vesak"),
}
