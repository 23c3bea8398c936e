"""Values as the driver gives them, as those of Python."""

from __future__ import annotations

from typing import Any

from neo4j.time import Date, DateTime, Time


def native(value: Any) -> Any:
    """Give dates and times of Neo4j as those of Python, also within lists and maps.

    Examples
    --------
    >>> native({"start": Date(1998, 5, 3), "names": ["CH"]})
    {'start': datetime.date(1998, 5, 3), 'names': ['CH']}
    """
    if isinstance(value, dict):
        return {name: native(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [native(inner) for inner in value]
    return value.to_native() if isinstance(value, Date | DateTime | Time) else value
