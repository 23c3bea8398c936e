"""What holds for any text: answers are stable, name known entities, and stay in their segment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.mentions.coreference import Coreference, How

PEOPLE = {"Olof Palme": "SE prime minister m", "Indira Gandhi": "IN prime minister f"}
PIECES = (
    *("[Palme|Olof Palme]", "[Gandhi|Indira Gandhi]", "[Sweden|=SE]", "[Indian|~IN]", "[Delhi|^IN]"),
    *(
        "he",
        "she",
        "they",
        "his",
        "their",
        "who",
        "it",
        "himself",
        "I",
        "and",
        "met",
        "said",
        "told",
        "in",
        "of",
        "the",
    ),
    *("each other", "the two leaders", "both sides", "the prime minister", "officials", "counterpart", "host"),
    *("delegation led by", ",", ".", '"', "\n\n"),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=25))
def test_any_order_of_words(passage: Callable[..., Any], words: list[str]) -> None:
    text = "\n\n".join(part.strip() or "x" for part in " ".join(words).split("\n\n"))
    read = passage(text, PEOPLE)
    again = Coreference(read.article, read.found)
    states = {mention.country for mention in read.found.mentions} | {"SE", "IN"}
    places = [(segment.index, token.i) for segment in read.article.segments for token in segment.doc]
    backwards = {place: again.actors(*place) for place in reversed(places)}
    for segment, token in places:
        found = read.coreference.actors(segment, token)
        assert found == backwards[segment, token]
        assert bool(found.entities) is (found.how not in (How.UNRESOLVED, How.NONE))
        assert len(set(found.entities)) == len(found.entities)
        assert 0 <= found.start < found.end <= len(read.article.segments[segment].doc)
        for key in found.entities:
            assert key in read.found.entities or key.removeprefix("Country:") in states
