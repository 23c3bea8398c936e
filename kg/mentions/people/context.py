"""The state of a person that the words beside the name don't tell, but those around them do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.clues import head_of
from kg.mentions.people.descriptions import Description, descriptions_of, is_said_of, leads
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.inheritance import Neighbours
from kg.mentions.people.pieces import Text
from kg.mentions.people.roster import Person
from kg.mentions.people.surroundings import Surroundings
from kg.mentions.people.titles import STATES_IN_PLAY, STATES_OF_OFFICE

_LEADERS = ("leader", "ruler", "strongman")
_TOPS = (
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "emir",
    "sultan",
    "leader",
    "chairman",
    "ruler",
)
_ROUNDS = 3  # one description resolved can leave one person only for the next
Votes = dict[int, Counter[str]]


def vote(persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], votes: Votes) -> None:
    """Add votes for those that have none; `votes` is by the id of the person."""
    quiet = [text for text in texts if not text.shouting]
    around = Surroundings(persons)
    neighbours = Neighbours(evidence, around, votes)
    readable = [person for person in persons if not is_international(person, evidence)]
    neighbours.read(readable)
    _read_predicates(readable, around, quiet, votes)
    _read_descriptions([d for text in quiet for d in descriptions_of(text)], readable, evidence, around, votes)
    _read_offices(readable, evidence, texts, votes)
    neighbours.read(readable)
    neighbours.inherit(readable)


def vote_for_home(persons: Sequence[Person], evidence: Evidence, votes: Votes, home: str) -> None:
    """Give the dateline's state to a bare "Prime Minister X", unless two have the bare office, or another of it there.

    Not to a bare "President X" or "Secretary X": the American one is often called so anywhere.
    """
    bare = [person for person in persons if not votes[id(person)] and not is_international(person, evidence)]
    for person in bare:
        if any(_speaks_of_others(piece, home) for piece in person.pieces[:1]):
            continue
        held = {office for office in offices_of(person, evidence) if _is_of_government(office)}
        rivals = [other for other in persons if other is not person and (other in bare or home in votes[id(other)])]
        if held and not any(held & offices_of(other, evidence) for other in rivals):
            votes[id(person)][home] += 1


def _speaks_of_others(piece: Piece, home: str) -> bool:
    """Whether the paragraph has named another state, or a place of one, before a name."""
    mentions = [word.geography for word in piece.text.words[: piece.first] if word.geography is not None]
    return any(mention.country not in (None, home) for mention in mentions)


def _is_of_government(office: str) -> bool:
    words = office.split()
    if words[-1] in ("minister", "premier"):
        return True
    return words[-1] in ("spokesman", "spokeswoman") and bool({"ministry", "government"} & set(words))


def is_international(person: Person, evidence: Evidence) -> bool:
    """Whether the person holds an office of many states."""
    found = [evidence.titles.get(id(piece)) for piece in person.pieces]
    described = [evidence.appositions.get(id(piece)) for piece in person.pieces]
    return any(one is not None and one.international for one in (*found, *described))


def _read_predicates(persons: Sequence[Person], around: Surroundings, texts: Sequence[Text], votes: Votes) -> None:
    """From "X was elected president of Chile", "X, who heads Japan's delegation"."""
    stateless = {id(person) for person in persons if not votes[id(person)]}
    for text in texts:
        doc = text.segment.doc
        near = [pair for pair in around.within(text.segment.index) if id(pair[1]) in stateless]
        if not near:
            continue
        for described in descriptions_of(text):
            for piece, person in near:
                if piece.last <= described.at and is_said_of(head_of(piece), described.noun):
                    votes[id(person)][described.state] += 2
            if (found := _meant_by_pronoun(described, around)) is not None and id(found) in stateless:
                votes[id(found)][described.state] += 2
        for at, word in enumerate(text.words):
            if word.geography is not None and word.geography.country and word.geography.entity.startswith(COUNTRY):
                for piece, person in near:
                    if piece.last <= at and leads(head_of(piece), doc[word.end - 1]):
                        votes[id(person)][word.geography.country] += 2


def _meant_by_pronoun(described: Description, around: Surroundings) -> Person | None:
    """Who "he" is in "he became president of Chile": the only person of this sentence and the last."""
    doc, sentence = described.text.segment.doc, described.noun.sent
    pronouns = [t for t in doc[sentence.start : described.noun.i] if t.lower_ in ("he", "she")]
    if not any(is_said_of(pronoun, described.noun) for pronoun in pronouns):
        return None
    first = doc[sentence.start - 1].sent.start if sentence.start > 0 else 0
    pairs = around.within(described.text.segment.index)
    near = {id(person): person for piece, person in pairs if first <= piece.start < described.noun.i}
    return next(iter(near.values())) if len(near) == 1 else None


def _read_descriptions(
    found: Sequence[Description], persons: Sequence[Person], evidence: Evidence, around: Surroundings, votes: Votes
) -> None:
    """Give the state of "the Danish leader" to the person that it must stand for, if that has no state."""
    for _ in range(_ROUNDS):
        resolved = False
        for described in found:
            person = _antecedent(described, persons, evidence, around, votes)
            if person is not None:
                votes[id(person)][described.state] += 1
                resolved = True
        if not resolved:
            break
    for person in persons:
        if not votes[id(person)] and len(states := _states_of_same_office(person, found, evidence)) == 1:
            [state] = states
            if not any(state in votes[id(other)] and _shares_office(other, person, evidence) for other in persons):
                votes[id(person)][state] += 1


def _antecedent(
    described: Description, persons: Sequence[Person], evidence: Evidence, around: Surroundings, votes: Votes
) -> Person | None:
    """The one person lately named who has no state and can hold the office; None where two can, or another does.

    A description in the sentence of a name is somebody else, and so may be one that only suffers something.
    """
    if not described.is_subject:
        return None
    for person in persons:
        if described.state in votes[id(person)] and _can_be(person, described.office, evidence):
            return None
    word = described.text.words[described.at]
    index, sentence = described.text.segment.index, described.noun.sent
    able: list[Person] = []
    for _, person in around.before(index, word.start):
        if person in able or person not in persons or votes[id(person)]:
            continue
        same = any(p.text is described.text and sentence.start <= p.start < sentence.end for p in person.pieces)
        if not same and _can_be(person, described.office, evidence):
            able.append(person)
    if len(able) > 1 and described.office in _LEADERS:
        able = [person for person in able if offices_of(person, evidence)]
    return able[0] if len(able) == 1 else None


def _can_be(person: Person, office: str, evidence: Evidence) -> bool:
    """Whether the offices told with the person, if any, allow this one."""
    titles = [evidence.titles.get(id(piece)) for piece in person.pieces]
    if any(title is not None and not title.direct and title.country is None for title in titles):
        return False  # an office of something else than a state
    held = offices_of(person, evidence)
    if office in _LEADERS:
        return not held or any(_is_same(one, top) for one in held for top in _TOPS)
    return not held or any(_is_same(office, one) for one in held)


def _is_same(one: str, other: str) -> bool:
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


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


def _states_of_same_office(person: Person, found: Sequence[Description], evidence: Evidence) -> set[str]:
    """The states whose "X, the president" the article describes by the very office, never in a sentence with X."""
    held = {office for office in offices_of(person, evidence) if office not in _LEADERS}
    same = [described for described in found if described.office in held]
    for described in same:
        sentence = described.noun.sent
        if any(p.text is described.text and sentence.start <= p.start < sentence.end for p in person.pieces):
            return set()
    return {described.state for described in same} if any(described.is_subject for described in same) else set()


def _shares_office(one: Person, other: Person, evidence: Evidence) -> bool:
    held = offices_of(other, evidence)
    return not (told := offices_of(one, evidence)) or any(_is_same(a, b) for a in told for b in held)


def _read_offices(persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], votes: Votes) -> None:
    """From offices that few states have: "Senator X", "Labour leader X"."""
    mentions = [word.geography for text in texts for word in text.words if word.geography is not None]
    in_play = {m.country for m in mentions if m.country and m.kind is not MentionKind.CAPITAL}
    for person in persons:
        if not votes[id(person)]:
            for office in sorted(_institutional(person, evidence)):
                votes[id(person)].update(_by_office(office, in_play))
    presidents = [person for person in persons if "president" in offices_of(person, evidence)]
    bare = [person for person in presidents if not votes[id(person)]]
    seats = {m.country for m in mentions if m.kind is MentionKind.SEAT and m.entity.endswith("White House")}
    if seats and len(bare) == 1 and not any("US" in votes[id(person)] for person in presidents):
        votes[id(bare[0])]["US"] += 1


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
