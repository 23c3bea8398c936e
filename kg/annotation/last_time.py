"""Mending the parse around "last" and "first" as adverbs: in "the two last met in Rome" nobody is the last.

Small models read the adverb as a noun that the number before it counts.
"""

from __future__ import annotations

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from kg.annotation.trees import hang

_TIMES = tuple(get_string_id(word) for word in ("last", "first"))
_SUBJECTS = ("nsubj", "nsubjpass")


def mend_last_time(doc: Doc) -> None:
    """Make, in place, the number before "last met" the subject and "last" an adverb.

    Parameters
    ----------
    doc
        A parsed paragraph.
    """
    lower = doc.to_array("LOWER")
    for word in _TIMES:
        for index in (lower == word).nonzero()[0].tolist():
            if doc[index].dep_ in _SUBJECTS:
                _mend(doc[index])


def _mend(token: Token) -> None:
    number = token.nbor(-1) if token.i > token.sent.start else None
    verb = token.head
    if number is None or number.pos_ != "NUM" or number.head != token or verb.i != token.i + 1:
        return
    label = token.dep_
    hang(number, verb, label)
    for child in [c for c in token.children if c.i < number.i]:
        hang(child, number)
    hang(token, verb, "advmod")
