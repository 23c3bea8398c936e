"""Facts <-> JSON, exactly: what comes back is equal to what went in."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from kg.corpus.article import Article
from kg.errors import WorkspaceError
from kg.events.facts import Facts

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def _facts() -> TypeAdapter[Facts]:
    # Built on first use, and pydantic loaded with it: questions to a saved graph need neither.
    from pydantic import TypeAdapter

    return TypeAdapter(Facts)


def encode_facts(facts: Facts) -> bytes:
    """Give Facts as UTF-8 JSON.

    Examples
    --------
    >>> facts = Facts("a1", "2021-06-16", (), (), ("CH",), (), (), (), ())
    >>> decode_facts(encode_facts(facts)) == facts
    True
    """
    return _facts().dump_json(facts)


def decode_facts(data: bytes) -> Facts:
    """Read Facts from what `encode_facts` gave.

    Raises
    ------
    WorkspaceError
        The bytes aren't Facts.
    """
    from pydantic import ValidationError

    try:
        return _facts().validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise WorkspaceError(f"these are no facts as this version of kg writes them: {where}: {first['msg']}") from None


def content_hash(article: Article) -> str:
    """SHA-256 of all that an article says, without where it was read.

    Two articles of one id and one hash are the same version of the same article.
    """
    content = [article.title, article.text, article.published, article.url, article.language]
    # Escaped to ASCII, so that even half a surrogate pair has a hash.
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()


def seal(article: Article, fingerprint: str, encoded: bytes) -> bytes:
    """Hash of an article's facts with its id, its content, its author and the extractor: all that belongs together.

    Examples
    --------
    >>> seal(Article("a1", "Bonn."), "f1", b"{}") == seal(Article("a2", "Bonn."), "f1", b"{}")
    False
    """
    head = json.dumps([article.id, content_hash(article), article.author, fingerprint]).encode("ascii")
    return hashlib.sha256(head + encoded).digest()[:16]


def fingerprint(**parts: str) -> str:
    """Name of an extractor: everything that may change what it extracts, such as versions and the schema's hash.

    Examples
    --------
    >>> fingerprint(code="3f40", model="en 3.8")
    'code:3f40 model:en%203.8'
    """
    return " ".join(f"{name}:{quote(value)}" for name, value in sorted(parts.items()))


def fingerprint_parts(name: str) -> dict[str, str]:
    """Give the parts that `fingerprint` put together; none of a name that was made otherwise.

    Examples
    --------
    >>> fingerprint_parts("code:3f40 model:en%203.8")
    {'code': '3f40', 'model': 'en 3.8'}
    >>> fingerprint_parts("0123456789abcdef0123")
    {}
    """
    pairs = [part.partition(":") for part in name.split(" ")]
    return {key: unquote(value) for key, _, value in pairs} if all(colon for _, colon, _ in pairs) else {}
