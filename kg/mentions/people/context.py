"""The state of a person that the words beside the name don't tell, but those around them do."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.mention import COUNTRY
from kg.mentions.people.clues import head_of
from kg.mentions.people.customs import Votes, is_international, offices_of, vote_by_office
from kg.mentions.people.descriptions import Description, descriptions_of, is_said_of, leads
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.given_names import may_be_of
from kg.mentions.people.inheritance import Neighbours
from kg.mentions.people.introduced import read_introduced
from kg.mentions.people.pieces import Text
from kg.mentions.people.respective import respective_states
from kg.mentions.people.roster import Person
from kg.mentions.people.sides import states_by_sides
from kg.mentions.people.surroundings import Surroundings
from kg.mentions.people.titles import KIN

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
# The last words of offices that few in a state hold at a time.
_OF_ONE = frozenset((*(top.split()[-1] for top in _TOPS), *_LEADERS, "secretary", "envoy", "negotiator", "ambassador"))
_ROUNDS = 3  # one description resolved can leave one person only for the next


def vote(persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], votes: Votes) -> None:
    """Add votes for those that have none; `votes` is by the id of the person."""
    quiet = [text for text in texts if not text.shouting]
    around = Surroundings(persons)
    neighbours = Neighbours(evidence, around, votes)
    readable = [person for person in persons if not is_international(person, evidence)]
    read_introduced(readable, around, quiet, votes)
    neighbours.read(readable)
    _read_lists(around, quiet, votes)
    _read_predicates(readable, around, quiet, votes)
    _read_descriptions([d for text in quiet for d in descriptions_of(text)], readable, evidence, around, votes)
    vote_by_office(readable, evidence, texts, votes)
    for person, state in states_by_sides(readable, quiet, votes):
        votes[id(person)][state] += 1
    neighbours.read(readable)
    neighbours.inherit(readable)


def _read_lists(around: Surroundings, texts: Sequence[Text], votes: Votes) -> None:
    """From "the foreign ministers of Chad and Niger, X and Y"."""
    for text in texts:
        for person, state in respective_states(text, around.within(text.segment.index)):
            if not votes[id(person)]:
                votes[id(person)][state] += 2


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

    A description in the sentence of a name is somebody else, and so may be one that only suffers something; but in a
    clause of time it is most often whom the main clause has just named ("spoke to X when the Swedish premier came").
    """
    if not described.is_subject or described.office.split()[-1] not in _OF_ONE:
        return None
    for person in persons:
        if described.state in votes[id(person)] and _can_be(person, described.office, evidence):
            return None
    word = described.text.words[described.at]
    index, sentence = described.text.segment.index, described.noun.sent
    able: list[Person] = []
    beside: list[Person] = []
    for _, person in around.before(index, word.start):
        if person in able or person in beside or person not in persons or votes[id(person)]:
            continue
        same = any(p.text is described.text and sentence.start <= p.start < sentence.end for p in person.pieces)
        if same and described.noun.head.dep_ == "advcl":
            beside.append(person)
        if (
            not same
            and not _is_relative(person, evidence)
            and _can_be(person, described.office, evidence)
            and may_be_of(person.key, described.state)
        ):
            able.append(person)
    if beside:
        able = [p for p in beside if _can_be(p, described.office, evidence) and may_be_of(p.key, described.state)]
    if len(able) > 1 and described.office in _LEADERS:
        titled = [person for person in able if offices_of(person, evidence)]
        # Leaders whom all know need no title: one who is told of as much may be meant as well.
        most = max((len(person.pieces) for person in able if person not in titled), default=0)
        able = titled if all(len(person.pieces) > most for person in titled) else []
    return able[0] if len(able) == 1 else None


def _is_relative(person: Person, evidence: Evidence) -> bool:
    """Whether a person is told of as somebody's wife or brother."""
    told = [evidence.appositions.get(id(piece)) for piece in person.pieces]
    return any(one is not None and one.noun in KIN for one in told)


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
