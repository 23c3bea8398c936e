"""The passages of passages.yaml: whom each marked word stands for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("passages.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_passage(passage: Callable[..., Any], case: dict[str, Any]) -> None:
    answers = passage(case["text"], case.get("people")).answers()
    for answer, means in zip(answers, case["means"], strict=True):
        assert sorted(answer) == sorted(means) or (case.get("open") and not answer)
