"""A page of Markdown as prose and code, and back to the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<code>.*?)^```\n', re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of code. `title`: the file that it is the content of; `line`: where it begins."""

    language: str
    code: str
    title: str | None = None
    line: int = 0

    def __str__(self) -> str:
        title = f' title="{self.title}"' if self.title else ""
        return f"```{self.language}{title}\n{self.code}```\n"


Part = str | Block


def parts(page: str) -> Iterator[Part]:
    r"""Cut a page into prose and blocks; joined again they are the page.

    Examples
    --------
    >>> page = "Say:\n\n```sh\necho hello\n```\n"
    >>> [type(part).__name__ for part in parts(page)], joined(parts(page)) == page
    (['str', 'Block'], True)
    """
    done = 0
    for found in _FENCE.finditer(page):
        if found.start() > done:
            yield page[done : found.start()]
        line = page.count("\n", 0, found.start()) + 1
        yield Block(found["language"], found["code"], found["title"], line)
        done = found.end()
    if done < len(page):
        yield page[done:]


def joined(page: Sequence[Part] | Iterator[Part]) -> str:
    """Give the text of a page."""
    return "".join(map(str, page))
