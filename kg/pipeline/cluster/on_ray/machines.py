"""Whether a cluster has machines: Ray Data itself waits for lost ones half an hour, or for ever."""

from __future__ import annotations

import time
from typing import Any

from kg.errors import InputError
from kg.logs import Log
from kg.pipeline.cluster.on_ray.faults import GOES_ON

EVERY = 5.0  # seconds between two looks
PATIENCE = 300.0  # seconds for machines in place of lost ones; where a cluster grows by itself they take minutes
_log = Log("pipeline")


class Machines:
    """Ends a run whose cluster has had no machine with a core for `PATIENCE` seconds.

    Its methods are those of Ray Data's callbacks; what one raises ends the execution in good order. A head that has
    gone isn't waited for either: Ray ends the process after a minute.
    """

    def __init__(self) -> None:
        self._looked = time.monotonic()
        self._empty_since: float | None = None

    def before_execution_starts(self, executor: object) -> None:
        """Do nothing."""

    def on_execution_step(self, executor: object) -> None:  # noqa: ARG002 - Ray's
        """Look, unless it was done a moment ago.

        Raises
        ------
        InputError
            The cluster is lost.
        """
        now = time.monotonic()
        if now - self._looked < EVERY:
            return
        self._looked = now
        if _has_machines():
            self._empty_since = None
        elif self._empty_since is None:
            self._empty_since = now
            _log.warning("cluster has no machine", patience=PATIENCE)
        elif now - self._empty_since >= PATIENCE:
            waited = now - self._empty_since
            raise InputError(f"the Ray cluster has had no machine with a core for {waited:.0f} s. {GOES_ON}")

    def after_execution_succeeds(self, executor: object) -> None:
        """Do nothing."""

    def after_execution_fails(self, executor: object, error: Exception) -> None:
        """Do nothing."""


def _has_machines() -> bool:
    import ray

    nodes: list[dict[str, Any]] = ray.nodes()  # type: ignore[no-untyped-call]
    return any(node["Alive"] and node["Resources"].get("CPU") for node in nodes)
