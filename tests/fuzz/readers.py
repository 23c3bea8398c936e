"""Every reader: whatever the bytes and the name of a file, it gives articles or says why not."""

from __future__ import annotations

import io
import json
import logging
from pathlib import PurePosixPath

from kg.corpus.article import Article
from kg.corpus.containers.limits import Limits
from kg.corpus.containers.unpack import CONTAINERS, read_file
from kg.corpus.layout import lay_out
from kg.corpus.publication_date import iso_date
from kg.corpus.readers import apart
from kg.corpus.readers.apart import Document
from kg.corpus.readers.apart_process import _done, _plain, _task
from kg.corpus.readers.kinds import SUFFIXES
from tests.fuzz.bytes_of import Bytes

#: Endings of files; a container's alone, and around one that is read.
ENDINGS = ("", *SUFFIXES, *CONTAINERS, ".txt.gz", ".jsonl.zst", ".csv.bz2", ".html.xz")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
_LIMITS = Limits(total=2_000_000)


class _Here:
    """Reads documents in this process, where the fuzzer sees what is done; the limits of the other don't hold here."""

    def ask(self, document: Document) -> bytes:
        records = _done(_task(document.task), document)
        return json.dumps([_plain(record) for record in records]).encode() + b"\n"

    def end(self) -> int:
        return 0


def one(data: bytes) -> None:
    """Read bytes as a file of some name."""
    given = Bytes(data)
    ending = given.one_of(ENDINGS)
    path = PurePosixPath(f"a{ending}") if ending else None
    outside, apart._PROCESS = apart._PROCESS, _Here()  # type: ignore[assignment]
    try:
        found = list(read_file(io.BytesIO(given.left), "origin", path, limits=_LIMITS))
    finally:
        apart._PROCESS = outside
    assert found, "nothing was said"
    for item in found:
        assert item.origin.startswith("origin")
        if isinstance(item, Article):
            assert item.id
            assert item.text.strip()
            assert item.published is None or iso_date(item.published) == item.published
            _check_layout(item)
        else:
            assert item.message.startswith(" ".join(item.origin.splitlines()))  # a name may have several lines
            assert "\n" not in item.message, item.message


def _check_layout(article: Article) -> None:
    """Every paragraph of an article is where it says it is."""
    for paragraph in lay_out(article).paragraphs:
        source = article.title if paragraph.field == "title" else article.text
        assert len(paragraph.text) == paragraph.end - paragraph.start
        for as_it_came, plain in zip(source[paragraph.start : paragraph.end], paragraph.text, strict=True):
            assert plain == as_it_came or (plain == " " and (as_it_came.isspace() or not as_it_came.isprintable()))
