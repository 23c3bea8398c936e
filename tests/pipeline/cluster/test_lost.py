"""A cluster that is lost ends the run, and what is committed stays; Ray Data itself would wait for ever."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.cluster.here import FAULTY
from tests.pipeline.cluster.nodes import begun, cluster_of
from tests.pipeline.kept import write_news

_BUILD = f"""
import sys
from kg.errors import InputError
from kg.pipeline.build import build
from kg.pipeline.cluster import job
from kg.pipeline.cluster.on_ray import machines
job.ITEMS, machines.EVERY, machines.PATIENCE = 5, 1, 3
def tell(done, failed):
    print(done, flush=True)
try:
    build([sys.argv[1]], sys.argv[2], runner="ray", address=sys.argv[3], facts=sys.argv[4],
          extractor={FAULTY!r}, progress=tell)
except InputError as fault:
    print(fault)
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster whose head does no work, so that all who do can go."""
    with cluster_of(num_cpus=0) as made:
        yield made


def _told(cluster: Any, folder: Path, lose: Callable[[], object]) -> tuple[int, str]:
    """Build in a process of its own, lose something on the way, and give the process's status and last line."""
    news = write_news(folder / "a.jsonl", ["FR met DE. take your time"] * 400)
    arguments = [str(news), str(folder / "w"), cluster.address, str(folder / "facts")]
    with subprocess.Popen(
        [sys.executable, "-c", _BUILD, *arguments],
        env={**os.environ, "RAY_gcs_rpc_server_reconnect_timeout_s": "5"},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "5"
        lose()
        said = process.communicate(timeout=180)[0].splitlines()
    assert list((folder / "facts" / "shards").glob("*.json"))
    return process.returncode, said[-1] if said else ""


def test_all_machines_are_lost(cluster: Any, tmp_path: Path) -> None:
    node = begun(cluster)
    status, said = _told(cluster, tmp_path, lambda: cluster.remove_node(node, allow_graceful=False))
    assert status == 0
    assert said.startswith("the Ray cluster has had no machine with a core for ")
    assert said.endswith(" s. Shards that are committed stay: the same run again goes on")


def test_the_head_is_lost(cluster: Any, tmp_path: Path) -> None:
    """Ray ends the process."""
    begun(cluster)
    status, _ = _told(cluster, tmp_path, lambda: cluster.head_node.kill_gcs_server(check_alive=False))
    assert status != 0
