"""Files, folders and standard input -> articles, one at a time."""

from __future__ import annotations

import hashlib
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, TypeAlias

from kg.corpus.address import is_address
from kg.corpus.addresses import Looked, read_address, read_looked
from kg.corpus.article import Article
from kg.corpus.columns import Columns
from kg.corpus.containers.unpack import READ, is_read, read_file
from kg.corpus.fetch import Fetcher
from kg.corpus.folder import FoundFile, walk
from kg.corpus.language import in_language
from kg.corpus.readers.kind import Read
from kg.corpus.reading import Reading
from kg.corpus.unreadable import Unreadable, UnreadableReason, os_failure, unreadable

STDIN = "-"
_USUAL = Reading()


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that was called otherwise where it comes from, such as one that somebody sends.

    `name` tells its kind and gives its article's id, and is never opened; `path` is where it lies.
    """

    name: str
    path: Path


Input: TypeAlias = str | NamedFile | FoundFile | Looked


def read_inputs(
    inputs: Sequence[Input],
    *,
    columns: Columns | None = None,
    stdin: BinaryIO | None = None,
    reading: Reading = _USUAL,
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
    seen: dict[int, int] = {}
    fetcher = Fetcher(reading.allow_private)
    for name in inputs:
        if isinstance(name, Looked):
            found = read_looked(name, columns=columns)
        elif isinstance(name, str) and is_address(name):
            found = read_address(name, fetcher, columns=columns)
        else:
            found = _read_input(name, stdin, columns)
        for item in found:
            first = _first_of_its_id(item, seen) if isinstance(item, Article) else item
            yield in_language(first, reading.language) if isinstance(first, Article) else first


def _first_of_its_id(article: Article, seen: dict[int, int]) -> Article | Unreadable:
    """Let the article pass unless its id came before. Two short hashes are kept of each: a run may have millions."""
    key, content = _hash(article.id), _hash(article.title, article.text, article.published or "")
    before = seen.get(key)
    if before is None:
        seen[key] = content
        return article
    if before == content:
        return unreadable(article.origin, UnreadableReason.SAME_AGAIN, f"id '{article.id}'")
    detail = f"id '{article.id}'; give one of the two another id or file name"
    return unreadable(article.origin, UnreadableReason.ID_TAKEN, detail)


def _hash(*parts: str) -> int:
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8)
    return int.from_bytes(digest.digest(), "big")


def _read_input(name: str | NamedFile | FoundFile, stdin: BinaryIO | None, columns: Columns | None) -> Read:
    if isinstance(name, NamedFile):
        called = PurePosixPath(name.name.replace("\\", "/").rpartition("/")[2])
        yield from _opened(name.path, name.name, called, columns=columns)
        return
    if isinstance(name, FoundFile):
        yield from _read_found(name, columns)
        return
    if name == STDIN:
        yield from read_file(stdin or sys.stdin.buffer, STDIN, columns=columns)
        return
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a zero character in the name
        yield os_failure(name, error) if isinstance(error, OSError) else unreadable(name, UnreadableReason.NOT_FOUND)
        return
    if stat.S_ISDIR(mode):
        yield from _read_folder(path, columns)
    elif stat.S_ISREG(mode):
        yield from _opened(path, str(path), PurePosixPath(path.name), columns=columns)
    else:  # a pipe, as the shell's <(command) gives
        yield from _opened(path, name, columns=columns)


def _read_folder(folder: Path, columns: Columns | None) -> Read:
    empty = True
    for found in walk(folder):
        if isinstance(found, FoundFile):
            empty = False
            yield from _read_found(found, columns)
        else:
            empty = False
            yield found
    if empty:
        yield unreadable(str(folder), UnreadableReason.EMPTY, "no file in the folder")


def _read_found(found: FoundFile, columns: Columns | None) -> Read:
    if is_read(found.relative):
        yield from _opened(found.path, str(found.path), found.relative, columns=columns, is_found=True)
    else:
        yield unreadable(str(found.path), UnreadableReason.LEFT_OUT, READ)


def _opened(
    path: Path,
    origin: str,
    called: PurePosixPath | None = None,
    *,
    columns: Columns | None,
    is_found: bool = False,
) -> Read:
    """Read a file; a failure of the system ends this file, not the run."""
    try:
        with path.open("rb") as stream:
            yield from read_file(stream, origin, called, is_found=is_found, columns=columns)
    except OSError as error:
        yield os_failure(str(path), error)
