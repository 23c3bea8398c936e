from __future__ import annotations

import importlib

import pytest

from kg.corpus.article import Article
from kg.pipeline.extraction import Extractor
from scripts.ablations import MECHANISMS, Mechanism, without


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.name)
def test_what_is_switched_off_is_there(mechanism: Mechanism) -> None:
    for target, _ in mechanism.stands:
        module, name = target.rsplit(".", 1)
        assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda mechanism: mechanism.name)
def test_extraction_goes_on_without(mechanism: Mechanism, extractor: Extractor) -> None:
    text = (
        "Tarja Halonen, the president of Finland, may visit Estonia on Monday with her foreign minister. There she and "
        "Arnold Ruutel will hold two days of talks. The leaders met in Riga last year and signed a treaty. The talks "
        "in Riga were called off in the end."
    )
    article = Article("a", text, title="HALONEN TO VISIT ESTONIA", published="2004-03-12")
    with without(mechanism):
        [facts] = extractor.extract([article])
    assert facts.article == "a"


def test_no_name_stands_twice() -> None:
    assert len({mechanism.name for mechanism in MECHANISMS}) == len(MECHANISMS)
