"""Places by words: "here", "the capital"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PLACES = [
    ("[Ortega|Daniel Ortega] flew to [Havana|^CU]. <There> he met students.", ("Place:Havana", "CU")),
    ("[Merkel|Angela Merkel] visited [Ghana|=GH] and gave a speech <there>.", ("Country:GH", "GH")),
    ("[Merkel|Angela Merkel] met farmers in the [Ghanaian|~GH] <capital>.", (None, "GH")),
    ("[Accra|^GH] is hot. [Merkel|Angela Merkel] landed in the [Ghanaian|~GH] <capital>.", ("Place:Accra", "GH")),
    ("[Ghana|=GH] was next. [Merkel|Angela Merkel] spent a day in the <capital>.", (None, "GH")),
    ("The talks in the port <city> of [Gdansk|@PL] ended.", ("Place:Gdansk", "PL")),
    ("[Merkel|Angela Merkel] toured [Ghana|=GH]. She left the <country> on Friday.", ("Country:GH", "GH")),
    ("The <ceremony> was short.", (None, None)),
    ("A summit opens in [Bern|^CH]. [Chile|=CL]'s [Lagos|Ricardo Lagos] will be <there>.", ("Place:Bern", "CH")),
    (
        "A summit opens in [Bern|^CH]. [Lagos|Ricardo Lagos], the president of [Chile|=CL], will be <there>.",
        ("Place:Bern", "CH"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_place(passage: Callable[..., Any], text: str, expected: tuple[str | None, str | None]) -> None:
    read = passage(text)
    assert read.coreference.place(*read.asked[0]) == expected


def test_here_is_the_dateline(passage: Callable[..., Any]) -> None:
    read = passage(
        "[Nyerere|Julius Nyerere] arrived <here> today.", dateline="NAIROBI, July 3 - ", places={"Nairobi": "KE"}
    )
    assert read.coreference.place(*read.asked[0]) == ("Place:Nairobi", "KE")
