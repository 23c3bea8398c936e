"""One pass over a text: every name of an index that stands in it, with what the words beside it rule out taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.mentions.geography.entries import Entry, Trust
from kg.mentions.geography.tongues import is_language
from kg.mentions.mention import MentionKind

# A capital at the start of a word; not in an address or after an at-sign.
_START = re.compile(r"(?<![\w@#&])(?<![^\W_]\.)[A-Z][^\W\d_]*")
_MONEY = (
    r"dollars?|cents|francs?|rou?bles?|pounds?|sterling|yen|yuan|renminbi|pesos?|rupees?|liras?|lire|marks?|"
    r"kron(?:as?|e|or|er)|korunas?|reals?(?! estate)|reais|won(?! the| a\b)|riyals?|rials?|dinars?|dirhams?|baht|"
    r"ringgit|rupiahs?|zlot(?:y|ys|ych)|forints?|shekels?|rand|naira|shillings?|guilders?|drachmas?|pesetas?|escudos?|"
    r"hryvnias?|tenge|currency|som|manat|lari|dram|euro"
)
_NOT_PEOPLE = re.compile(rf"[ -](?:(?:{_MONEY}|language|languages|speakers?|speaking)\b)", re.IGNORECASE)
_NOT_STATE = re.compile(r"[ -](?:dollars?|francs?|pounds?|lira|rupees?)\b|\$", re.IGNORECASE)
_PAPER = (
    "Times|Post|Daily|Herald|Tribune|Gazette|Chronicle|Journal|Independent|Telegraph|Inquirer|Examiner|Radio|Television|"
    "TV|Broadcasting|Courier|Mirror"
)
_MEDIUM = re.compile(
    rf"(?: [A-Z]\w+)?(?: (?:{_PAPER})\b|(?: (?:Central|State|Students?'?|Labour|Republic|National))* "
    rf"(?:News|Press|Telegraph(?:ic)?) Agency\b)"
)
_ACT = re.compile(
    r" (?:(?:[Cc]limate|[Pp]eace|[Nn]uclear|[Cc]easefire) )?(?:[Aa]greements?|[Aa]ccords?|[Cc]onventions?|"
    r"[Pp]rotocols?|[Tt]reaty|[Tt]reaties|[Pp]act|Process|Format|Final Act|[Ff]ormula|Charter|Memorandum|Statute|"
    r"Consensus|Principles|Declaration|Package of Measures)\b| climate deal\b"
)
_ACT_OF = re.compile(
    r"\b(?:Treat(?:y|ies)|Peace|Congress|Concert|Accords?|Agreements?|Convention|Declaration|Protocol) of $"
)
_MEDIUM_OF = re.compile(r"\b(?:Times|Voice|Radio|Radio Free|Echo|News|Evening|Hindustan) (?:of )?$")
_IN_CAPITALS = re.compile(r"[A-Z][A-Z'.,-]* $"), re.compile(r" [A-Z][A-Z'-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `[start, end)` of the folded text with an entry's name; not `meant` where it names something else."""

    start: int
    end: int
    entry: Entry
    meant: bool = True


def scan(text: str, index: Mapping[str, tuple[Entry, ...]]) -> list[Hit]:
    """All names in a folded text, the longest at each place, in order and without overlap."""
    hits, position = list[Hit](), 0
    for match in _START.finditer(text):
        start = match.start()
        if start < position or (entries := index.get(match.group().lower())) is None:
            continue
        for entry in entries:
            if _stands(entry, text, start):
                position = start + len(entry.surface)
                meant = entry.trust is not Trust.NONE and not _ruled_out(entry, text, start, position)
                meant = meant and not _is_cut_off(entry, text, position, index)
                hits.append(Hit(start, position, entry, meant))
                break
    return hits


def _stands(entry: Entry, text: str, start: int) -> bool:
    """Whether the name stands at `start`: same letters, capitals where the table has them, whole words."""
    surface = entry.surface
    end = start + len(surface)
    seen = text[start:end]
    if seen != surface and not _same(seen, surface):
        return False
    if entry.trust is Trust.JOIN:
        return text[end : end + 1].isupper()
    if surface[-1] != "." and end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    return not entry.article or (text[max(0, start - 4) : start].lower() == "the " and text[end : end + 4] != " of ")


def _same(seen: str, surface: str) -> bool:
    """Whether the letters are the same, with at least the table's capitals ("GULF OF OMAN", but never "turkey")."""
    if seen.lower() != surface.lower():
        return False
    return all(a.isupper() for a, b in zip(seen, surface, strict=True) if b.isupper())


def _ruled_out(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the words beside the name make it the name of something else: money, a language, a medium, a treaty."""
    if _MEDIUM.match(text, end) or _MEDIUM_OF.search(text, max(0, start - 20), start):
        return True
    if entry.kind is MentionKind.DEMONYM:
        return _NOT_PEOPLE.match(text, end) is not None or is_language(entry.surface, text, start, end)
    if entry.kind is MentionKind.ABBREVIATION and entry.surface == "US" and _is_pronoun(text, start, end):
        return True
    if _NOT_STATE.match(text, end):
        return True
    if entry.key.startswith("Place:") and entry.kind is not MentionKind.SEAT:
        return _ACT.match(text, end) is not None or _ACT_OF.search(text, max(0, start - 20), start) is not None
    return False


def _is_cut_off(entry: Entry, text: str, end: int, index: Mapping[str, tuple[Entry, ...]]) -> bool:
    """Whether the name is the first half of an unknown double name ("Bergen-Hohne"), not of "Moscow-Washington"."""
    if text[end : end + 1] != "-" or entry.kind is not MentionKind.NAME or entry.key.startswith("Country:"):
        return False
    second = _START.match(text, end + 1)
    return second is not None and second.group().lower() not in index


def _is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether "US" is "us" in a line of capitals ("TELL US MORE"), with nothing that makes it a name."""
    before = _IN_CAPITALS[0].search(text, max(0, start - 24), start)
    after = _IN_CAPITALS[1].match(text, end)
    if before is None or before.group().strip(" ,") in ("THE", "IN", "AND", "VS") or before.group()[-2] in ",-":
        return False
    return after is not None or end == len(text) or text[end] in "!?.\n"


def neighbours(hits: list[Hit]) -> Iterator[tuple[Hit | None, Hit, Hit | None]]:
    """Each hit with the one before and the one after it."""
    for number, hit in enumerate(hits):
        yield (
            hits[number - 1] if number else None,
            hit,
            hits[number + 1] if number + 1 < len(hits) else None,
        )
