"""Articles -> a file of facts, as a stream: memory doesn't grow with the number of articles."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.reading import Reading
from kg.pipeline.defaults import DEFAULT_MODEL, TIME_LIMIT
from kg.pipeline.facts_format import to_fact
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.recipe import Recipe
from kg.pipeline.runner import runner
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.workspace.codec import decode_facts

STANDARD_OUTPUT = "-"


def write_facts(
    inputs: Sequence[str],
    output: str,
    *,
    schema: Path | None = None,
    model: str = DEFAULT_MODEL,
    min_confidence: float = 0.0,
    columns: Columns | None = None,
    workers: int | None = None,
    time_limit: float = TIME_LIMIT,
    progress: Callable[[int, int], None] | None = None,
    reading: Reading | None = None,
) -> Inputs:
    """Extract all inputs and write their facts in order, one JSON object a line.

    A file appears under its name when it is complete; an earlier one of that name stays until then.

    Parameters
    ----------
    inputs
        Files, folders, or "-" for standard input.
    output
        A file, or "-" for standard output.
    min_confidence
        Events that are right with a lower probability are left out.
    columns
        What the columns of tables and the fields of rows are called; None: their names are guessed.
    workers, time_limit
        Who reads, and how long an article may take: see `kg.pipeline.runner.runner`.
    progress
        Is told the number of articles done, after each, and of inputs that failed.
    reading
        How the inputs are read; None: as usual.

    Returns
    -------
    Inputs
        With what gave no facts, what did but is worth a word, and what was set aside.
    """
    types = load_schema(schema or shipped_schemas())
    read = Inputs(inputs, reading or Reading(), columns=columns)
    numbers = deque[int]()  # the places in the input of those that are being read
    done = 0

    def numbered() -> Iterator[Article]:
        for article in read:
            numbers.append(read.read)
            yield article

    with runner(Recipe(schema, model), workers=workers, time_limit=time_limit) as extractors, _opened(output) as stream:
        for article, result in extractors.run(numbered()):
            number = numbers.popleft()
            if isinstance(result, Failure):
                read.fail(number, result)
            else:
                fact = to_fact(article, decode_facts(result.encoded), schema=types, min_confidence=min_confidence)
                stream.write(json.dumps(fact, ensure_ascii=False) + "\n")
                done += 1
            if progress:
                progress(done, read.failures)
    return read


@contextmanager
def _opened(output: str) -> Iterator[IO[str]]:
    """Open the output; a fault of the system comes out under the name that the user gave."""
    if output == STANDARD_OUTPUT:
        yield sys.stdout
        return
    path = Path(output)
    # A pipe or a device can't be put in place at the end.
    in_place = path.exists() and not path.is_file()
    part = path if in_place else path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="surrogatepass") as stream:
            yield stream
        if not in_place:
            part.replace(path)
    except BaseException as fault:
        if not in_place:
            part.unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.filename in (None, str(part)):
            raise type(fault)(fault.errno, fault.strerror, output) from fault
        raise
