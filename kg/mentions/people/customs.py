"""States that an office tells by itself: "Senator X", and a bare "Prime Minister X" under the dateline of a capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.mentions.mention import MentionKind
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person
from kg.mentions.people.titles import STATES_IN_PLAY, STATES_OF_OFFICE

Votes = dict[int, Counter[str]]


def is_international(person: Person, evidence: Evidence) -> bool:
    """Whether the person holds an office of many states."""
    found = [evidence.titles.get(id(piece)) for piece in person.pieces]
    described = [evidence.appositions.get(id(piece)) for piece in person.pieces]
    return any(one is not None and one.international for one in (*found, *described))


def offices_of(person: Person, evidence: Evidence) -> set[str]:
    """The offices told with the person, folded: {"prime minister"}."""
    told: set[str] = set()
    for piece in person.pieces:
        title, described = evidence.titles.get(id(piece)), evidence.appositions.get(id(piece))
        if title is not None and not title.is_courtesy and not title.former:
            told.add(" ".join(word.key for word in title.words))
        if described is not None and described.is_office and not described.former:
            told.add(described.text.lower())
    return told


def vote_for_home(
    persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], votes: Votes, home: str
) -> None:
    """Give the dateline's state to a bare "Prime Minister X", unless two have the bare office, or another of it there.

    Not to a bare "President X" or "Secretary X": the American one is often called so anywhere. Nor where the article
    is about another state more than about that of the dateline: then it only tells where guests meet.
    """
    told = Counter(w.geography.country for text in texts for w in text.words if w.geography and w.geography.country)
    _vote_for_president(persons, evidence, told, votes, home)
    if any(count > told[home] for count in told.values()):
        return
    bare = [person for person in persons if not votes[id(person)] and not is_international(person, evidence)]
    for person in bare:
        if any(_speaks_of_others(piece, home) for piece in person.pieces[:1]) or _is_of_guests(person, evidence):
            continue
        held = {office for office in offices_of(person, evidence) if _is_of_government(office)}
        rivals = [other for other in persons if other is not person and (other in bare or home in votes[id(other)])]
        if held and not any(held & offices_of(other, evidence) for other in rivals):
            votes[id(person)][home] += 1


def _vote_for_president(
    persons: Sequence[Person], evidence: Evidence, told: Counter[str], votes: Votes, home: str
) -> None:
    """Give the dateline's state to the only bare president, at home in America, or where America isn't told of."""
    bare = [person for person in persons if not votes[id(person)] and "president" in offices_of(person, evidence)]
    most = max(told, key=lambda state: told[state], default="")
    if len(bare) != 1 or not (home == "US" or ("US" not in told and most == home)):
        return
    [person] = bare
    if not _is_of_guests(person, evidence) and not _speaks_of_others(person.pieces[0], home):
        votes[id(person)][home] += 1


def _is_of_guests(person: Person, evidence: Evidence) -> bool:
    """Whether a name is joined to another: "the secretary of state and Foreign Minister X"."""
    for piece in person.pieces:
        title = evidence.titles.get(id(piece))
        first = piece.first if title is None else title.first
        if first > 0 and piece.text.words[first - 1].key in ("and", "with"):
            return True
    return False


def _speaks_of_others(piece: Piece, home: str) -> bool:
    """Whether the paragraph has named another state, or a place of one, before a name."""
    mentions = [word.geography for word in piece.text.words[: piece.first] if word.geography is not None]
    return any(mention.country not in (None, home) for mention in mentions)


def _is_of_government(office: str) -> bool:
    words = office.split()
    if words[-1] in ("minister", "premier"):
        return True
    return words[-1] in ("spokesman", "spokeswoman") and bool({"ministry", "government"} & set(words))


def vote_by_office(persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], votes: Votes) -> None:
    """From offices that few states have: "Senator X", "Labour leader X"."""
    mentions = [word.geography for text in texts for word in text.words if word.geography is not None]
    in_play = {m.country for m in mentions if m.country and m.kind is not MentionKind.CAPITAL}
    for person in persons:
        if not votes[id(person)]:
            for office in sorted(_institutional(person, evidence)):
                votes[id(person)].update(_by_office(office, in_play))


def _institutional(person: Person, evidence: Evidence) -> Iterator[str]:
    """The last one, two and three words of each title, with a party or parliament before it."""
    for piece in person.pieces:
        title = evidence.titles.get(id(piece))
        if title is None or title.is_courtesy or title.country is not None:
            continue
        before = piece.text.words[max(0, title.first - 2) : title.first]
        words = [word.key for word in (*before, *title.words)]
        yield from (" ".join(words[-size:]) for size in (1, 2, 3) if len(words) >= size)
        if not title.direct:
            yield " ".join(word.key for word in title.words)
    for piece in person.pieces:
        described = evidence.appositions.get(id(piece))
        if described is not None and described.country is None:
            words = [word.key for word in described.words if word.key not in ("the", "a", "former")]
            yield from (" ".join(words[:size]) for size in (2, 4) if len(words) >= size)


def _by_office(office: str, in_play: set[str]) -> Iterator[str]:
    usual, possible = STATES_OF_OFFICE.get(office, ()), STATES_IN_PLAY.get(office, ())
    present = [state for state in usual if state in in_play]
    if usual and (not present or usual[0] in present):
        yield usual[0]
    elif len(present) == 1:
        yield present[0]
    present = [state for state in possible if state in in_play]
    if len(present) == 1:
        yield present[0]
