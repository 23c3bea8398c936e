"""News articles in, a knowledge graph out.

>>> import kg
>>> kg.__version__ >= "0.1.0"
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api.building import build
    from kg.api.checking import check
    from kg.api.coreference import coreference
    from kg.api.dates import dates
    from kg.api.extraction import extract
    from kg.api.graph import Graph
    from kg.api.judging import judge, judgements, undo, why
    from kg.api.loading import load
    from kg.api.opening import open  # noqa: A004 - `kg.open` reads like `gzip.open`
    from kg.api.rebuilding import rebuild
    from kg.api.retraction import retract
    from kg.api.statistics import stats
    from kg.corpus.article import Article
    from kg.errors import InputError, KgError, ModelError, QueryError, SchemaError, StoreError, WorkspaceError

__version__ = "0.1.0"

# Where each name lies. They are imported when first used (PEP 562): `import kg` loads neither spaCy nor networkx.
_HOMES = {
    "Article": "kg.corpus.article",
    "Graph": "kg.api.graph",
    "build": "kg.api.building",
    "check": "kg.api.checking",
    "coreference": "kg.api.coreference",
    "dates": "kg.api.dates",
    "extract": "kg.api.extraction",
    "load": "kg.api.loading",
    "open": "kg.api.opening",
    "rebuild": "kg.api.rebuilding",
    "retract": "kg.api.retraction",
    "stats": "kg.api.statistics",
    **dict.fromkeys(("judge", "judgements", "undo", "why"), "kg.api.judging"),
    **dict.fromkeys(
        ("InputError", "KgError", "ModelError", "QueryError", "SchemaError", "StoreError", "WorkspaceError"),
        "kg.errors",
    ),
}

__all__ = [
    "Article",
    "Graph",
    "InputError",
    "KgError",
    "ModelError",
    "QueryError",
    "SchemaError",
    "StoreError",
    "WorkspaceError",
    "__version__",
    "build",
    "check",
    "coreference",
    "dates",
    "extract",
    "judge",
    "judgements",
    "load",
    "open",
    "rebuild",
    "retract",
    "stats",
    "undo",
    "why",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
