"""What most commands import. A process that has done it is forked for each of them: see `ready`."""

from __future__ import annotations

from importlib import import_module

from kg.cli.catalogue import COMMANDS

for name in ("networkx", "spacy", "kg.api.opening", "kg.cli.faults", "kg.pipeline.build"):
    import_module(name)
for name in COMMANDS:
    import_module(f"kg.cli.{name}")
