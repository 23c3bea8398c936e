"""What a server may need beside its address: credentials, and somebody to tell of it."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Access:
    """Where credentials come from; None of it is a password.

    `credentials` is a file with lines such as NEO4J_PASSWORD=…; without it the environment is looked at, and a file
    that it names. `ask` is given a place and gives user and password, or None where nobody can be asked. `warn` is told
    of what should be mended, such as a file with a password that others can read; `tell`, that the server is away amid
    work and that it is back, by any thread.
    """

    credentials: Path | None = None
    ask: Callable[[str], tuple[str, str] | None] = lambda place: None  # noqa: ARG005
    warn: Callable[[str], object] = warnings.warn
    tell: Callable[[str], object] = lambda said: None  # noqa: ARG005
