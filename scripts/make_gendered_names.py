"""Make kg/mentions/coreference/gendered_names.txt from the person providers of Faker (MIT licence).

Usage: `pip install Faker && python scripts/make_gendered_names.py`. Run by hand when the table is to be renewed;
Faker is not needed to use kg.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.mentions.people.spelling import fold

TARGET = Path(__file__).parents[1] / "kg" / "mentions" / "coreference" / "gendered_names.txt"
HEADER = """\
# Given names that only women (f) or only men (m) bear, folded to plain small letters. Made by
# scripts/make_gendered_names.py from the person providers of Faker {version} (MIT licence, Copyright (c) Daniele
# Faraglia and individual contributors).
"""
LATIN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# A name of both is kept where one gender bears it in so many times more countries than the other.
CLEAR = 4


def gendered() -> Iterator[tuple[str, str]]:
    """Each given name of each of Faker's countries, with the gender of its list."""
    import faker.providers.person as person

    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        seen: set[tuple[str, str]] = set()
        for attribute in dir(provider):
            match = re.match(r"first_(?:romanized_)?names?_(female|male)", attribute)
            values = getattr(provider, attribute)
            if match is None or callable(values) or isinstance(values, property):
                continue
            for value in values:
                name = value[-1] if isinstance(value, tuple) else value
                if isinstance(name, str) and LATIN.fullmatch(name) and "LATIN" in unicodedata.name(name[0]):
                    seen.add((fold(name), match[1][0]))
        yield from seen


def main() -> None:
    """Write the table."""
    import faker

    borne = Counter(gendered())
    lines = []
    for name in sorted({name for name, _gender in borne}):
        female, male = borne[name, "f"], borne[name, "m"]
        if len(name) > 1 and max(female, male) >= CLEAR * min(female, male):
            lines.append(f"{name} {'f' if female > male else 'm'}")
    TARGET.write_text(HEADER.format(version=faker.VERSION) + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} names written to {TARGET}")


if __name__ == "__main__":
    main()
