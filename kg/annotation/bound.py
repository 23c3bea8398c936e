"""Mending the parse around "for" after a verb of leaving: in "headed for Beirut to meet X" the city meets nobody.

Small models read "for Beirut to meet" as a clause of its own, with the place as its subject.
"""

from __future__ import annotations

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from kg.annotation.trees import hang

_FOR = get_string_id("for")
_LEAVING = frozenset(("head", "leave", "depart", "embark", "sail", "set", "start", "fly"))
_PLACES = frozenset(("GPE", "LOC", "FAC"))


def mend_bound(doc: Doc) -> None:
    """Hang, in place, the place on "for" and "for" on the verb of leaving.

    Parameters
    ----------
    doc
        A parsed paragraph.
    """
    for index in (doc.to_array("LOWER") == _FOR).nonzero()[0].tolist():
        if doc[index].dep_ == "mark":
            _mend(doc[index])


def _mend(word: Token) -> None:
    purpose, leaving = word.head, word.head.head
    if purpose.tag_ != "VB" or leaving.lemma_ not in _LEAVING or not leaving.i < word.i < purpose.i:
        return
    place = next((c for c in purpose.children if c.dep_ == "nsubj"), None)
    if place is None or place.ent_type_ not in _PLACES or not word.i < place.i < purpose.i:
        return
    hang(word, leaving, "prep")
    hang(place, word, "pobj")
