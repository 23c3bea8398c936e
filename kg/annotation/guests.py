"""Mending the parse around guests: in "met visiting Kenyan President X", "Y and visiting President X" nobody visits X.

Small models read "visiting" before a title as a verb that takes the person for its object.
"""

from __future__ import annotations

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from kg.annotation.trees import hang

_PARTS = frozenset(("ADJ", "NOUN", "PROPN"))
_SIDES = frozenset(("with", "by", "between"))
_VERBAL = frozenset(("VERB", "AUX"))
_LONGEST = 10
_VISITING = get_string_id("visiting")


def mend_guests(doc: Doc) -> None:
    """Hang, in place, a guest on the word before "visiting", and "visiting" on the guest.

    Parameters
    ----------
    doc
        A parsed paragraph.
    """
    for index in (doc.to_array("LOWER") == _VISITING).nonzero()[0].tolist():
        token = doc[index]
        if token.dep_ == "csubj":
            _mend_opening(token)
        elif index > 0 and token.dep_ not in ("amod", "ROOT"):
            _mend(token)


def _mend(token: Token) -> None:
    guest = _guest(token)
    if guest is None or any(c.dep_ in ("aux", "nsubj") and c.i < token.i for c in token.children):
        return
    before = token.nbor(-1)
    if before.lower_ == "and" and before.i > 0:
        host, label = before.nbor(-1), "conj"
        if host.pos_ not in ("NOUN", "PROPN"):
            return
    elif before.lower_ in _SIDES:
        host, label = before, "pobj"
    elif before.pos_ == "VERB":
        host, label = before, "dobj"
    else:
        return
    if host.sent != token.sent or guest.sent != token.sent or guest == host or guest in host.ancestors:
        return
    _hang(token, guest, host, label)


def _mend_opening(token: Token) -> None:
    """Make the guest the subject in "Visiting Chinese Premier X met Y": it isn't the visiting that met."""
    verb, guest = token.head, _guest(token)
    titled = token.nbor(1).ent_type_ != "PERSON"
    if guest is None or not titled or verb.pos_ != "VERB" or not guest.i < verb.i:
        return
    _hang(token, guest, verb, "nsubj")


def _hang(token: Token, guest: Token, host: Token, label: str) -> None:
    """Give the guest to the host, what else stood under "visiting" to the verb above, and "visiting" to the guest."""
    if token in host.ancestors:
        return
    hang(guest, host, label)
    above = next((a for a in (host, *host.ancestors) if a.pos_ in _VERBAL), host)
    for child in [c for c in token.children if c.i > guest.i]:
        hang(child, above)
    hang(token, guest, "amod")


def _guest(token: Token) -> Token | None:
    """The last word of the title and name behind "visiting", None where no person is named there."""
    last = None
    for word in token.doc[token.i + 1 : token.i + 1 + _LONGEST]:
        linked = word.lower_ == "of" or word.tag_ == "HYPH"
        if not (linked or (word.pos_ in _PARTS and (word.text[0].isupper() or word.pos_ != "NOUN"))):
            break
        last = word if not linked else last
    return last if last is not None and last.ent_type_ == "PERSON" else None
