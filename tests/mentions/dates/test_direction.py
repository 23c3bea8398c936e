from __future__ import annotations

import pytest

from kg.mentions.dates.find import find_dates_in_text

CASES = [  # published on Wednesday, 15 June 2016
    ("The summit, scheduled for Thursday, may slip.", "2016-06-16"),
    ("She said she would travel to Athens on Sunday.", "2016-06-19"),
    ("The minister said on Sunday that he would resign.", "2016-06-12"),
    ("They agreed on Monday to meet again.", "2016-06-13"),
    ("Zeman to host Xi on Saturday", "2016-06-18"),
    ("He is to meet Hollande on Thursday.", "2016-06-16"),
    ("On Sunday, the two will hold talks.", "2016-06-19"),
    ("On Sunday, the two held talks.", "2016-06-12"),
    ("The vote is to be held on Friday.", "2016-06-17"),
    ("The vote was held on Friday.", "2016-06-10"),
    ("The meeting has been postponed until Saturday.", "2016-06-18"),
    ("He was due in Lima on Tuesday but cancelled.", "2016-06-14"),
    ("A spokesman said the visit would begin on Monday.", "2016-06-20"),
    ("He has been in Slovakia since Tuesday.", "2016-06-14"),
    ("Ahead of talks on Sunday, the mood is calm.", "2016-06-19"),
    ("She told him by telephone on Sunday that she was ready to help.", "2016-06-12"),
    ("Hollande holds the post that he won on Monday.", "2016-06-13"),
    ("Hollande arrives in Kiev Monday.", "2016-06-20"),
    ("Cameron announced a summit on Monday.", "2016-06-20"),
    ("Cameron announced the deal on Monday.", "2016-06-13"),
    ("Cameron announced on Monday that he would resign.", "2016-06-13"),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_direction_of_a_bare_weekday(text: str, value: str) -> None:
    [found] = find_dates_in_text(text, published="2016-06-15")
    assert found.value == value
