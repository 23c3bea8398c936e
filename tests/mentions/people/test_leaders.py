"""Leaders that the table knows."""

from __future__ import annotations

import pytest

from kg.mentions.people.leaders import states_of_leader


@pytest.mark.parametrize(
    ("name", "offices", "states"),
    [
        ("anwar sadat", "president", "EG"),
        ("boutros mubarak", "", "EG"),
        ("sadat", "", ""),
        ("sadat", "president", "EG"),
        ("sadat", "foreign minister", ""),
        ("joe biden", "", "US"),
        ("jill biden", "", ""),
        ("helmut schmidt", "chancellor", "DE"),
        ("boris papandreou", "", "GR"),
        ("boris ivanov", "businessman", ""),
        ("peter kim", "", ""),
        ("hu jintao", "", "CN"),
        ("abdullah", "king", "JO SA"),
    ],
)
def test_states(name: str, offices: str, states: str) -> None:
    found = states_of_leader(tuple(name.split()), frozenset(filter(None, offices.split(";"))))
    assert " ".join(sorted(found)) == states
