"""What speaks for and against a piece being the name of a human being, where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.mentions.people.given_names import given_names, is_east_asian, is_surname_shaped
from kg.mentions.people.human_nouns import Apposition
from kg.mentions.people.lexicon import (
    HEADS_OF_PLACES,
    HUMAN_ACTS,
    HUMAN_VERBS,
    INSTITUTIONS,
    KINDS_OF_PLACES,
    SHAPED_LIKE_PEOPLE,
    SURNAMES_TOO,
    THINGS,
    THINGS_AFTER,
)
from kg.mentions.people.pieces import Piece
from kg.mentions.people.title_phrases import TitlePhrase
from kg.mentions.people.titles import KIN, SERVANTS
from kg.mentions.people.weights import Clue
from kg.mentions.people.words import Label, Word

_SPOTS = frozenset(("in", "at", "near", "outside", "inside", "via", "aboard", "across", "throughout"))
_TALKS = frozenset(
    (
        *("talk", "talks", "meet", "meeting", "speak", "conversation", "lunch", "dinner", "dine", "confer", "summit"),
        *("negotiation", "consultation", "discussion", "session", "huddle", "negotiate", "breakfast", "encounter"),
    )
)
_MEETING = frozenset(("meet", "telephone", "phone"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def clues_at(piece: Piece, title: TitlePhrase | None, described: Apposition | None) -> Iterator[Clue]:
    """The clues that one occurrence gives, with its title and its apposition."""
    if title is not None:
        yield _title_clue(title.is_courtesy, title.direct, piece.text.words[title.first + len(title.words) - 1])
    yield from _model(piece)
    yield from _around(piece, titled=title is not None)
    if piece.text.segment.doc[piece.end - 1].tag_ == "NNPS" and title is None and not _is_named(piece):
        yield Clue.PLURAL
    yield from _acts(piece)
    if described is not None:
        yield Clue.APPOSITION


def _is_named(piece: Piece) -> bool:
    """Whether a given name comes first: "Ana Lopes" is no plural, whatever the tagger says, "the Lopes" is."""
    return len(piece.key) > 1 and piece.key[0] in given_names()


def clues_within(key: tuple[str, ...]) -> Iterator[Clue]:
    """The clues that the words themselves give."""
    if len(key) < 2:
        if is_surname_shaped(key[0]):
            yield Clue.SURNAME_ALONE
        return
    if key[0] in given_names() and key[0] not in HEADS_OF_PLACES:
        yield Clue.GIVEN
    elif any(word in given_names() for word in key[1:]):
        yield Clue.MIDDLE
    if is_east_asian(key):
        yield Clue.SHAPE
    if is_surname_shaped(key[-1]):
        yield Clue.SURNAME
    if key[0] in HEADS_OF_PLACES or key in SHAPED_LIKE_PEOPLE:
        yield Clue.SPOT


def _title_clue(courtesy: bool, direct: bool, last: Word) -> Clue:
    if courtesy:
        return Clue.COURTESY
    if not direct:
        return Clue.OFFICE_OF
    return Clue.OFFICE if last.capitalised else Clue.ROLE


def _model(piece: Piece) -> Iterator[Clue]:
    doc = piece.text.segment.doc
    types = {doc[token].ent_type_ for token in range(piece.start, piece.end)}
    if types == {"PERSON"}:
        whole = piece.end == len(doc) or doc[piece.end].ent_iob_ != "I"
        yield Clue.MODEL_FULL if len(piece.key) > 1 and whole else Clue.MODEL_PART
    elif "PERSON" in types:
        yield Clue.MODEL_PART
    elif types & {"GPE", "LOC", "NORP"}:
        yield Clue.MODEL_PLACE
    elif types - {""}:
        yield Clue.MODEL_BODY


def _around(piece: Piece, *, titled: bool) -> Iterator[Clue]:
    if not titled and (clue := _from_before(piece)) is not None:
        yield clue
    after, second = piece.after(), piece.after(2)
    if after is None:
        return
    if after.capitalised and after.key in INSTITUTIONS and after.key not in SURNAMES_TOO:
        yield Clue.INSTITUTION
    elif after.key == "who" or (after.text == "," and second is not None and second.key in ("who", "whose")):
        yield Clue.WHO
    elif after.text == "," and second is not None:
        yield from _after_comma(piece, second)
    elif after.text in _POSSESSIVE and second is not None and _owned(piece, second):
        yield Clue.OWNER
    elif after.text in _POSSESSIVE and second is not None and second.key in HUMAN_ACTS:
        yield Clue.ACT
    elif after.key in THINGS_AFTER and not after.capitalised and not titled:
        yield Clue.THING
    elif after.key == "of" and second is not None and second.geography and len(piece.key) > 1 and not titled:
        yield Clue.OF_STATE


def _from_before(piece: Piece) -> Clue | None:
    before, second = piece.before(), piece.before(2)
    if before is None:
        return None
    if before.key in ("named", "nicknamed"):
        return Clue.NAMED
    if before.key in ("the", "a", "an"):
        return None if head_of(piece).dep_ == "compound" else Clue.ARTICLE
    if before.key in _SPOTS and not before.capitalised:
        return Clue.WHERE
    if before.key in HEADS_OF_PLACES and before.capitalised and before.label is not Label.TITLE:
        return Clue.SPOT
    if before.key in THINGS and not before.capitalised:
        return Clue.THING
    if second is not None and before.key == "of" and second.key in KINDS_OF_PLACES:
        return Clue.SPOT
    if second is not None and before.text in _POSSESSIVE and second.geography is not None and len(piece.key) > 1:
        return Clue.STATES_OWN
    return None


def _after_comma(piece: Piece, second: Word) -> Iterator[Clue]:
    third = piece.after(3)
    if second.text.isdigit() and len(second.text) == 2 and third is not None and third.text in ",.":
        yield Clue.AGE
    elif second.geography is not None and (third is None or third.text in ",.;:)"):
        yield Clue.WITHIN


def _owned(piece: Piece, second: Word) -> bool:
    third = piece.after(3)
    return any(word is not None and word.key in (SERVANTS | KIN) for word in (second, third))


def _acts(piece: Piece) -> Iterator[Clue]:
    root = head_of(piece)
    met = root.dep_ == "dobj" and root.head.lemma_ in _MEETING
    talked = root.dep_ == "pobj" and root.head.lower_ == "with" and root.head.head.lemma_.lower() in _TALKS
    if met or talked:
        yield Clue.MET
    if root.dep_ in ("nsubj", "nsubjpass"):
        yield Clue.ACTS if root.head.lemma_.lower() in HUMAN_VERBS else Clue.SUBJECT


def head_of(piece: Piece) -> Token:
    """The syntactic head among the tokens of a piece: the one whose own head lies outside."""
    doc = piece.text.segment.doc
    span = range(piece.start, piece.end)
    return next((doc[i] for i in span if doc[i].head.i not in span or doc[i].head.i == i), doc[piece.end - 1])
