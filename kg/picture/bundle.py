"""The scripts and styles that `make web` bundles into kg/_web; they ship in the wheel."""

from __future__ import annotations

from importlib.resources import files

from kg.errors import StoreError


def bundled(name: str) -> bytes:
    """Read a bundled file.

    Raises
    ------
    StoreError
        This is a clone in which nothing was bundled yet.
    """
    try:
        return (files("kg") / "_web" / name).read_bytes()
    except OSError:
        raise StoreError(
            f"kg/_web/{name} is missing: nobody has bundled the scripts of the pages. `make web` does it (needs Node)"
        ) from None
