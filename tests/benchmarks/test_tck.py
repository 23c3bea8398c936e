"""The embedded database passes of the openCypher test kit what it passed when this was written, and no less."""

from __future__ import annotations

import os
import shutil
from collections import Counter

import pytest

from benchmarks.tck import bring, outcomes

#: Scenarios that fail, once for each of their examples. Those of WithOrderBy store times of the year 1 to the
#: nanosecond, which the database can't; Graph5 gives a relationship a type that is a label.
KNOWN = {
    "Graph5 [2]": 1,
    "WithOrderBy1 [39]": 3,
    "WithOrderBy1 [40]": 2,
    "WithOrderBy1 [41]": 3,
    "WithOrderBy1 [42]": 2,
    "WithOrderBy2 [17]": 3,
    "WithOrderBy2 [18]": 2,
    "WithOrderBy2 [19]": 3,
    "WithOrderBy2 [20]": 2,
}


def test_the_kit_fails_where_it_is_known_to() -> None:
    if shutil.which("mvn") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no `mvn` on the path; CI must have it", pytrace=False)
        pytest.skip("needs Maven, which brings the openCypher test kit")
    found = list(outcomes(bring()))
    assert Counter(one.name.split("]")[0] + "]" for one in found if one.fault) == KNOWN
    assert sum(not one.left_out for one in found) == 3562
