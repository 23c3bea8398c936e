"""The examples of the shipped event types, positive and negative, give what they say."""

from __future__ import annotations

from kg.pipeline.extraction import Extractor
from kg.pipeline.schema_examples import failing_examples


def test_every_example_gives_what_it_says(extractor: Extractor) -> None:
    assert failing_examples(extractor) == []


def test_every_type_has_an_example_that_is_none(extractor: Extractor) -> None:
    for event_type in extractor.schema.events.values():
        assert any(not example.finds for example in event_type.examples), event_type.name
        assert any(example.finds for example in event_type.examples), event_type.name
