"""The title before a name: its words, whose office it is, and the gender it tells."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.mention import MentionKind
from kg.mentions.people.pieces import Piece
from kg.mentions.people.titles import (
    ABBREVIATED,
    COURTESY,
    DIPLOMATS,
    FORMS_OF_STATE,
    GENDERED_NOUNS,
    INTERNATIONAL,
    KIN,
    NOBLE,
    OFFICES,
    PORTFOLIO,
    STATE_OF_BODY,
    STATE_OF_OFFICE,
    TITLE_PARTS,
)
from kg.mentions.people.words import Label, Word

_LINKS = frozenset(("of", "for", "the", "and", "on", "to", "'s", "’s", "'", "’", "&", "at"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_FORMER = frozenset(("former", "ex", "late", "then", "outgoing"))
_OF_NAMES = (Label.NAME, Label.INITIAL, Label.PARTICLE, Label.SUFFIX)
_FARTHEST = 14
_SILENT = frozenset(("late", "then", "old", "young", "fellow", "veteran"))


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """A title before a name.

    `words` are without the state; `head` is the noun, folded; `direct`: no "of ..." between it and the name;
    `international`: of no state, as "UN envoy".
    """

    words: tuple[Word, ...]
    head: str
    country: str | None
    first: int
    direct: bool = True
    former: bool = False
    international: bool = False

    @property
    def is_courtesy(self) -> bool:
        """Whether this is "Mr" and the like: no office."""
        return self.head in COURTESY

    @property
    def is_office(self) -> bool:
        """Whether this is an office that one holds: "minister", not "Mr", not "brother"."""
        return self.direct and self.head in OFFICES

    @property
    def is_noble(self) -> bool:
        """Whether a given name alone may follow: King, Pope."""
        return self.head in NOBLE

    @property
    def gender(self) -> str | None:
        """What the title tells of the gender."""
        return COURTESY.get(self.head) or NOBLE.get(self.head) or GENDERED_NOUNS.get(self.head)

    @property
    def text(self) -> str:
        """The title as an office."""
        return " ".join(word.text for word in self.words if word.key not in _FORMER and word.key not in COURTESY)


def title_before(piece: Piece) -> TitlePhrase | None:
    """The title that stands before a possible name, or None.

    "Russian Foreign Minister X", "China's President X", "President of the Republic of Kazakhstan X", "envoy X", "Mr X".
    """
    words = piece.text.words
    at = piece.first - 1
    if at > 0 and words[at].text == "." and words[at - 1].key in ABBREVIATED and words[at - 1].capitalised:
        at -= 1  # a full stop that the tokenizer took off
    if at < 0:
        return None
    if _is_head(words[at]):
        return _direct(words, at)
    if words[at].key in ("and", ","):
        return _over_names(words, at)
    return _over_of(words, at)


def _over_names(words: list[Word], last: int) -> TitlePhrase | None:
    """The plural that stands before a list: "Senators X, Y and Z"."""
    at = last
    while at >= 0 and (words[at].label in _OF_NAMES or words[at].key in ("and", ",")):
        at -= 1
    if last - _FARTHEST < at and at >= 0 and _is_head(words[at]) and words[at].key.endswith("s"):
        return _direct(words, at) if words[at + 1].label in _OF_NAMES else None
    return None


def _is_head(word: Word) -> bool:
    if word.label is not Label.TITLE:
        return False
    return word.key in OFFICES or word.key in COURTESY or word.key in NOBLE or word.key in KIN


def _direct(words: list[Word], last: int) -> TitlePhrase | None:
    first = last
    while first > 0 and _is_inside(words[first - 1]) and not _ends_sentence(words, first - 1):
        first -= 1
    inside = tuple(word for word in words[first : last + 1] if word.text not in "-.")
    earlier = words[first - 2] if first > 1 and words[first - 1].geography is not None else None
    former = any(word.key in _FORMER for word in (*inside, earlier) if word is not None)
    kept = tuple(word for word in inside if word.key not in _SILENT)
    international = _is_international(words, first, last)
    country = None if international else _state_of_direct(words, first, last)
    return TitlePhrase(kept, words[last].key, country, first, former=former, international=international)


def _is_inside(word: Word) -> bool:
    """Whether a word before the noun of a title is a part of it: "Deputy", "Treasury"."""
    if word.key == "under" and not word.capitalised:
        return False  # "served under President X"
    if word.label is Label.TITLE or word.key in TITLE_PARTS or word.text in "-.":
        return True
    return word.capitalised and word.key in PORTFOLIO and word.key not in _LINKS and word.geography is None


def _ends_sentence(words: list[Word], at: int) -> bool:
    """Whether a full stop is one: not that of "Gov. X", nor of "Lt. Gen. X"."""
    return words[at].text == "." and (at == 0 or words[at - 1].key not in ABBREVIATED)


def _state_of_direct(words: list[Word], first: int, last: int) -> str | None:
    """The state before, also before an office joined by "and": "Russian Deputy Premier and Finance Minister X"."""
    if (state := _state_before(words, first) or STATE_OF_OFFICE.get(words[last].key)) is not None:
        return state
    for word in words[max(0, first - 2) : last]:
        if word.key in STATE_OF_BODY and word.capitalised:
            return STATE_OF_BODY[word.key]
    if first > 1 and words[first - 1].key in ("and", "&") and _is_head(words[first - 2]):
        at = first - 2
        while at > 0 and _is_inside(words[at - 1]):
            at -= 1
        return _state_before(words, at)
    return None


def _is_international(words: list[Word], first: int, last: int) -> bool:
    """Whether the title, or a name right before it, is of a body of many states."""
    at = first
    while at > 0 and (words[at - 1].capitalised or words[at - 1].text in _POSSESSIVE) and first - at < _FARTHEST:
        if words[at - 1].label is Label.GEOGRAPHY:
            break
        at -= 1
    return any(word.key in INTERNATIONAL and word.geography is None for word in words[at : last + 1])


def _state_before(words: list[Word], first: int) -> str | None:
    """The state of "Russian President", "China's President", "former Israeli prime minister"."""
    at = first - 1
    if at > 0 and words[at].text in _POSSESSIVE:
        at -= 1
        return _country(words[at])
    if at >= 0 and words[at].key in _FORMER:
        at -= 1
    if at >= 0 and words[at].label is Label.GEOGRAPHY:
        return _country(words[at], bare=True)
    last = at
    while at >= 0 and last - at < 4 and words[at].capitalised and words[at].geography is None:
        at -= 1  # "Ukraine's Security Council chief", "Israeli Foreign Ministry spokesman"
    if 0 < at < last and words[at].text in _POSSESSIVE:
        return _country(words[at - 1])
    mention = words[at].geography if 0 <= at < last else None
    near = mention is not None and (last - at == 1 or mention.kind is not MentionKind.NAME)
    return _country(words[at], bare=True) if near else None


def _country(word: Word, *, bare: bool = False) -> str | None:
    """The state a word names. Bare before a title no capital counts: "in Beijing President X"."""
    mention = word.geography
    if mention is None or (bare and mention.kind is MentionKind.CAPITAL):
        return None
    return mention.country


def _over_of(words: list[Word], last: int) -> TitlePhrase | None:
    country, at, linked = None, last, False
    while at >= 0 and last - at < _FARTHEST:
        word = words[at]
        if linked and _is_head(word) and word.key not in COURTESY and words[at + 1].key in ("of", "for", "to"):
            return _with_portfolio(words, at, last, country)
        foreign = (not word.capitalised or (word.label is Label.NAME and at < last)) and word.key not in PORTFOLIO
        if word.label is Label.GEOGRAPHY:
            country = _country(word) or country
        elif word.key in _LINKS:
            linked = True
        elif foreign:
            return None
        at -= 1
    return None


def _with_portfolio(words: list[Word], head: int, last: int, country: str | None) -> TitlePhrase | None:
    if words[last].key in _LINKS:
        return None
    first = head
    while first > 0 and words[first - 1].label is Label.TITLE:
        first -= 1
    inside = [word for word in words[first : last + 1] if word.key not in _POSSESSIVE]
    while inside and (inside[-1].geography or inside[-1].key in FORMS_OF_STATE):
        if inside[-1].key == "state" and len(inside) > 1 and inside[-2].key == "of" and country is None:
            break
        inside.pop()
    former = any(word.key in _FORMER for word in inside)
    kept = tuple(word for word in inside if word.key not in _SILENT and not word.geography)
    office = " ".join(word.key for word in kept)
    international = any(word.key in INTERNATIONAL for word in words[max(0, first - 2) : last + 1])
    if words[head].key in DIPLOMATS and words[head + 1].key != "of":
        country = None  # where they are sent
    state = None if international else _state_before(words, first) or country or _customary_state(office)
    return TitlePhrase(kept, words[head].key, state, first, direct=False, former=former, international=international)


def _customary_state(office: str) -> str | None:
    """The state of "deputy secretary of state" and the like."""
    return next((state for name, state in STATE_OF_OFFICE.items() if office.endswith(name)), None)
