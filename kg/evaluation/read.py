"""JSON Lines of gold and of facts -> records."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from kg.errors import InputError
from kg.evaluation.records import Notes, ScoredArticle, scored_article


def read_rows(path: Path) -> list[dict[str, object]]:
    """Read a file of JSON objects, one a line, each with an "id" of its own.

    Raises
    ------
    InputError
        The file can't be read, a line is no such object, an id comes twice, or there is no article.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror or fault}") from fault
    except UnicodeDecodeError as fault:
        raise InputError(f"{path}: not UTF-8 (byte {fault.start}); gold and facts are JSON Lines in UTF-8") from fault
    rows = [_row(path, number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not rows:
        raise InputError(f"{path}: no articles")
    name, times = Counter(str(row["id"]) for row in rows).most_common(1)[0]
    if times > 1:
        raise InputError(f"{path}: id {name!r} stands {times} times; each article needs an id of its own")
    return rows


def _row(path: Path, number: int, line: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise InputError(f"{path}:{number}: it is not valid JSON ({fault})") from fault
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise InputError(f'{path}:{number}: every line must be a JSON object with an "id"')
    return row


def read_gold(path: Path) -> list[ScoredArticle]:
    """Read gold annotations.

    Raises
    ------
    InputError
        The file can't be read, or isn't gold without a fault.
    """
    faults: Notes = Counter()
    articles = []
    for row in read_rows(path):
        if not isinstance(row.get("events"), list):
            raise InputError(f'{path}: no gold: article {row["id"]!r} has no list "events"')
        articles.append(scored_article(row, faults))
    refuse_faults(path, faults)
    return articles


def refuse_faults(path: Path, faults: Notes) -> None:
    """Raise InputError where gold has a fault."""
    if +faults:
        told = "; ".join(f"{text} ({number})" for text, number in (+faults).items())
        raise InputError(f"{path}: faulty gold: {told}")


def read_facts(path: Path, notes: Notes) -> dict[str, ScoredArticle]:
    """Read a file of facts, by article; what is malformed in a row is counted in the notes."""
    return {article.id: article for article in (scored_article(row, notes) for row in read_rows(path))}
