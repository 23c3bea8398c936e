"""Nouns for what is signed, by what each may point at."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What two sides or more agree on.
PACTS = _words(
    """agreement treaty deal accord pact convention truce ceasefire cease-fire protocol settlement compact framework
    memorandum contract charter partnership concordat armistice covenant mou"""
)
#: What they say together.
STATEMENTS = _words("declaration statement communique communiqué charter")
#: What one alone signs.
LAWS = _words("law bill act legislation measure amendment")
ORDERS = _words("order decree edict proclamation directive ukase pardon warrant")
#: Words for any document.
GENERIC = _words("document text paper documents papers")
#: Whose documents a text may tell of without saying that they are signed; "order" and "settlement" mean too much else.
TELLING = (PACTS | STATEMENTS | _words("document text bill decree")) - _words("settlement partnership framework")
DOCUMENTS = PACTS | STATEMENTS | LAWS | ORDERS | GENERIC
#: What only one side signs: nobody is its partner.
UNILATERAL = LAWS | ORDERS
#: Heads of names of bodies, which nobody signs.
BODIES = _words(
    """party front movement ministry army council committee congress parliament government company bank court force
    league alliance republic association group"""
)


#: What each of these words may point at; any other points at its like alone.
POINTING = {
    **dict.fromkeys(_words("agreement deal accord pact settlement"), PACTS),
    "treaty": _words("treaty pact convention accord partnership"),
    **dict.fromkeys(_words("truce ceasefire cease-fire"), _words("truce ceasefire cease-fire")),
    **dict.fromkeys(_words("statement declaration communique communiqué"), STATEMENTS),
    **dict.fromkeys(LAWS, LAWS),
    **dict.fromkeys(ORDERS, ORDERS),
    **dict.fromkeys(GENERIC, DOCUMENTS),
}


def may_be(word: str, pointer: str) -> bool:
    """Whether what is called by a word may be meant by another: the "treaty" before by "the deal".

    Examples
    --------
    >>> may_be("treaty", "pact"), may_be("decree", "document"), may_be("decree", "treaty")
    (True, True, False)
    """
    return word == pointer or word in POINTING.get(pointer, ())
