"""Files, folders and standard input -> articles, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, TypeAlias

from kg.corpus.address import is_address
from kg.corpus.addresses import Looked, read_address, read_looked
from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.containers.unpack import read_file
from kg.corpus.fetch import Fetcher
from kg.corpus.files import File, Named, NamedFile, files_of
from kg.corpus.language import in_language
from kg.corpus.once import Once, content_of, mark_of
from kg.corpus.readers.kind import Read
from kg.corpus.reading import Reading
from kg.corpus.recall import Given, Known, Memory, Recall
from kg.corpus.unreadable import Unreadable, os_failure

__all__ = ["STDIN", "Input", "NamedFile", "read_found", "read_inputs"]

Input: TypeAlias = Named | Looked
STDIN = "-"
_USUAL = Reading()


def read_inputs(
    inputs: Sequence[Input],
    *,
    columns: Columns | None = None,
    stdin: BinaryIO | None = None,
    reading: Reading = _USUAL,
    memory: Memory | None = None,
) -> Read:
    r"""Read files, folders (with all that is below them) and `-` (standard input): articles, and what is none.

    Plain text and Markdown are one article a file; its id is the file's name without the ending, for a file found in
    a folder its path within that folder: the same on every machine and in every order, and a changed file is
    a new version of the same article. An archive is read like a folder. JSON and JSON Lines rows bring their ids.
    Text from standard input gets an id from its content. An id that comes twice in a run is an error for the second
    article where the two differ, else a warning.

    Parameters
    ----------
    inputs
        Paths, addresses (https://…), `-`, files under other names, files that were found in a folder, or addresses that
        were fetched.
    columns
        What the columns of tables and the fields of rows are called; None: their names are guessed.
    stdin
        Where `-` reads from; without it the standard input.
    reading
        Which languages are read, and which addresses may be fetched.
    memory
        What is remembered of documents: one that is known isn't read, but `Known`. What is fetched is read each time.

    Yields
    ------
    Article | Unreadable
        In the order of the inputs, a folder's files sorted by name.

    Examples
    --------
    >>> import io
    >>> rows = b'{"id": "1", "text": "Merkel met Macron in Paris."}\n{"id": "2", "te'
    >>> article, fault = read_inputs(["-"], stdin=io.BytesIO(rows))
    >>> article.text
    'Merkel met Macron in Paris.'
    >>> fault.message
    '-:2: it is not valid JSON (EOF while parsing a string at column 15)'
    """
    once = Once()
    recall = Recall(memory, once) if memory is not None else None
    fetcher = Fetcher(reading.allow_private)
    for name in inputs:
        if isinstance(name, Looked):
            found = read_looked(name, columns=columns)
        elif isinstance(name, str) and is_address(name):
            found = read_address(name, fetcher, columns=columns)
        else:
            found = _read_input(name, stdin, columns, recall)
        for item in found:
            if isinstance(item, Known):
                once.note(item.mark)
                yield item
            elif isinstance(item, Unreadable):
                yield item
            elif came_before := once.again(item.id, content_of(item), origin=item.origin):
                yield came_before
            else:
                yield _in_language(item, reading, memory)


def _in_language(article: Article, reading: Reading, memory: Memory | None) -> Article | Unreadable:
    wanted = in_language(article, reading.language)
    if memory is not None and article.document is not None and isinstance(wanted, Unreadable):
        memory.set_aside(bytes.fromhex(article.document), Given(mark_of(article), wanted.language))
    return wanted


def _read_input(name: Named, stdin: BinaryIO | None, columns: Columns | None, recall: Recall | None) -> Read:
    if name == STDIN:
        yield from read_file(stdin or sys.stdin.buffer, STDIN, columns=columns, recall=recall)
        return
    for file in files_of(name):
        if isinstance(file, File):
            yield from read_found(file, columns=columns, recall=recall)
        else:
            yield file


def _opened(path: str) -> BinaryIO:
    return Path(path).open("rb")


def read_found(
    file: File,
    *,
    columns: Columns | None = None,
    opened: Callable[[str], BinaryIO] = _opened,
    recall: Recall | None = None,
) -> Read:
    """Read a file; a failure of the system ends this file, not the run. `opened` opens its path."""
    try:
        with opened(file.path) as stream:
            called, is_found = file.called, file.is_found
            yield from read_file(stream, file.origin, called, is_found=is_found, columns=columns, recall=recall)
    except OSError as error:
        yield os_failure(file.origin, error)
