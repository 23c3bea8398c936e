"""Make kg/mentions/people/given_names.txt from the person providers of Faker (MIT licence).

Usage: `pip install Faker && python scripts/make_given_names.py`. Run by hand when the table is to be renewed; Faker is
not needed to use kg.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import textwrap
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.mentions.people.lexicon import ADJECTIVES, CALENDAR, FUNCTION, INSTITUTIONS, PARTICLES
from kg.mentions.people.spelling import fold

TARGET = Path(__file__).parents[1] / "kg" / "mentions" / "people" / "given_names.txt"
HEADER = """\
# Given names of many peoples, folded to plain small letters. Made by scripts/make_given_names.py from the person
# providers of Faker {version} (MIT licence, Copyright (c) Daniele Faraglia and individual contributors), without words
# that mean something else in the news. A line gives the gender of its names: m, f, or u for either.
"""
LATIN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Given names somewhere, but mostly plain words in the news.
PLAIN = frozenset(
    str.split(
        """charity victory faith hope mercy atlas royal ocean river sky star summer autumn winter spring foster
        merit merited space mozilla music justice liberty freedom unity peace trinity genesis destiny dream angel
        angels lucky happy sunny stormy rainbow diamond crystal ruby gold silver steel stone forest garden bear wolf
        fox lion tiger eagle falcon hawk phoenix apollo titan saturn jupiter mars venus mercury orion galaxy cosmos
        sierra delta alpha omega prime major general king queen prince princess duke earl baron count judge bishop
        pope saint dean marshal chief captain sergeant blessing praise gift treasure million sunday monday friday
        thursday tuesday wednesday saturday story legend hero champion ready able just bold brave noble true real
        ah add ally art author baby banks beat bent boss brain branch candy cap carry case cash chance cherish chip come
        comfort constant desire doctor earnest elder else essence fares fate fed floor friend gang gauge governor graves
        greet grit gun harm harmony harsh haven heaven imam infant innocent jet jewel job joke journey junior kick lady
        lawyer lies link little loan lone lore lot lotta love loyal mad male man martial math mentor metro mile minor
        miracle odd orange owe par pleasant precious price prior prosper raid ran ransom reason rein rich roll run rush
        sad saw side sincere sole son sunshine tab ties tiny tone tore trace unique unknown valiant valid versa visa
        wage wing worth yen young victory ajax officer officers media metal plant opera marathon
        first one two day night"""
    )
)
KEPT = frozenset(("christian", "roman", "bill", "german", "said", "rose"))


def first_names() -> Iterator[tuple[str, str]]:
    """All given names of Faker that are written in Latin letters, each with the gender of its list."""
    import faker.providers.person as person

    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not attribute.startswith("first_") or callable(values) or isinstance(values, property):
                continue
            gender = "f" if "female" in attribute else "m" if "male" in attribute else "u"
            for value in values:
                name = value[-1] if isinstance(value, tuple) else value
                if isinstance(name, str) and LATIN.fullmatch(name) and "LATIN" in unicodedata.name(name[0]):
                    yield fold(name), gender


def gender_of(lists: Counter[str]) -> str:
    """The gender that the lists agree on; one list in five may err. Lists of both don't count."""
    men, women = lists["m"], lists["f"]
    if men > 4 * women:
        return "m"
    return "f" if women > 4 * men else "u"


def main() -> None:
    """Write the table."""
    import faker

    dropped = (PLAIN | ADJECTIVES | CALENDAR | FUNCTION | INSTITUTIONS | PARTICLES) - KEPT
    lists: dict[str, Counter[str]] = defaultdict(Counter)
    for name, gender in first_names():
        if len(name) > 1 and name not in dropped:
            lists[name][gender] += 1
    lines = HEADER.format(version=faker.VERSION).splitlines()
    for gender in "mfu":
        names = " ".join(name for name in sorted(lists) if gender_of(lists[name]) == gender)
        lines += [f"{gender} {line}" for line in textwrap.wrap(names, 117, break_on_hyphens=False)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lists)} names written to {TARGET}")


if __name__ == "__main__":
    main()
