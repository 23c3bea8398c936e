"""A hook of the build: a wheel without the scripts of the pages would be half a wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface[Any]):
    """Looks for what `make web` bundles. An editable install does without: what needs it says so."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Refuse to build a wheel or a source distribution of a clone in which nothing was bundled."""
        bundle = Path(self.root) / "kg" / "_web"
        if version != "editable" and not (bundle / "LICENSES.txt").is_file():
            raise SystemExit(f"{bundle} is missing: run `make web` (it needs Node), then build again")
