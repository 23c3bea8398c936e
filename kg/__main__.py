"""`python -m kg`: the command line, for an interpreter whose scripts aren't on the path."""

from __future__ import annotations

from kg.cli import main

main()
