"""What is fuzzed: each target is a file of this folder with `one(data)`, which raises where something isn't right."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

#: Target -> the rooms in which the fuzzer looks for new ways through the code.
TARGETS = {
    "readers": ("kg.corpus",),
    "dates": ("kg.mentions.dates", "kg.corpus.publication_date", "kg.corpus.stamp"),
    "countries": ("kg.mentions.geography",),
    "names": ("kg.mentions", "kg.annotation", "kg.resolution"),
    "schemas": ("kg.schema",),
    "queries": ("kg.stores.cypher", "kg.query", "kg.web"),
}
CORPUS = Path(__file__).parent / "corpus"


def target(name: str) -> Callable[[bytes], None]:
    """Give the function of a target."""
    one: Callable[[bytes], None] = import_module(f"tests.fuzz.{name}").one
    return one
