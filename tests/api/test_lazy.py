"""What is not needed is not loaded: `import kg` and `kg --help` start at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg
from kg.cli.catalogue import COMMANDS

HEAVY = (
    *("spacy", "networkx", "neo4j", "arcadedb", "numpy", "pydantic", "starlette", "uvicorn", "jinja2"),
    *("rich", "yaml", "rapidfuzz", "sqlite3", "asyncio", "tomllib"),
    *("trafilatura", "htmldate", "lxml", "pypdf", "feedparser", "httpx", "py3langid"),
)
_CALL = "from kg.cli.group import call\ntry:\n    call({})\nexcept Exception: pass"


def _loaded(code: str) -> list[str]:
    program = f"import sys\n{code}\nprint([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    found: list[str] = eval(done.stdout.splitlines()[-1])
    return found


def test_import_loads_nothing_heavy() -> None:
    assert _loaded("import kg; dir(kg); kg.Article; kg.KgError") == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert _loaded(_CALL.format(arguments)) == []


def test_the_list_of_commands_loads_no_command() -> None:
    """What the start takes is what it loads: the parts of the command line that all commands share, and click."""
    shared = "import kg.cli.group, kg.cli.faults; before = set(sys.modules)\n"
    after = "\nprint(sorted(set(sys.modules) - before))"
    program = f"import sys\n{shared}{_CALL.format(['--help'])}{after}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert [name for name in eval(done.stdout.splitlines()[-1]) if name.startswith("kg")] == []
    program = f"import sys\n{shared}print(sorted(before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = [name for name in eval(done.stdout) if name.startswith("kg.")]
    assert [name for name in loaded if not name.startswith("kg.cli")] == ["kg.errors"]
    assert not {f"kg.cli.{command}" for command in COMMANDS} & set(loaded)


def test_opening_needs_no_model() -> None:
    assert not {"spacy", "networkx"} & set(_loaded("import kg; kg.open; kg.Graph"))


def test_every_name_is_there() -> None:
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert set(kg.__all__) <= set(dir(kg))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = kg.biuld
