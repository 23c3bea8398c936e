"""Leaders that the world knows, for articles that leave out whose they are: "talks with Mubarak", "President Obama"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from kg.mentions.people.given_names import is_east_asian
from kg.mentions.people.same_person import Key, core, same_person
from kg.mentions.people.spelling import fold, spelt_alike

_OFFICES_ALIKE = {
    "premier": "prime minister",
    "foreign secretary": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "defence minister": "defense minister",
    "amir": "emir",
    "sheikh": "emir",
    "secretary": "secretary of state",
}
_TITLES = frozenset(("sheikh", "prince", "sultan", "daw"))
_START = 4
_LONG = 6


def states_of_leader(name: Key, offices: frozenset[str]) -> frozenset[str]:
    """The states that a leader of this name can be of: by the full name, else by an office and the surname.

    Of somebody without any office the surname alone tells, where it is long and of one state in all the table.

    Examples
    --------
    >>> states_of_leader(("hosni", "mubarak"), frozenset()), states_of_leader(("mubarak",), frozenset())
    (frozenset({'EG'}), frozenset())
    >>> states_of_leader(("mubarak",), frozenset({"president"}))
    frozenset({'EG'})
    """
    full = {state for state, _, key in _bearers(core(name)) if len(key) > 1 < len(name) and _is_one(name, key)}
    if full:
        return frozenset(full)
    held = {_OFFICES_ALIKE.get(office, office) for office in offices}
    by_surname = [(state, office) for state, office, key in _bearers(core(name)) if _is_surname(name, key)]
    in_office = frozenset(state for state, office in by_surname if office in held)
    if in_office or len(name) == 1 or held or len(_surname(name)) < _LONG:
        return in_office
    states = frozenset(state for state, _ in by_surname)
    return states if len(states) == 1 else frozenset()


def _bearers(name: Key) -> Iterator[tuple[str, str, Key]]:
    for start in {name[0][:_START], name[-1][:_START]}:
        yield from _table().get(start, ())


def _is_one(name: Key, key: Key) -> bool:
    return same_person(name, key, by_given_name=False)


def _is_surname(name: Key, key: Key) -> bool:
    """Whether one of the two is only the surname of the other."""
    return 1 in (len(name), len(key)) and spelt_alike(_surname(name), _surname(key))


def _surname(name: Key) -> str:
    return name[0] if is_east_asian(name) else core(name)[-1]


@cache
def _table() -> Mapping[str, tuple[tuple[str, str, Key], ...]]:
    """State, office and folded name of each leader, by the first letters of the surname."""
    table: dict[str, list[tuple[str, str, Key]]] = defaultdict(list)
    for line in files("kg.mentions.people").joinpath("leaders.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            state, office, name = line.split("\t")
            key = tuple(word for word in map(fold, name.split()) if word not in _TITLES)
            table[_surname(key)[:_START]].append((state, _OFFICES_ALIKE.get(office, office), key))
    return {start: tuple(found) for start, found in table.items()}
