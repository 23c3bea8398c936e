"""Ray's nodes as processes of this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # before Ray is loaded
_STORE = 256 << 20  # bytes


@contextmanager
def cluster_of(**head: Any) -> Iterator[Any]:
    """Start a cluster that has a head alone; it is ended with the block."""
    from ray.cluster_utils import Cluster

    made = Cluster()
    node = begun(made, include_dashboard=False, **head)
    yield made
    made.shutdown()  # type: ignore[no-untyped-call]
    shutil.rmtree(node.get_session_dir_path(), ignore_errors=True)


def begun(cluster: Any, **how: Any) -> Any:
    """Start a node; on a busy machine its parts don't always find each other in the 15 s that Ray gives them."""
    for left in (2, 1, 0):
        try:
            return cluster.add_node(**{"num_cpus": 1, "object_store_memory": _STORE, **how})
        except Exception:
            if not left:
                raise
    return None
