"""States named near a person, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.pieces import Piece

# What a state has, and officials speak for.
BODIES = frozenset(
    (
        "delegation",
        "leadership",
        "officials",
        "ministry",
        "government",
        "presidency",
        "presidential",
        "cabinet",
        "army",
        "military",
        "police",
        "parliament",
        "embassy",
        "country",
        "country's",
    )
)


def state_for(piece: Piece) -> str | None:
    """The state of "X for the Netherlands" and "X (Norway)"."""
    after, second = piece.after(), piece.after(2)
    if second is not None and second.key == "the":
        second = piece.after(3)
    if after is None or second is None or after.key not in ("for", "(") or second.geography is None:
        return None
    names = (MentionKind.NAME, MentionKind.ABBREVIATION, MentionKind.CAPITAL)
    return second.geography.country if second.geography.kind in names else None


def state_before(piece: Piece) -> Iterator[str]:
    """The nearest state before in the sentence."""
    sentence = piece.text.segment.doc[piece.start].sent
    for at in range(piece.first - 1, -1, -1):
        word = piece.text.words[at]
        if word.start < sentence.start:
            return
        if word.geography is not None and word.geography.kind is not MentionKind.CAPITAL and word.geography.country:
            if word.geography.entity.startswith(COUNTRY):
                yield word.geography.country
            return


def state_of_body(piece: Piece, end: int) -> Iterator[str]:
    """The state of the last "Turkish foreign ministry" before "the ministry's spokesman X"."""
    words = piece.text.words
    for at in range(end - 2, -1, -1):
        mention = words[at].geography
        if mention is not None and mention.country and mention.kind is not MentionKind.CAPITAL:
            following = [word.key for word in words[at + 1 : at + 5]]
            if BODIES.intersection(following):
                yield mention.country
            return


def states_of_bodies(piece: Piece, end: int) -> Iterator[str]:
    """The states whose government, delegation and the like the paragraph has told of before a word."""
    words = piece.text.words[:end]
    for at, word in enumerate(words):
        mention = word.geography
        followed = any(following.key in BODIES for following in words[at + 1 : at + 4])
        if followed and mention is not None and mention.country and mention.kind is not MentionKind.CAPITAL:
            yield mention.country


def is_near(other: Piece, piece: Piece) -> bool:
    """Whether a name stands in the sentence of another or in the one right before."""
    doc, sentence = piece.text.segment.doc, piece.text.segment.doc[piece.start].sent
    if other.text is piece.text:
        first = doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
        return other.start >= first
    theirs = other.text.segment
    return sentence.start == 0 and theirs.index + 1 == piece.text.segment.index and _is_in_last(other)


def _is_in_last(piece: Piece) -> bool:
    doc = piece.text.segment.doc
    return bool(doc[piece.start].sent == doc[len(doc) - 1].sent)
