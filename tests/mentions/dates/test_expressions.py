"""Expressions of all classes against a Wednesday: 15 June 2016."""

from __future__ import annotations

import pytest

from kg.mentions.dates.date_mention import Basis, DateKind
from kg.mentions.dates.find import find_dates_in_text

WEDNESDAY = "2016-06-15"

CASES = [
    ("Obama reached Havana on 20 March 2016.", "20 March 2016", "2016-03-20"),
    ("The accord dates from September 17, 1978.", "September 17, 1978", "1978-09-17"),
    ("They shook hands on Sept. 13, 1993, in Washington.", "Sept. 13, 1993", "1993-09-13"),
    ("Signed 1994-10-26 in the Arava valley.", "1994-10-26", "1994-10-26"),
    ("She was received on Friday, May 27.", "Friday, May 27", "2016-05-27"),
    ("He landed on Tuesday the 7th.", "Tuesday the 7th", "2016-06-07"),
    ("He arrived on May 10 and left on the 14th.", "the 14th", "2016-05-14"),
    ("He arrived on May 29 and left on the 2nd.", "the 2nd", "2016-06-02"),
    ("Mugabe, who took office in 1980, saw her on May 2.", "May 2", "2016-05-02"),
    ("In 1998 he took office in May and saw her on June 3.", "June 3", "1998-06-03"),
    ("The king will land on the 20th of this month.", "the 20th of this month", "2016-06-20"),
    ("Modi, who visited Tehran in May, is back.", "May", "2016-05"),
    ("Modi will visit Kabul in July.", "July", "2016-07"),
    ("In November the ministers signed a pact.", "November", "2015-11"),
    ("Merkel travelled to Ankara on Monday.", "Monday", "2016-06-13"),
    ("Merkel will travel to Ankara on Monday.", "Monday", "2016-06-20"),
    ("The cabinet met on Wednesday.", "Wednesday", "2016-06-15"),
    ("He flew to Tripoli last Monday.", "last Monday", "2016-06-13"),
    ("He will fly to Tripoli next Friday.", "next Friday", "2016-06-24"),
    ("Talks resume this Saturday.", "this Saturday", "2016-06-18"),
    ("The envoy left last July.", "last July", "2015-07"),
    ("The envoy leaves next May.", "next May", "2017-05"),
    ("Trade rose last winter.", "last winter", "2015-WI"),
    ("Voters go to the polls in the autumn of 2017.", "the autumn of 2017", "2017-FA"),
    ("It shrank in the fourth quarter of last year.", "the fourth quarter of last year", "2015-Q4"),
    ("It grew in the second half of 2014.", "the second half of 2014", "2014-H2"),
    ("The wall fell in the late 1980s.", "the late 1980s", "198"),
    ("Maps of the 19th century differ.", "the 19th century", "18"),
    ("The fair is in week 12 of 2017.", "week 12 of 2017", "2017-W12"),
    ("The deal was struck two weeks ago.", "two weeks ago", "2016-W22"),
    ("The deal was struck ten years ago.", "ten years ago", "2006"),
    ("The first week of July is full.", "The first week of July", "2016-W27"),
    ("The second Tuesday of November 2016 is polling day.", "The second Tuesday of November 2016", "2016-11-08"),
    ("They spoke the day before yesterday.", "the day before yesterday", "2016-06-13"),
    ("It was announced the week before last.", "the week before last", "2016-W22"),
    ("He left two days before Christmas.", "two days before Christmas", "2015-12-23"),
    ("The pope spoke on Easter Sunday.", "Easter Sunday", "2016-03-27"),
    ("The feast of Eid al-Adha 2017 was quiet.", "Eid al-Adha 2017", "2017-09-01"),
    ("Since the Sept. 11 attacks much has changed.", "Sept. 11", "2001-09-11"),
    ("A bomb went off on Monday night.", "Monday night", "2016-06-13TNI"),
    ("They will sign at 3:30 p.m. on Friday.", "3:30 p.m. on Friday", "2016-06-17T15:30"),
    ("The call began at 18:00 GMT.", "18:00 GMT", "2016-06-15T18:00Z"),
    ("The truce held for ten days.", "ten days", "P10D"),
    ("He ruled for two and a half decades.", "two and a half decades", "P25Y"),
    ("It took several months.", "several months", "PXM"),
    ("Ministers meet every two weeks.", "every two weeks", "P2W"),
    ("The council sits on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("In the budget for fiscal year 2015 it fell.", "fiscal year 2015", "FY2015"),
]


@pytest.mark.parametrize(("text", "expression", "value"), CASES)
def test_value(text: str, expression: str, value: str) -> None:
    found = {d.text: d.value for d in find_dates_in_text(text, published=WEDNESDAY)}
    assert found.get(expression) == value


@pytest.mark.parametrize(
    "text", ["He won at the 10th attempt.", "It lies on the 38th parallel.", "He lives on the 5th floor."]
)
def test_other_ordinals_are_no_days(text: str) -> None:
    assert not find_dates_in_text(text, published=WEDNESDAY)


STRETCHES = [
    ("They will meet in early July.", "2016-07-01", "2016-07-10"),
    ("They will meet in mid-July.", "2016-07-11", "2016-07-20"),
    ("They will meet at the end of July.", "2016-07-21", "2016-07-31"),
    ("They will meet in the first half of July.", "2016-07-01", "2016-07-15"),
    ("They will meet in the latter half of July.", "2016-07-16", "2016-07-31"),
    ("They met in early 2015.", "2015-01-01", "2015-04-30"),
    ("They met in the first days of May.", "2016-05-01", "2016-05-07"),
    ("They met in the last days of May.", "2016-05-25", "2016-05-31"),
    ("They met in mid-2015.", "2015-05-01", "2015-08-31"),
    ("They met late last year.", "2015-09-01", "2015-12-31"),
    ("They met earlier this month.", "2016-06-01", "2016-06-15"),
    ("They met for two days earlier this month.", "2016-06-01", "2016-06-15"),
    ("They met earlier this week.", "2016-06-13", "2016-06-15"),
    ("They will meet later this year.", "2016-06-15", "2016-12-31"),
    ("They met over the weekend.", "2016-06-11", "2016-06-12"),
    ("They will meet at the weekend.", "2016-06-18", "2016-06-19"),
    ("They met last week.", "2016-06-06", "2016-06-12"),
    ("They will meet on 8-9 July.", "2016-07-08", "2016-07-09"),
    ("They will meet from 10 to 12 July.", "2016-07-10", "2016-07-12"),
    ("They met between 3 and 5 May.", "2016-05-03", "2016-05-05"),
    ("They will meet on July 8 and 9.", "2016-07-08", "2016-07-09"),
    ("They met on the eve of May 9.", "2016-05-08", "2016-05-08"),
    ("They met on the night of June 9.", "2016-06-09", "2016-06-09"),
    ("The fast of Ramadan 2015 was hot.", "2015-06-18", "2015-07-16"),
]


@pytest.mark.parametrize(("text", "first", "last"), STRETCHES)
def test_interval(text: str, first: str, last: str) -> None:
    [found] = [d for d in find_dates_in_text(text, published=WEDNESDAY) if d.first is not None]
    assert (str(found.first), str(found.last)) == (first, last)


EXTENTS = [
    ("The congress ran from May 30 to June 2.", ("2016-05-30", "2016-06-02")),
    ("The congress will run from December 28 to January 3.", ("2016-12-28", "2017-01-03")),
    ("The commission will sit Monday to Wednesday of next week.", ("2016-06-20", "2016-06-22")),
    ("The council will sit on Thursday and Friday.", ("2016-06-16", "2016-06-17")),
    ("It rained between April and June 2008.", ("2008-04-01", "2008-06-30")),
]


@pytest.mark.parametrize(("text", "extent"), EXTENTS)
def test_both_ends_of_a_range_carry_its_extent(text: str, extent: tuple[str, str]) -> None:
    found = find_dates_in_text(text, published=WEDNESDAY)
    assert len(found) == 2
    assert {tuple(map(str, d.extent or ())) for d in found} == {extent}


def test_a_list_of_days_apart_has_no_extent() -> None:
    assert [d.extent for d in find_dates_in_text("They met in 2012 and 2014.", published=WEDNESDAY)] == [None, None]


def test_kinds_and_basis() -> None:
    text = "On 3 June 2016, two days ago, at 10:30 a.m., they met for five hours, as every year."
    kinds = [d.kind for d in find_dates_in_text(text, published="2016-06-05")]
    assert kinds == [DateKind.DATE, DateKind.DATE, DateKind.TIME, DateKind.DURATION, DateKind.SET]
    assert [d.basis for d in find_dates_in_text("3 June 2016; last week", published=WEDNESDAY)] == [
        Basis.EXPLICIT,
        Basis.RELATIVE,
    ]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in spring 2015", "2015-21"),
        ("in Q3 2015", "2015-35"),
        ("the first half of 2015", "2015-40"),
        ("in the 1990s", "199X"),
        ("in the 20th century", "19XX"),
        ("on 3 June 2015", "2015-06-03"),
        ("last week", "2016-06-06/2016-06-12"),
        ("from 3 to 5 June 2015", "2015-06-03/2015-06-05"),
    ],
)
def test_edtf(text: str, edtf: str) -> None:
    [found] = find_dates_in_text(text, published=WEDNESDAY)
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on the capital.",
        "May is likely to resign, Theresa May said.",
        "Some 2000 soldiers and 1,945 others left; 1999 votes were cast.",
        "UN Resolution 1973 was adopted and flight 1549 landed.",
        "The Sunday Times and Saturday Night Live mocked Bloody Sunday.",
        "The Second World War and the Six-Day War are over.",
        "The Good Friday Agreement holds.",
        "The fall of Saigon; prices fall; spring water.",
        "A five-year-old boy and an 18-year-old girl sat in the sun.",
        "On the eve of the summit he sat down.",
        "It cost $2015 and weighed 12.05 kg.",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_dates_in_text(text, published=WEDNESDAY) == ()
