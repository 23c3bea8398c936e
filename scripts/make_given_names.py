"""Make kg/mentions/people/given_names.txt from the person providers of Faker (MIT licence).

Usage: `pip install Faker && python scripts/make_given_names.py`. Run by hand when the table is to be renewed; Faker is
not needed to use kg.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kg.mentions.people.lexicon import ADJECTIVES, CALENDAR, FUNCTION, INSTITUTIONS, PARTICLES
from kg.mentions.people.spelling import fold

TARGET = Path(__file__).parents[1] / "kg" / "mentions" / "people" / "given_names.txt"
HEADER = """\
# Given names of many peoples, folded to plain small letters. Made by scripts/make_given_names.py from the person
# providers of Faker {version} (MIT licence, Copyright (c) Daniele Faraglia and individual contributors), without words
# that mean something else in the news.
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
        first one two day night"""
    )
)
KEPT = frozenset(("christian", "roman", "bill", "german", "said", "rose"))


def first_names() -> Iterator[str]:
    """All given names of Faker that are written in Latin letters."""
    import faker.providers.person as person

    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if not attribute.startswith("first_") or callable(values) or isinstance(values, property):
                continue
            for value in values:
                name = value[-1] if isinstance(value, tuple) else value
                if isinstance(name, str) and LATIN.fullmatch(name) and "LATIN" in unicodedata.name(name[0]):
                    yield name


def main() -> None:
    """Write the table."""
    import faker

    dropped = (PLAIN | ADJECTIVES | CALENDAR | FUNCTION | INSTITUTIONS | PARTICLES) - KEPT
    names = {fold(name) for name in first_names()}
    kept = sorted(name for name in names if len(name) > 1 and name not in dropped)
    TARGET.write_text(HEADER.format(version=faker.VERSION) + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept)} names written to {TARGET}")


if __name__ == "__main__":
    main()
