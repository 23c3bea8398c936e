"""On a cluster of two nodes: the record and the graph are those of one process, whatever dies on the way."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from kg.errors import InputError, ModelError
from kg.pipeline.build import build
from kg.pipeline.cluster import job as job_module
from kg.pipeline.report import RunReport
from kg.pipeline.work import Work
from tests.pipeline.cluster.here import FAULTY
from tests.pipeline.cluster.nodes import begun, cluster_of
from tests.pipeline.kept import kept, write_news

_BUILD = (
    "import sys; from kg.pipeline.cluster import job; job.ITEMS = 5; from kg.pipeline.build import build; "
    "build([sys.argv[1]], sys.argv[2], runner='ray', address=sys.argv[3], facts=sys.argv[4], extractor={!r})"
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with cluster_of() as made:
        yield made


@pytest.fixture
def nodes(cluster: Any) -> Iterator[Any]:
    """The cluster with a second node; gives that node."""
    node = begun(cluster)
    yield node
    if node in cluster.list_all_nodes():
        cluster.remove_node(node)


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_module, "ITEMS", 5)


def _on_ray(cluster: Any, path: Path, folder: Path, **how: Any) -> RunReport:
    how = {"extractor": FAULTY, **how}
    return build([path], folder / "w", runner="ray", address=cluster.address, facts=folder / "facts", **how)


def _alone(path: Path, folder: Path) -> tuple[object, bytes]:
    build([path], folder / "alone", workers=1, extractor=FAULTY)
    return kept(folder / "alone")


@pytest.mark.usefixtures("nodes")
def test_a_poisoned_article_costs_itself(cluster: Any, tmp_path: Path) -> None:
    texts = [f"{'FR met DE. ' * (1 + number % 3)}They often meet." for number in range(40)]
    texts[7], texts[22] = "kill yourself", "refuse this"
    path = write_news(tmp_path / "a.jsonl", texts)
    told: list[Work] = []
    report = _on_ray(cluster, path, tmp_path, at_work=lambda so_far: told.append(so_far()))
    assert kept(tmp_path / "w") == _alone(path, tmp_path)
    assert [(work.committed["shards"], work.articles["new"]) for work in told[:8]] == [(n + 1, 0) for n in range(8)]
    assert dict(told[7].committed) == {"shards": 8, "rows": 38, "failed": 2}
    assert (len(told), told[-1].articles["new"]) == (16, 38)
    assert [failure.origin.rpartition(":")[2] for failure in report.failed] == ["8", "23"]
    assert (report.read, report.new, report.workers, report.restarts) == (40, 38, 2, 2)


@pytest.mark.usefixtures("nodes")
def test_a_process_of_the_cluster_is_killed(cluster: Any, tmp_path: Path) -> None:
    texts = ["FR met DE."] * 40
    texts[13] = texts[27] = f"end who sent you once {tmp_path / 'mark'}"
    path = write_news(tmp_path / "a.jsonl", texts)
    report = _on_ray(cluster, path, tmp_path)
    assert (tmp_path / "mark").exists()
    assert (report.new, report.failed) == (40, ())
    assert kept(tmp_path / "w") == _alone(path, tmp_path)


def test_a_node_is_lost(cluster: Any, nodes: Any, tmp_path: Path) -> None:
    path = write_news(tmp_path / "a.jsonl", ["FR met DE. take your time"] * 120)

    def lose(done: int, _failed: int) -> None:
        if done >= 20 and nodes in cluster.list_all_nodes():
            cluster.remove_node(nodes, allow_graceful=False)

    report = _on_ray(cluster, path, tmp_path, progress=lose)
    assert nodes not in cluster.list_all_nodes()
    assert (report.new, report.failed) == (120, ())
    assert kept(tmp_path / "w") == _alone(path, tmp_path)


@pytest.mark.usefixtures("nodes")
def test_a_killed_run_goes_on(cluster: Any, tmp_path: Path) -> None:
    path = write_news(tmp_path / "a.jsonl", ["FR met DE. take your time"] * 200)
    shards = tmp_path / "facts" / "shards"
    arguments = [str(path), str(tmp_path / "w"), cluster.address, str(tmp_path / "facts")]
    with subprocess.Popen([sys.executable, "-c", _BUILD.format(FAULTY), *arguments]) as process:
        while process.poll() is None and len(list(shards.glob("*.json"))) < 3:
            time.sleep(0.02)
        process.kill()
    before = {file: file.stat().st_mtime_ns for file in shards.glob("*.json")}
    assert 3 <= len(before) < 40
    report = _on_ray(cluster, path, tmp_path)
    assert (report.new, report.failed) == (200, ())
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert kept(tmp_path / "w") == _alone(path, tmp_path)


@pytest.mark.usefixtures("nodes")
def test_what_no_article_is_at_fault_for_ends_the_run(cluster: Any, tmp_path: Path) -> None:
    path = write_news(tmp_path / "a.jsonl", ["FR met DE."] * 9)
    with pytest.raises(ModelError, match="another kg, model or schema"):
        _on_ray(cluster, path, tmp_path, extractor="tests.pipeline.workers.faulty:changing")


@pytest.mark.usefixtures("nodes")
def test_real_articles(cluster: Any, tmp_path: Path) -> None:
    """The extractor that ships, on both."""
    text = "German Chancellor Olaf Scholz met French President Emmanuel Macron in Berlin on Monday, {} said."
    path = write_news(
        tmp_path / "a.jsonl", [text.format(paper) for paper in ("Bild", "Le Monde", "The Times", "El Pais")]
    )
    report = build([path], tmp_path / "w", runner="ray", address=cluster.address, facts=tmp_path / "facts", workers=1)
    alone = build([path], tmp_path / "alone", workers=1)
    assert report.events == alone.events
    assert sum(report.events["Meeting"].values()) == 4
    assert kept(tmp_path / "w") == kept(tmp_path / "alone")


def test_no_cluster_is_one_line(tmp_path: Path) -> None:
    path = write_news(tmp_path / "a.jsonl", ["FR met DE."])
    with pytest.raises(InputError, match=r"^127\.0\.0\.1:1: no cluster answers there \(.+\)$"):
        build([path], tmp_path / "w", runner="ray", address="127.0.0.1:1", facts=tmp_path / "f", extractor=FAULTY)


def _names(processes: Iterable[psutil.Process]) -> Iterator[str]:
    for process in processes:
        with suppress(psutil.NoSuchProcess):  # it has ended since it was seen
            yield process.name()


def _meet(parent: int, children: set[psutil.Process]) -> None:
    """Add all processes below one that there are at this moment."""
    with suppress(psutil.NoSuchProcess):
        children.update(psutil.Process(parent).children(recursive=True))
    time.sleep(0.05)


def test_ctrl_c_ends_all(tmp_path: Path) -> None:
    """With Ray on this machine: the command says how to go on, and leaves no process."""
    path = write_news(tmp_path / "a.jsonl", ["FR met DE. They often meet."] * 3)
    command = [sys.executable, "-m", "kg", "build", str(path), "--into", str(tmp_path / "w"), "--runner", "ray"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        children: set[psutil.Process] = set()
        while process.poll() is None and not any("raylet" in name for name in _names(children)):
            _meet(process.pid, children)
        later = time.monotonic() + 2
        while time.monotonic() < later:
            _meet(process.pid, children)
        process.send_signal(signal.SIGINT)
        while process.poll() is None:  # what is started while it ends has to end as well
            _meet(process.pid, children)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, "kg: interrupted; the same `kg build` goes on where it stopped\n")
    # Agents that Ray was just starting notice that their raylet has gone once they are up: on a busy machine, late.
    _, alive = psutil.wait_procs(children, timeout=90)
    assert not alive, [child.cmdline() for child in alive]
