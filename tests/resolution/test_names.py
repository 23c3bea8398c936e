from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.identity import normalised
from kg.resolution.names import Likeness, likeness

SPELLING, FORM, OPENING, OTHER = Likeness.SPELLING, Likeness.FORM, Likeness.OPENING, Likeness.OTHER


def compared(one: str, other: str) -> Likeness:
    return likeness(normalised(one), normalised(other))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Viktor Yushchenko", "Victor Yuschenko", FORM),
        ("Askar Akayev", "Askar Akaev", SPELLING),
        ("Muammar Gaddafi", "Moammar Kadhafi", SPELLING),
        ("Gerhard Schröder", "Gerhard Schroeder", SPELLING),
        ("Ali Abdullah Saleh", "Ali Abdulla Salih", SPELLING),
        ("Abdel Fattah el-Sissi", "Abdul Fattah Al Sisi", SPELLING),
        ("Roh Moo-hyun", "Roh Moohyun", SPELLING),
        ("James Baker", "Jim Baker", FORM),
        ("Cyrus Vance", "Cyrus R. Vance", FORM),
        ("K. Annan", "Kofi Annan", FORM),
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan", FORM),
        ("Ali Khamenei", "Ali Hosseini Khamenei", FORM),
        ("Junichiro Koizumi", "Koizumi Junichiro", FORM),
        ("Mohammed bin Salman", "Mohammad bin Salman Al Saud", FORM),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr.", FORM),
        ("Hugo Chávez", "Hugo Chávez Frías", OPENING),
        ("Juan Carlos", "Juan Carlos Varela", OPENING),
        ("George H. W. Bush", "George W. Bush", OTHER),
        ("George Bush Sr.", "George Bush", OTHER),
        ("Kim Jong Il", "Kim Jong Un", OTHER),
        ("Li Peng", "Li Ping", OTHER),
        ("Saddam Hussein", "Uday Hussein", OTHER),
        ("Alexander Petrov", "Alexandra Petrova", OTHER),
        ("Mohammed bin Rashid", "Hamdan bin Mohammed bin Rashid", OTHER),
        ("Hafez al-Assad", "Bashar al-Assad", OTHER),
        ("Michel Aoun", "Michelle Aoun", OTHER),
    ],
)
def test_names_are_compared_with_care(one: str, other: str, expected: Likeness) -> None:
    assert compared(one, other) is expected
    assert compared(other, one) is expected


_WORDS = ["ali", "al", "bin", "j", "abdul", "hussein", "hw", "petrov", "petrova", "jr", "xi", "jinping", "ii"]
_NAMES = st.lists(st.sampled_from(_WORDS), min_size=2)


@given(_NAMES, _NAMES)
def test_the_order_of_two_names_makes_no_difference(one: list[str], other: list[str]) -> None:
    assert likeness(" ".join(one), " ".join(other)) is likeness(" ".join(other), " ".join(one))
