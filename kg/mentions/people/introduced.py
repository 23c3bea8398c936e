"""States told before the names, in the same order: "The leaders of Chile and Peru met. Lagos and Toledo signed ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Span

from kg.mentions.mention import COUNTRY, MentionKind
from kg.mentions.people.customs import Votes
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person
from kg.mentions.people.surroundings import Surroundings
from kg.mentions.people.titles import OFFICES, TITLE_PARTS
from kg.mentions.people.words import Word

# Paragraphs on that the names may come, and as many sentences.
_REACH = 2
_JOINING = frozenset((",", "and"))
_PLURALS = {f"{office}s": office for office in OFFICES if office not in ("general", "mp")}


def read_introduced(persons: Sequence[Person], around: Surroundings, texts: Sequence[Text], votes: Votes) -> None:
    """Give the first, second ... of the names that follow the first, second ... of the states."""
    known = {id(person) for person in persons}
    for number, text in enumerate(texts):
        # Headings name states by their weight, not in the order of the names that follow.
        for at, states in _offices(text) if not text.segment.is_heading else ():
            run = _run_of(text, at, texts[number : number + 1 + _REACH], len(states), around)
            if run is None or not all(id(person) in known for _, person in run):
                continue
            told = [{state for state, count in votes[id(person)].items() if count} for _, person in run]
            if all(not have or have == {state} for have, state in zip(told, states, strict=True)):
                for (_, person), state in zip(run, states, strict=True):
                    votes[id(person)][state] += 2


def _offices(text: Text) -> Iterator[tuple[int, list[str]]]:
    """The word of each plural office that two or more states are told with, and those states."""
    words = text.words
    for at, word in enumerate(words):
        if word.key not in _PLURALS:
            continue
        states, end = _after(words, at) if words[at + 1 : at + 2] and words[at + 1].key == "of" else ([], at + 1)
        states = states or _before(words, at)
        if len(states) > 1 and len(set(states)) == len(states):
            yield end, states


def _after(words: list[Word], at: int) -> tuple[list[str], int]:
    """The states of "presidents of Chile, Peru and the United States", and where they end."""
    states: list[str] = []
    end = at + 2
    while end < len(words):
        word = words[end]
        if word.geography is not None and word.geography.entity.startswith(COUNTRY) and word.geography.country:
            if not states or states[-1] != word.geography.country:
                states.append(word.geography.country)
        elif word.key not in _JOINING and word.key != "the":
            break
        end += 1
    return states, end


def _before(words: list[Word], at: int) -> list[str]:
    """The states of "the Thai and Cambodian prime ministers"."""
    while at > 0 and words[at - 1].key in TITLE_PARTS:
        at -= 1
    states: list[str] = []
    while at > 0:
        at -= 1
        mention = words[at].geography
        if mention is not None and mention.kind is MentionKind.DEMONYM and mention.country:
            states.insert(0, mention.country)
        elif words[at].key not in _JOINING:
            break
    return states


def _run_of(
    text: Text, at: int, texts: Sequence[Text], count: int, around: Surroundings
) -> list[tuple[Piece, Person]] | None:
    """The first names after a word, where they are joined, are as many as the states, and new to the article."""
    if at >= len(text.words):
        return None
    for following in texts:
        pairs = around.within(following.segment.index)
        if following is text:
            pairs = [pair for pair in pairs if pair[0].first >= at]
        for first in range(len(pairs) - count + 1):
            run = pairs[first : first + count]
            apart = first == 0 or not _are_joined(pairs[first - 1][0], pairs[first][0])
            joined = all(_are_joined(a, b) for (a, _), (b, _) in pairwise(run))
            if apart and joined and _ends(run[-1][0]) and all(_is_new(*pair) for pair in run):
                return run if _is_near(text, at, following, run[0][0]) else None
    return None


def _is_new(piece: Piece, person: Person) -> bool:
    """Whether a name stands in the body for the first time, and has no title of its own."""
    quiet = [one for one in person.pieces if not one.text.segment.is_heading]
    first = min(quiet, key=lambda one: (one.text.segment.index, one.start), default=piece)
    before = piece.before()
    return first is piece and (before is None or before.key not in OFFICES)


def _ends(piece: Piece) -> bool:
    """Whether neither another name nor a description of these follows."""
    after = piece.after()
    return after is None or after.key not in _JOINING


def _are_joined(one: Piece, other: Piece) -> bool:
    if one.text is not other.text:
        return False
    between = one.text.words[one.last : other.first]
    return bool(between) and all(word.key in _JOINING for word in between)


def _is_near(text: Text, at: int, following: Text, piece: Piece) -> bool:
    """Whether no more than one sentence lies between the states and the names."""
    doc, start = text.segment.doc, text.words[at].start
    if following is text:
        return _starts(doc[start + 1 : piece.start + 1]) < _REACH
    return _starts(doc[start + 1 :]) + _starts(following.segment.doc[: piece.start + 1]) <= _REACH


def _starts(span: Span) -> int:
    """How many sentences begin in a span."""
    return sum(bool(token.is_sent_start) for token in span)
