from __future__ import annotations

from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shared: needs the folder ../shared, which a user's clone has not")


@pytest.fixture(autouse=True)
def _needs_shared(shared: Path) -> None:
    """All of these tests read ../shared."""
