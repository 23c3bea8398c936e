"""What Ray raises is one line that says what happened and what to do; what is a fault of kg's own stays one."""

from __future__ import annotations

from typing import Any

import pytest
import ray.exceptions

from kg.errors import InputError, ModelError
from kg.pipeline.cluster.on_ray.faults import fault_of

exceptions: Any = ray.exceptions  # few of them have types


def _in_a_task(cause: Exception) -> Any:
    """As it comes where it was raised in one of Ray's processes."""
    task = exceptions.RayTaskError("read", "Traceback …\n  File x\n", cause, proctitle="p", pid=1, ip="10.0.0.5")
    return task.as_instanceof_cause()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            exceptions.OutOfMemoryError("Task was killed\ndue to the node"),
            "a machine of the Ray cluster has run out of",
        ),
        (exceptions.ObjectStoreFullError("Failed to put"), "the object store of the Ray cluster is full"),
        (exceptions.OutOfDiskError("Local disk is full"), "a machine of the Ray cluster has no room left on its disk"),
        (exceptions.ActorDiedError(), "the Ray cluster has lost what it can't replace (ActorDiedError"),
        (exceptions.NodeDiedError("10.0.0.5"), "the Ray cluster has lost what it can't replace (NodeDiedError"),
        (exceptions.WorkerCrashedError(), "the Ray cluster has lost what it can't replace (WorkerCrashedError"),
        (_in_a_task(exceptions.ObjectStoreFullError("Failed")), "the object store of the Ray cluster is full"),
        (_in_a_task(MemoryError()), "a process of the Ray cluster has run out of memory (MemoryError)"),
        (_in_a_task(ModuleNotFoundError("No module named 'kg'")), "a machine of the Ray cluster lacks a package"),
    ],
    ids=lambda given: type(given).__name__ if isinstance(given, Exception) else "",
)
def test_what_happened_and_what_to_do(error: Exception, said: str) -> None:
    fault = fault_of(error)
    assert isinstance(fault, InputError)
    assert str(fault).startswith(said)
    assert ". Shards that are committed stay: the same run again goes on. " in str(fault)
    assert "\n" not in str(fault)


def test_an_error_of_kgs_own_stays_what_it_is() -> None:
    said = ModelError("m: there is no such model")
    assert isinstance(fault_of(_in_a_task(said)), ModelError)


@pytest.mark.parametrize("error", [ValueError("x"), MemoryError(), _in_a_task(ValueError("x"))], ids=repr)
def test_a_fault_in_kg_stays_one(error: Exception) -> None:
    assert fault_of(error) is None
