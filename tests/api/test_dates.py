from __future__ import annotations

import subprocess
import sys

import pytest

import kg


def test_dates_are_resolved() -> None:
    [early, friday] = kg.dates("Early in 2003 they agreed to meet next Friday.", published="2003-01-20")
    assert (early.value, friday.value) == ("2003", "2003-01-31")
    assert kg.dates("") == []


def test_a_publication_date_that_is_none() -> None:
    with pytest.raises(kg.InputError, match="soon"):
        kg.dates("They left today.", published="soon")


def test_no_model_is_loaded() -> None:
    program = "import sys, kg; kg.dates('They left on 3 May 1999.'); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
