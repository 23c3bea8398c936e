"""`python -m kg`: the command line, for an interpreter whose scripts aren't on the path."""

from __future__ import annotations

from kg.cli import main

if __name__ == "__main__":  # else whatever looks through all modules would run it
    main()
