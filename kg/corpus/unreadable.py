"""What could not be read, or only in part: a record beside the articles, so that nothing vanishes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class UnreadableReason(Enum):
    """Why an input, or a part of it, is no article; the value is the reason in words."""

    NOT_FOUND = "there is no such file or folder"
    NO_PERMISSION = "no permission to read it"
    NO_FILE = "it is neither a file nor a folder"
    IO_ERROR = "it could not be read to its end"
    FORMAT = "its format is not one that kg reads"
    EMPTY = "it has no text"
    BINARY = "it is binary, not text"
    ENCODING = "it is not UTF-8"
    TOO_LONG = "it is too long"
    NOT_JSON = "it is not valid JSON"
    FETCH = "it could not be fetched"
    DAMAGED = "it is damaged"
    ENCRYPTED = "it is encrypted"
    TOO_HARD = "reading it takes too much time or memory"
    FIELDS = "a field is missing or wrong"
    TRUNCATED = "it ends too early"
    UNPACKS = "it unpacks to more than kg takes"
    LEADS_OUT = "its path leads out of the archive"
    ID_TAKEN = "its id stands for another article of this run"
    # From here on nothing that anybody meant to give is lost: see `Unreadable.is_error`.
    SAME_AGAIN = "the same article was read before in this run"
    DATE = "its publication date can't be read; the article is kept without one"
    RECODED = "it is not UTF-8, and was read in another encoding"
    TEASER = "its page could not be read; what the feed tells of it is kept"
    CUT = "it ends in the middle"
    OTHER_LANGUAGE = "it is in another language"
    KNOWN = "it is in the record already, as it is"
    LEFT_OUT = "a file in a folder, of a kind that kg doesn't read"
    PAGE_PARTS = "what a browser saved beside a page, which is read"
    RECORDS = "records of a crawl that are no web pages"
    LINK = "a link or a device in an archive, which is never followed"
    SEEN_FOLDER = "a link to a folder that was read already"


WARNINGS = frozenset(
    {
        UnreadableReason.SAME_AGAIN,
        UnreadableReason.DATE,
        UnreadableReason.RECODED,
        UnreadableReason.TEASER,
        UnreadableReason.CUT,
        UnreadableReason.OTHER_LANGUAGE,
        UnreadableReason.KNOWN,
        UnreadableReason.LEFT_OUT,
        UnreadableReason.LINK,
        UnreadableReason.PAGE_PARTS,
        UnreadableReason.RECORDS,
        UnreadableReason.SEEN_FOLDER,
    }
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, a row of it or a field, that could not be read, or was left out.

    `origin` is the file or file:line; `message` is for people: where, what, what to do. `language` is that of an
    article that was set aside for it.
    """

    origin: str
    reason: UnreadableReason
    message: str
    language: str = ""

    @property
    def is_error(self) -> bool:
        """Whether an article is missing because of it; otherwise it is a warning."""
        return self.reason not in WARNINGS


def unreadable(origin: str, reason: UnreadableReason, detail: str = "", *, language: str = "") -> Unreadable:
    """Record with the message `origin: reason (detail)`, in one line whatever strangers' files bring into it.

    Examples
    --------
    >>> unreadable("news/a.txt", UnreadableReason.EMPTY, "0 bytes").message
    'news/a.txt: it has no text (0 bytes)'
    """
    message = f"{origin}: {reason.value}" + (f" ({detail})" if detail else "")
    return Unreadable(origin, reason, " ".join(message.splitlines()), language)


def os_failure(origin: str, error: OSError) -> Unreadable:
    """Record for what the operating system said."""
    if isinstance(error, FileNotFoundError):
        return unreadable(origin, UnreadableReason.NOT_FOUND)
    if isinstance(error, PermissionError):
        return unreadable(origin, UnreadableReason.NO_PERMISSION)
    return unreadable(origin, UnreadableReason.IO_ERROR, error.strerror or str(error))
