"""The spaCy pipeline: that it loads, and reads a sentence as kg needs it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.cli.checks.finding import Finding, advice, ok

_SENTENCE = "Angela Merkel met Emmanuel Macron in Paris on Friday."
_PUBLISHED = "2019-03-20"


def language_model(name: str) -> Iterator[Finding]:
    """Check a spaCy pipeline by loading it and reading a sentence; raises ModelError where it doesn't load."""
    import kg

    fact = kg.extract(_SENTENCE, published=_PUBLISHED, model=name)
    found = [event["type"] for event in fact["events"]]
    if found == ["meet"]:
        yield ok("language model", f"{name} loads, and finds the meeting in a sentence")
    else:
        yield advice(
            "language model",
            f"{name} loads, but finds {', '.join(found) or 'no event'} in: {_SENTENCE}",
            "kg was made for its default pipeline; compare the two with `kg evaluate`",
        )
