"""Who wrote an article, as its source says it: one line, of a length that has an end."""

from __future__ import annotations

_LONGEST = 200
_FOLD = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


def author_line(said: object) -> str | None:
    r"""Give who is said to have written an article; None where nobody is, or in no words.

    Examples
    --------
    >>> author_line(" Jane\nDoe "), author_line(["Jane Doe", "John Roe"]), author_line({"id": 7}), author_line("")
    ('Jane Doe', 'Jane Doe; John Roe', None, None)
    """
    parts = said if isinstance(said, list | tuple) else [said]
    named = (" ".join(part[:2000].translate(_FOLD).split()) for part in parts[:50] if isinstance(part, str))
    line = "; ".join(filter(None, named)).encode("utf-8", "replace").decode("utf-8")  # no half of a surrogate pair
    return (line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…") or None
