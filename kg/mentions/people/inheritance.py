"""States that a person shares with another: "his sister, X", "King Y and Queen X", "the ministry's spokesman X"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.mentions.people.clues import head_of
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.given_names import gender_of
from kg.mentions.people.hosts import states_of_host
from kg.mentions.people.human_nouns import Apposition
from kg.mentions.people.nearby import (
    BODIES,
    is_near,
    state_before,
    state_before_noun,
    state_for,
    state_of_adjective,
    state_of_body,
    state_represented,
    states_of_bodies,
)
from kg.mentions.people.pieces import Piece
from kg.mentions.people.roster import Person
from kg.mentions.people.surroundings import Surroundings
from kg.mentions.people.title_phrases import TitlePhrase
from kg.mentions.people.titles import KIN, NOBLE, OFFICES, SERVANTS
from kg.mentions.people.words import Label, Word

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_PRONOUNS = frozenset(("his", "her", "whose"))
_WITH = (["accompanied", "by"], ["along", "with"], ["together", "with"], ["flanked", "by"])
_GENDERS = {"his": "m", "her": "f"}
_COURT = frozenset(("presidential",))
_COUNTERPARTS = frozenset(("counterpart", "colleague", "number"))
# Of the same state as those named just before: offices of a government below its head.
_MEMBERS = frozenset(("minister", "spokesman", "spokeswoman", "spokesperson", "secretary", "speaker", "head", "chief"))


class Neighbours:
    """Reads the states of persons from the people named around them."""

    def __init__(self, evidence: Evidence, around: Surroundings, votes: dict[int, Counter[str]]) -> None:
        self._evidence = evidence
        self._around = around
        self._votes = votes

    def read(self, persons: Sequence[Person]) -> None:
        """Vote for those that have no state: "his aide X", "King Y and Crown Prince X", "X for China"."""
        for person in persons:
            if not self._votes[id(person)]:
                for piece in person.pieces:
                    if not piece.text.shouting:
                        self._votes[id(person)].update(self._beside(piece, person))

    def inherit(self, persons: Sequence[Person]) -> None:
        """Vote for bare "Defence Minister X" where all those named just before, and all the text, are of one state."""
        for person in persons:
            if not self._votes[id(person)]:
                for piece in person.pieces:
                    title = self._evidence.titles.get(id(piece))
                    if title is not None and _is_member(title):
                        self._votes[id(person)].update(self._of_company(piece, person, title))

    def _of_company(self, piece: Piece, person: Person, title: TitlePhrase) -> Iterator[str]:
        """The state of those named before, where the paragraph tells of no other and nobody else has the office."""
        before = [other for _, other in self._around.before(piece.text.segment.index, piece.start)]
        states = {state for other in before for state in self._votes[id(other)]}
        if not states:
            states = set(states_of_bodies(piece, title.first))
        told = {w.geography.country for w in piece.text.words[: title.first] if w.geography and w.geography.country}
        if len(states) != 1 or not told <= states or piece.text.words[title.first - 1].key in ("and", "with"):
            return
        for other in before:
            for place in other.pieces:
                held = self._evidence.titles.get(id(place))
                if other is not person and held is not None and _is_same_office(held, title):
                    return
        yield from states

    def _beside(self, piece: Piece, person: Person) -> Iterator[str]:
        described = self._evidence.appositions.get(id(piece))
        if described is not None and described.country is None:
            yield from self._by_description(piece, person, described, described.owner)
        title = self._evidence.titles.get(id(piece))
        if title is not None and title.country is None and not title.is_courtesy and title.first > 0:
            yield from self._by_title(piece, person, title)
        yield from states_of_host(piece, self._evidence.titles, self._around, self._votes)
        if title is not None and title.country is None and _COURT.intersection(word.key for word in title.words):
            yield from self._of_president(piece, person)
        for state in (state_for(piece), state_of_adjective(piece), state_before_noun(piece), state_represented(piece)):
            if state is not None:
                yield state

    def _by_description(self, piece: Piece, person: Person, described: Apposition, owner: Word | None) -> Iterator[str]:
        if _is_of_the_country(described) and described.noun in OFFICES | NOBLE.keys():
            yield from state_before(piece, sentences=2)
        elif owner is None:
            return
        elif owner.key == "its" and described.noun in OFFICES | NOBLE.keys():
            yield from state_before(piece)
        elif owner.key == "the":
            if described.noun in _MEMBERS and not described.international:
                yield from state_before(piece)
        elif described.noun in _COUNTERPARTS:
            yield from self._of_other_side(piece, person, owner)
        elif described.noun in SERVANTS or described.noun in KIN:
            yield from self._of_owner(piece, person, owner)

    def _by_title(self, piece: Piece, person: Person, title: TitlePhrase) -> Iterator[str]:
        words = piece.text.words
        before = words[title.first - 1]
        if [word.key for word in words[max(0, title.first - 2) : title.first]] in _WITH:
            yield from self._of_owner(piece, person, None)
        elif before.key == "where" and title.first > 2 and words[title.first - 2].text == ",":
            place = words[title.first - 3].geography  # "in Manila, where President X"
            yield from [place.country] if place is not None and place.country else ()
        elif before.key in ("and", ","):
            yield from self._of_companion(piece, title.first - 1)
        elif before.key in _PRONOUNS and title.head in SERVANTS:
            yield from self._of_owner(piece, person, before)
        elif before.text in _POSSESSIVE and title.first > 1:
            owner = words[title.first - 2]
            if owner.key in BODIES:
                yield from state_of_body(piece, title.first)
            elif owner.label is Label.NAME and (title.head in SERVANTS or title.head in KIN):
                yield from self._of_owner(piece, person, owner)
        elif before.key in BODIES and not before.capitalised:
            yield from state_of_body(piece, title.first)

    def _of_other_side(self, piece: Piece, person: Person, owner: Word) -> Iterator[str]:
        """The only other state of the paragraph so far than that of the one whose counterpart this is."""
        own = set(self._of_owner(piece, person, owner))
        words = piece.text.words[: piece.first]
        told = {word.geography.country for word in words if word.geography and word.geography.country}
        told |= {
            state
            for other, someone in self._around.before(piece.text.segment.index, piece.start)
            if other.text.segment.index + 1 >= piece.text.segment.index
            for state in self._votes[id(someone)]
        }
        if own and len(told - own) == 1:
            yield from (state for state in told - own if state)

    def _of_president(self, piece: Piece, person: Person) -> Iterator[str]:
        """The state of the president named last before "presidential aide X"."""
        for other_piece, other in self._around.before(piece.text.segment.index, piece.start):
            title = self._evidence.titles.get(id(other_piece))
            if other is not person and title is not None and title.head == "president":
                yield from list(self._votes[id(other)])[:1]
                return

    def _of_owner(self, piece: Piece, person: Person, owner: Word | None) -> Iterator[str]:
        """The state of the one whose wife or aide this is: the one named, else the last subject."""
        before = self._around.before(piece.text.segment.index, piece.start)
        others = [(p, who) for p, who in before if who is not person]
        if owner is not None and owner.key == "her":  # rarer, and so telling: the woman, where one is near
            women = [(p, who) for p, who in others if is_near(p, piece) and gender_of(who.key[0]) == "f"]
            others = women[:1] or others
        for other_piece, other in others:
            if owner is None or owner.key in _PRONOUNS:
                if not is_near(other_piece, piece):
                    return
                fits = _is_meant(other_piece, other, owner)
            else:
                fits = owner.key in (other_piece.key[-1], other_piece.key[0])
            if fits:
                yield from list(self._votes[id(other)])[:1]
                return

    def _of_companion(self, piece: Piece, link: int) -> Iterator[str]:
        """The state of the person named right before "and": "the Thai king and Queen X"."""
        for other_piece, other in self._around.before(piece.text.segment.index, piece.start):
            title = self._evidence.titles.get(id(piece))
            told = self._evidence.titles.get(id(other_piece)) or self._evidence.appositions.get(id(other_piece))
            if title is None or told is None or _is_same_office(title, told):
                return
            between = other_piece.text.words[other_piece.last : link]
            if other_piece.text is piece.text and all(
                word.geography or word.key in ("of", "the", ",") for word in between
            ):
                yield from list(self._votes[id(other)])[:1]
            return


def _is_of_the_country(described: Apposition) -> bool:
    """Whether this is "the country's leader"."""
    words = [word.key for word in described.words]
    return any(one == "country" and other in _POSSESSIVE for one, other in pairwise(words))


def _is_same_office(title: TitlePhrase, other: TitlePhrase | Apposition) -> bool:
    """Whether two people with such titles are of two states: one has no two foreign ministers."""
    return title.text.lower() == other.text.lower() or (_is_foreign(title) and _is_foreign(other))


def _is_foreign(title: TitlePhrase | Apposition) -> bool:
    words = {word.key for word in title.words}
    return bool(words & {"foreign", "external"}) or {"secretary", "state"} <= words


def _is_meant(other_piece: Piece, other: Person, owner: Word | None) -> bool:
    """Whether a name can be whose a pronoun speaks of: "X and his aide", or a subject of the pronoun's gender."""
    if owner is not None and {_GENDERS.get(owner.key), gender_of(other.key[0])} == {"m", "f"}:
        return False
    if (
        owner is None
        or owner.key == "whose"
        or gender_of(other.key[0]) == "f"
        or other_piece.start == head_of(other_piece).sent.start
    ):
        return True
    following = other_piece.after()
    joined = following is not None and following.key == "and" and following.end == owner.start
    return joined or head_of(other_piece).dep_ in ("nsubj", "nsubjpass", "poss")


def _is_member(title: TitlePhrase) -> bool:
    """Whether this is an office below the head of a government, told without a state."""
    if not title.direct or title.country is not None or len(title.words) < 2:
        return False
    words = [word.key for word in title.words]
    return title.head in _MEMBERS and (words[-2] not in ("prime", "first") or "deputy" in words or "vice" in words)
