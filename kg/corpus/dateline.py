"""Datelines: place, date and agency before the first sentence, and lines that hold a date alone."""

from __future__ import annotations

import re

from kg.corpus.publication_date import DAY, MONTH, WEEKDAY, WRITTEN, iso_date, written_date

_CAP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_SPACE = r"[ \t\xa0]*"
_CAPS_PLACE = rf"[{_CAP}][{_CAP}'’.\-]+(?:[ /][{_CAP}'’.\-]+){{0,5}}"
_MIXED_PLACE = rf"[{_CAP}][\w'’.\-]+(?:[ /][{_CAP}][\w'’.\-]+){{0,3}}"
_DAY_AND_MONTH = rf"(?:(?i:{MONTH})\b\.?{_SPACE}{DAY}|{DAY}{_SPACE}(?i:{MONTH})\b\.?)"
_DATE = rf"(?:(?i:{WEEKDAY}),?{_SPACE})?{_DAY_AND_MONTH}(?:,?{_SPACE}\d{{4}})?|(?i:{WEEKDAY})"
_NO_DATE = rf"(?!(?i:{MONTH})\b|(?i:{WEEKDAY})\b)"
_REGION = rf"(?:,{_SPACE}{_NO_DATE}[{_CAP}][\w.'’\-]*(?: (?:of |the |and )?[{_CAP}][\w.'’\-]*){{0,3}}){{0,2}}"
_AGENCY = rf"(?:\([{_CAP}][^()\n\d]{{1,40}}\)|/[{_CAP}][\w -]{{1,20}}/\.?)"
_DASH = r"(?:-{1,3}|[–—―]|_)"
_END = rf"(?:\s+{_DASH}\s*|{_DASH}\s+|[—―]|--)"
_AGENCY_TO_END = rf",?{_SPACE}{_AGENCY}:?{_END}"
# A word in capitals and a dash are a dateline only where it can be a place.
_NO_PLACE = re.compile(
    r"(?:NATO|ASEAN|OPEC|UNESCO|UNICEF|UNHCR|NAFTA|BRICS|OSCE|IAEA|AUKUS|BREXIT|COVID|NOTE|NEWS|WORLD|POLITICS|SUMMARY|BACKGROUND"
    r"|PRESIDENT|SECRETARY|MINISTER|PRIME|VICE|CHAIRMAN|SENATOR|GOVERNOR|AMBASSADOR|SPEAKER|MODERATOR|HOST|UNIDENTIFIED"
    r"|QUESTION|ANSWER|WHAT|WHEN|WHERE|WHO|WHY|HOW|THE|PART|CHAPTER|ANNEX|ARTICLE|SECTION|DAY|YEAR|MR|MRS|MS|DR|GEN|SEN|REP)\b"
)
_STRICT = re.compile(
    rf"{_CAPS_PLACE}{_REGION}(?:{_AGENCY_TO_END}"  # "TUNIS (AP) _"
    rf"|[,.]?{_SPACE}(?:{_DATE})[.,]?{_SPACE}(?:{_AGENCY}?{_END}|{_AGENCY}:?\s|[.,]?{_SPACE}[{_CAP}][\w-]{{2,15}}{_END})"
    rf"|,?{_END})"
)
_MIXED = re.compile(
    rf"(?:{_MIXED_PLACE}{_REGION}(?:[,.]?{_SPACE}(?:{_DATE}))?,?{_SPACE}{_AGENCY}\s*{_END}"
    rf"|{_MIXED_PLACE}{_REGION}[,.]{_SPACE}(?:{_DATE})(?:[.,]{_SPACE}[{_CAP}][\w-]{{2,15}})?\s*{_END}"
    rf"|\([{_CAP}][^()\n]{{1,30}}\)\s*{_END})"
)
_COLON = re.compile(rf"{_CAPS_PLACE}{_REGION}(?:,?{_SPACE}(?:{_DATE}))?{_SPACE}(?:{_AGENCY})?:\s+")
_SPEAKER = re.compile(rf"^{_SPACE}[{_CAP}][{_CAP} .'’\-]{{1,40}}:", re.MULTILINE)
_ALONE = re.compile(
    rf"{_CAPS_PLACE}{_REGION}(?:(?:[,.])?{_SPACE}(?:{_DATE}))?,?{_SPACE}(?:{_AGENCY}|(?<=\d))\s*{_DASH}?"
)
_LETTERS = re.compile(rf"[{_CAP}]")
_REACH = 140  # no dateline is longer
_MAX_DATE_LINE = 90
_AROUND_DATE = re.compile(
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?|[ap]\.?m\.?|[A-Z]{2,4}T|UTC|GMT|MSK"
    r"|(?:first |last |originally )?(?:published|updated|posted|modified|issued|date|released)"
    r"|at|on|the|of|release|[\s,|·•():/–—-])",
    re.IGNORECASE,
)
_LONGEST_AROUND = 20  # characters of a word or sign around a date
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}(?!\d)(?:T[\d:.]+Z?)?")
_PLACE_BESIDE = re.compile(rf"\s*[{_CAP}][\w.'’\-]+(?:[ ,]+[{_CAP}][\w.'’\-]+){{0,5}}[ ,]*\s*")


def dateline_end(text: str, start: int, end: int, *, first: bool) -> int:
    """Where the dateline that a paragraph begins with ends, or `start` where there is none.

    Forms that only a place in capitals tells apart from other beginnings are looked for in any paragraph, those
    with a place in small letters or with a colon only in the `first` one.

    Examples
    --------
    >>> text = "OSLO, Sept. 13 (Wire) - Shimon Peres said so."
    >>> text[: dateline_end(text, 0, len(text), first=True)]
    'OSLO, Sept. 13 (Wire) - '
    """
    limit = min(end, start + _REACH)
    if not text[start].isupper() and text[start] != "(":
        return start
    match = _STRICT.match(text, start, limit)
    if match and not _plausible(match.group(), text, match.end(), end):
        match = None
    if match is None and first:
        match = _MIXED.match(text, start, limit)
        if match and text[match.end() : match.end() + 1].islower():
            match = None
        if match is None:
            colon = _COLON.match(text, start, limit)
            # Where speakers stand before colons, a name in capitals is one of them.
            if colon and not _SPEAKER.search(text, colon.end()) and _plausible(colon.group(), text, colon.end(), end):
                match = colon
    return match.end() if match and match.end() < end else start


def _plausible(dateline: str, text: str, body: int, end: int) -> bool:
    if body >= end or text[body].islower() or _NO_PLACE.match(dateline):
        return False
    return len(_LETTERS.findall(dateline)) >= 4


def is_dateline(line: str) -> bool:
    """Whether a whole line is a dateline that stands alone: a place in capitals with an agency or a day."""
    return len(line) <= _REACH and _ALONE.fullmatch(line) is not None and not _NO_PLACE.match(line)


def full_date(text: str) -> str | None:
    """ISO form of the first day that is written with its year, or None."""
    iso = _ISO.search(text)
    if iso:
        return iso_date(iso.group()[:10])
    written = WRITTEN.search(text)
    return written_date(written) if written else None


def is_date_line(line: str) -> bool:
    """Whether a line holds a date with its year and nothing else but a place or a time.

    Examples
    --------
    >>> is_date_line("20 May 2009, Luanda"), is_date_line("Published 9:30 AM EDT, Mon June 5, 2017")
    (True, True)
    >>> is_date_line("On May 5, 2010, talks began")
    False
    """
    if len(line) > _MAX_DATE_LINE:
        return False
    match = _ISO.search(line) or WRITTEN.search(line)
    if match is None:
        return False
    before, after = line[: match.start()], line[match.end() :]
    if _is_around_dates(before) and _is_around_dates(after):
        return True
    place = before.strip(" ,") or after.strip(" ,")
    return (
        not (before.strip(" ,") and after.strip(" ,")) and _PLACE_BESIDE.fullmatch(place) is not None and place != "On"
    )


def _is_around_dates(text: str) -> bool:
    """Whether a text is nothing but what stands around dates.

    A repetition in the pattern would try every way to cut "TATTATTAT" into zones: their number doubles with each.
    """
    ends = {0}
    for start in range(len(text)):
        if start in ends:
            last = min(len(text), start + _LONGEST_AROUND)
            ends.update(end for end in range(start + 1, last + 1) if _AROUND_DATE.fullmatch(text, start, end))
    return len(text) in ends
