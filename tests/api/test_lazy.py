"""What is not needed is not loaded: `import kg` and `kg --help` start at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg

HEAVY = ("spacy", "networkx", "neo4j", "arcadedb", "numpy", "pydantic", "starlette", "uvicorn", "jinja2")


def _loaded(code: str) -> list[str]:
    program = f"import sys\n{code}\nprint([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    found: list[str] = eval(done.stdout.splitlines()[-1])
    return found


def test_import_loads_nothing_heavy() -> None:
    assert _loaded("import kg; dir(kg); kg.Article; kg.KgError") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["build", "--help"],
        ["connections", "--help"],
        ["load", "--help"],
        ["serve", "--help"],
        ["--version"],
    ],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"from kg.cli.group import call\ntry:\n    call({arguments!r})\nexcept Exception: pass"
    assert _loaded(code) == []


def test_opening_needs_no_model() -> None:
    assert not {"spacy", "networkx"} & set(_loaded("import kg; kg.open; kg.Graph"))


def test_every_name_is_there() -> None:
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert set(kg.__all__) <= set(dir(kg))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'biuld'"):
        _ = kg.biuld
