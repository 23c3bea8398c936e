"""Runs all blocks of a page, and gives the page as it should be.

| block | is |
|---|---|
| `console` | commands behind `$`, with what they print |
| `pycon` | lines behind `>>>`, with what Python answers |
| `sh`, `python` | run; a `text` block that follows shows what it prints |
| `cypher` with a `text` block that follows | asked of the example graph, with its answer |
| any other with a title | a file, written |
| any other | only shown |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from scripts.pages.blocks import Block, Part, joined, parts
from scripts.pages.expected import kept, tidy
from scripts.pages.stage import BlockError, Stage

RUN = ("console", "pycon", "sh", "python", "cypher")


def played(page: str, stage: Stage) -> str:
    """Run the blocks of a page in their order, and give the page with what they print now.

    Raises
    ------
    BlockError
        One did not run.
    """
    return joined(_played(list(parts(page)), stage))


def _played(page: list[Part], stage: Stage) -> Iterator[Part]:
    printed: str | None = None  # what the last block printed, until its output or something else follows
    for place, part in enumerate(page):
        if isinstance(part, str):
            printed = printed if part.isspace() else None
            yield part
        elif _is_output(part) and printed is not None:
            yield replace(part, code=kept(part.code, tidy(printed)))
            printed = None
        elif part.language == "cypher" and not any(map(_is_output, page[place + 2 : place + 3])):
            yield part
        else:
            part, printed = _run(part, stage)
            yield part


def _is_output(part: Part) -> bool:
    return isinstance(part, Block) and part.language == "text" and part.title is None


def _run(block: Block, stage: Stage) -> tuple[Block, str | None]:
    try:
        if block.title:
            stage.write(block.title, block.code)
        elif block.language == "console":
            return replace(block, code=stage.console(block.code)), None
        elif block.language == "pycon":
            return replace(block, code=stage.session(block.code)), None
        elif block.language in RUN:
            run = {"sh": stage.shell, "python": stage.python, "cypher": stage.cypher}[block.language]
            return block, run(block.code)
    except BlockError as error:
        raise BlockError(f"line {block.line}: {error}") from error
    return block, None


def recipes(page: str) -> list[tuple[Block, Block]]:
    """Give the Cypher queries of a page that show their result, with it."""
    code = [part for part in parts(page) if isinstance(part, Block)]
    return [(one, other) for one, other in pairwise(code) if (one.language, other.language) == ("cypher", "text")]
