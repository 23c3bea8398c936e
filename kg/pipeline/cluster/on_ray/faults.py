"""What Ray raises -> one line that says what happened, and what to do."""

from __future__ import annotations

from kg.errors import InputError, KgError

GOES_ON = "Shards that are committed stay: the same run again goes on"
_SAID = 200  # characters of Ray's own words
_SAME = "Install the same kg on all machines"
#: By the names of classes, Ray's and those that Python raises in a process of Ray's: what happened, and what to do.
_CAUSES = {
    "OutOfMemoryError": ("a machine of the Ray cluster has run out of memory", "Give it more, or fewer --workers"),
    "MemoryError": ("a process of the Ray cluster has run out of memory", "Give its machine more, or fewer --workers"),
    "ObjectStoreFullError": (
        "the object store of the Ray cluster is full",
        "Start its nodes with more: `ray start --object-store-memory 2000000000`",
    ),
    "OutOfDiskError": ("a machine of the Ray cluster has no room left on its disk", "Make room there"),
    "TaskUnschedulableError": ("no machine of the Ray cluster has room for kg", "Add some, or give fewer --workers"),
    "ActorUnschedulableError": ("no machine of the Ray cluster has room for kg", "Add some, or give fewer --workers"),
    "RuntimeEnvSetupError": ("a machine of the Ray cluster can't make the environment that was set for it", _SAME),
    "ImportError": ("a machine of the Ray cluster lacks a package", _SAME),
}
_LOST = "the Ray cluster has lost what it can't replace", "See whether its nodes are there (`ray status`)"


def fault_of(error: Exception) -> KgError | None:
    """Say what an error of Ray's means; None: it isn't one, or tells of a fault in kg.

    What Ray raises around an error in one of its processes is looked into: one of kg's own stays what it is.
    """
    from ray.exceptions import RayError, RayTaskError, UserCodeException

    if not isinstance(error, RayError):
        return None
    inner = error.cause if isinstance(error, RayTaskError) else error.__cause__
    if isinstance(inner, RayError) and inner is not error:
        return fault_of(inner)
    if isinstance(inner, KgError):
        return inner
    if isinstance(error, RayTaskError | UserCodeException):
        cause = _cause(inner)
        return _told(inner, cause) if cause else None
    return _told(error, _cause(error) or _LOST)


def _cause(error: object) -> tuple[str, str] | None:
    return next((_CAUSES[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _CAUSES), None)


def _told(error: object, cause: tuple[str, str]) -> InputError:
    what, advice = cause
    lines = (line.strip() for line in str(error).splitlines())
    said = ": ".join([type(error).__name__, *(line for line in lines if line)][:2])[:_SAID].rstrip(".:")
    return InputError(f"{what} ({said}). {GOES_ON}. {advice}")
