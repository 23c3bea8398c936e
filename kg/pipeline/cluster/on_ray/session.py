"""A connection to a Ray cluster, or a Ray started on this machine; and what is set while kg uses it."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kg.errors import InputError, in_one_line
from kg.pipeline.cluster.on_ray.machines import Machines
from kg.pipeline.workers.size import cores, memory

_MISSING = "--runner ray needs Ray: `pip install 'kg-news[ray]'`"
_STARTS = 3  # its parts give each other 15 s to start, which on a busy machine isn't enough the first time
_DEATHS = 5  # of processes one after the other, before any of them has started
_ANSWER = 20.0  # seconds
_OBJECTS = 2 << 30  # bytes for shards on their way, where Ray is started here


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


@contextmanager
def connected(address: str | None, workers: int | None) -> Iterator[None]:
    """Be connected to a cluster; see `kg.pipeline.cluster.on_ray.engine.extract`.

    Raises
    ------
    InputError
        Ray is missing, there is no cluster at the address, or none can be started here.
    """
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
                raise InputError(f"{what}: it can't be reached, or doesn't start: {in_one_line(error, 300)}") from error
        else:
            return


@contextmanager
def data_settings() -> Iterator[None]:
    """Set what Ray Data does by itself.

    There are no bars, and a shard is a block, so that each is a task of its own. Processes that die while they start,
    as where a machine is lost, are replaced. How long a shard takes is bounded by the time limit of its articles: half
    an hour without a row, after which Ray Data would give up, tells nothing. What goes wrong is told by kg.
    """
    from ray.data import DataContext

    context = DataContext.get_current()
    wanted = {
        "enable_progress_bars": False,
        "print_on_execution_start": False,
        "target_max_block_size": 1,
        "max_consecutive_actor_init_deaths": _DEATHS,
        "execution_no_progress_timeout_s": -1,
        "custom_execution_callback_classes": [Machines],
    }
    before = {name: getattr(context, name) for name in wanted}
    loggers = [logging.getLogger(name) for name in ("ray.data", "ray")]
    levels = [logger.level for logger in loggers]
    for name, value in wanted.items():
        setattr(context, name, value)
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def cluster_cores() -> float:
    """Give how many cores all nodes have that are alive."""
    import ray

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return resources.get("CPU", 0.0)
