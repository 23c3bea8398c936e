"""Ray Data as the engine: bundles are read by tasks, shards extracted by actors; what dies on the way is done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.errors import KgError
from kg.pipeline.cluster.bundle import Bundle
from kg.pipeline.cluster.job import Extraction, Job
from kg.pipeline.cluster.on_ray.faults import fault_of
from kg.pipeline.cluster.on_ray.session import cluster_cores, connected, data_settings
from kg.pipeline.workers.wire import error_of

#: Of a core, as Ray counts them: actors must leave some to the tasks that read, however many machines are lost. What
#: really uses a core is the process that an actor has for its extractor.
_ACTOR_CPUS = 0.25
#: Another number than that of actors: Ray Data would put both steps into one, and a large file on one core.
_READER_CPUS = 0.2


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
        Ray is missing, there is no cluster at the address, it has no room or is lost, or the facts can't be written.
    ModelError, SchemaError
        The extractor can't be loaded on a machine of the cluster.
    """
    rows = []
    with connected(address, workers), data_settings():
        size = workers or max(1, int(cluster_cores()))
        try:
            for row in _rows(job, bundles, size):
                if row["fault"]:
                    raise error_of(row["fault"], row["entry"])
                rows.append(row)
                done(row)
        except Exception as error:
            if isinstance(error, KgError) or not (fault := fault_of(error)):
                raise
            raise fault from error
    return Extracted(rows, size)


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
