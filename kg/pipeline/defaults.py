"""What holds where a user says nothing. It loads nothing, so that help texts can name it."""

from __future__ import annotations

from kg.annotation.default_model import DEFAULT_MODEL

__all__ = ["DEFAULT_MODEL", "EVERY", "PATIENCE", "QUIET", "TIME_LIMIT"]

TIME_LIMIT = 120.0  # seconds an article; thousands of times what most take
QUIET = 2.0  # seconds for which a file has to stay as it is, to be taken for complete
PATIENCE = 600.0  # seconds for which a watch waits for another process that writes to its workspace
EVERY = 600.0  # seconds between two looks at an address
