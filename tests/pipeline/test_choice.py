"""Options of runners that don't go together are refused, each with one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.pipeline.build import build


@pytest.mark.parametrize(
    ("inputs", "how", "said"),
    [
        (["a.txt"], {"runner": "spark"}, "there is no runner 'spark'"),
        (["a.txt"], {"address": "auto"}, "Add --runner ray"),
        (["a.txt"], {"facts": "f"}, "Leave the inputs out"),
        ([], {"runner": "ray", "facts": "f"}, "has nothing to read"),
        (["a.txt"], {"runner": "ray", "workers": 0}, "Leave one of them out"),
        (["a.txt"], {"runner": "ray", "workers": -1}, "-1 workers can't be"),
        (["a.txt"], {"runner": "ray", "allow_private": True}, "fetches no addresses"),
        (["a.txt"], {"runner": "ray", "address": "auto"}, "--address needs --facts"),
        (["-"], {"runner": "ray"}, "standard input: it can't be read by several machines"),
        (["https://news.example/"], {"runner": "ray"}, "it can't be read by several machines"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, inputs: list[str], how: dict[str, object], said: str) -> None:
    with pytest.raises(InputError) as fault:
        build(inputs, tmp_path / "w", **how)  # type: ignore[arg-type]
    assert said in str(fault.value)
    assert "\n" not in str(fault.value)
    assert not (tmp_path / "w").exists()
