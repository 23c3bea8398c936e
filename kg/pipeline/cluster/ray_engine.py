"""Ray Data as the engine: bundles are read by tasks, shards extracted by actors; what dies on the way is done again."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError, KgError, in_one_line
from kg.pipeline.cluster.bundle import Bundle
from kg.pipeline.cluster.job import Extraction, Job
from kg.pipeline.workers.size import cores, memory
from kg.pipeline.workers.wire import error_of

_MISSING = "--runner ray needs Ray: `pip install 'kg-news[ray]'`"
#: Of a core, as Ray counts them: actors must leave some to the tasks that read, however many machines are lost. What
#: really uses a core is the process that an actor has for its extractor.
_ACTOR_CPUS = 0.25
_READER_CPUS = (
    0.2  # another number than that of actors: Ray Data would put both steps into one, and a large file on one core
)
_STARTS = 3  # its parts give each other 15 s to start, which on a busy machine isn't enough the first time
_ANSWER = 20.0  # seconds
_OBJECTS = 2 << 30  # bytes for shards on their way, where Ray is started here


@dataclass(frozen=True, slots=True)
class Extracted:
    """The rows that `Extraction.rows` gave, in any order, and how many processes extracted side by side."""

    rows: list[dict[str, Any]]
    workers: int


def extract(
    job: Job,
    bundles: Iterable[Bundle],
    *,
    address: str | None = None,
    workers: int | None = None,
    done: Callable[[dict[str, Any]], None],
) -> Extracted:
    """Extract bundles on a cluster.

    Parameters
    ----------
    job
        What is to be done.
    bundles
        What is to be read.
    address
        Of a running cluster, such as "10.0.0.5:6379"; None: Ray is started on this machine, and ended again. Where
        this process is connected to a cluster already, that is used and stays.
    workers
        How many processes; None: as many as the cluster has cores.
    done
        Is told each row.

    Raises
    ------
    InputError
        Ray is missing, there is no cluster at the address, or the facts can't be written.
    ModelError, SchemaError
        The extractor can't be loaded on a machine of the cluster.
    """
    rows = []
    with _connected(address, workers), _quiet_data():
        size = workers or max(1, int(_cluster_cores()))
        for row in _rows(job, bundles, size):
            if row["fault"]:
                raise error_of(row["fault"], row["entry"])
            rows.append(row)
            done(row)
    return Extracted(rows, size)


def check_ray() -> None:
    """Load Ray.

    Raises
    ------
    InputError
        It is missing.
    """
    # Nothing is to go over the network by itself; Ray reads these when it is imported or started.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # else it warns of its next version
    try:
        import ray.data  # noqa: F401
    except ImportError:
        raise InputError(_MISSING) from None


class _Actor:
    """In a process of Ray's, for as long as it lives: an extractor in a process of its own."""

    def __init__(self, job: Job) -> None:
        self._extraction = Extraction(job)

    def __call__(self, batch: Any) -> dict[str, list[Any]]:
        rows = []
        for row in batch.to_pylist():
            try:
                rows += [{**extracted, "fault": ""} for extracted in self._extraction.rows([row])]
            except KgError as error:  # told by its name and words: an exception would come with Ray's own around it
                place = {"bundle": row["bundle"], "number": row["number"]}
                rows.append({**place, "entry": str(error), "restarts": 0, "fault": type(error).__name__})
        return {name: [row[name] for row in rows] for name in rows[0]}


def _rows(job: Job, bundles: Iterable[Bundle], size: int) -> Iterator[dict[str, Any]]:
    import ray
    from ray.data import ActorPoolStrategy

    waiting = [{"bundle": bundle.as_json()} for bundle in bundles]
    if not waiting:
        return
    found = ray.data.from_items(waiting, override_num_blocks=len(waiting))
    shards = found.flat_map(lambda row: job.read(row["bundle"]), num_cpus=_READER_CPUS)
    extracted = shards.map_batches(
        _Actor,
        fn_constructor_args=[job],
        batch_size=1,
        batch_format="pyarrow",
        num_cpus=_ACTOR_CPUS,
        compute=ActorPoolStrategy(size=size, max_tasks_in_flight_per_actor=2),
    )
    batches: Iterator[Any] = iter(extracted.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0))
    for batch in batches:
        yield from batch.to_pylist()


@contextmanager
def _connected(address: str | None, workers: int | None) -> Iterator[None]:
    check_ray()
    import ray

    if ray.is_initialized():
        yield
        return
    here = {
        "address": "local",
        "num_cpus": max(workers or 0, cores()),
        "object_store_memory": min(_OBJECTS, max(memory() // 4, 128 << 20)),
        "include_dashboard": False,
        "_node_ip_address": "127.0.0.1",
    }
    try:
        if address:
            _check_answers(address)
            _begin(address, address=address)
        else:
            _begin("Ray on this machine", **here, tries=_STARTS)
        yield
    finally:
        ray.shutdown()


def _check_answers(address: str) -> None:
    """Refuse at once what Ray would try to reach for minutes."""
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if host and port.isdigit():
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=_ANSWER).close()
        except OSError as error:
            raise InputError(f"{address}: no cluster answers there ({error.strerror or error})") from error


def _begin(what: str, *, tries: int = 1, **how: Any) -> None:
    import ray

    for left in reversed(range(tries)):
        try:
            ray.init(**how, logging_level=logging.CRITICAL, log_to_driver=False)
        except Exception as error:
            ray.shutdown()
            if not left:
                said = in_one_line(error, 300)
                raise InputError(f"{what}: it can't be reached, or doesn't start: {said}") from error
        else:
            return


@contextmanager
def _quiet_data() -> Iterator[None]:
    """Set what Ray Data does by itself: no bars, and a block a shard, so that each is a task of its own."""
    from ray.data import DataContext

    context = DataContext.get_current()
    wanted = {"enable_progress_bars": False, "print_on_execution_start": False, "target_max_block_size": 1}
    before = {name: getattr(context, name) for name in wanted}
    loggers = [logging.getLogger(name) for name in ("ray.data", "ray")]
    levels = [logger.level for logger in loggers]
    for name, value in wanted.items():
        setattr(context, name, value)
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _cluster_cores() -> float:
    import ray

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return resources.get("CPU", 1.0)
