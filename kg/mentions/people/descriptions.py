"""Descriptions that name a state and an office but nobody: "the Danish prime minister", "president of Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.mentions.mention import MentionKind
from kg.mentions.people.pieces import Text
from kg.mentions.people.titles import NOBLE, OFFICES, TITLE_PARTS
from kg.mentions.people.words import Label, Word

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_NAMES = (Label.NAME, Label.INITIAL, Label.TITLE, Label.GEOGRAPHY)
_BECOME = frozenset(("be", "become", "remain"))
_MADE = frozenset(("elect", "appoint", "name", "choose", "swear", "nominate", "inaugurate", "install", "crown", "re"))
_AS = frozenset(("serve", "work", "act", "resign", "step", "take", "return", "retire", "quit", "succeed", "reign"))
_LEAD = frozenset(("head", "lead", "represent", "rule", "govern", "chair", "command"))
_LED = frozenset(
    [
        "delegation",
        "team",
        "side",
        "government",
        "cabinet",
        "negotiators",
        "parliament",
        "senate",
        "army",
        "navy",
        "forces",
        "mission",
        "embassy",
        "opposition",
        "coalition",
        "ministry",
        "junta",
        "presidency",
    ]
)


@dataclass(frozen=True, slots=True)
class Description:
    """The state named at the word `at` with an office, whose noun is the token `noun`; `office` is folded."""

    text: Text
    at: int
    office: str
    state: str
    noun: Token

    @property
    def is_subject(self) -> bool:
        """Whether the description does something: then it stands for somebody whom the article knows."""
        noun = self.noun.head if self.noun.dep_ == "conj" else self.noun
        return noun.dep_ in ("nsubj", "nsubjpass", "poss")


def descriptions_of(text: Text) -> Iterator[Description]:
    """All descriptions of a text that no name follows."""
    doc = text.segment.doc
    for at, word in enumerate(text.words):
        if word.geography is None or not word.geography.country:
            continue
        found = _after(text.words, at) or _before(text.words, at)
        if found is not None:
            office = " ".join(w.key for w in found if w.key not in ("former", "new", "old", "late"))
            yield Description(text, at, office, word.geography.country, doc[found[-1].start])


def _after(words: list[Word], at: int) -> list[Word] | None:
    """The office of "the Danish prime minister"."""
    mention = words[at].geography
    if mention is None or mention.kind is MentionKind.CAPITAL:
        return None
    first = at + (2 if at + 1 < len(words) and words[at + 1].text in _POSSESSIVE else 1)
    end = first
    while end < len(words) and (words[end].key in OFFICES or words[end].key in NOBLE or words[end].key in TITLE_PARTS):
        end += 1
    if end == first or not _is_one(words[end - 1]) or _is_named(words, end):
        return None
    return words[first:end]


def _before(words: list[Word], at: int) -> list[Word] | None:
    """The office of "the president of Chile"."""
    if _is_named(words, at + 1):
        return None
    last = at - 1
    while last >= 0 and words[last].key in ("the", "republic", "of", "federal", "people's", "kingdom"):
        last -= 1
    if last < 0 or not _is_one(words[last]) or words[last + 1].key != "of" or last + 1 >= at:
        return None
    first = last
    while first > 0 and words[first - 1].key in TITLE_PARTS:
        first -= 1
    return words[first : last + 1]


def _is_one(word: Word) -> bool:
    return (word.key in OFFICES or word.key in NOBLE or word.key == "ruler") and not word.key.endswith("s")


def _is_named(words: list[Word], at: int) -> bool:
    """Whether a name follows at once or after a comma."""
    following = words[at] if at < len(words) else None
    if following is not None and following.text in (",", "(", "-", "–"):
        following = words[at + 1] if at + 1 < len(words) else None
    return following is not None and following.label in _NAMES and following.capitalised


def is_said_of(subject: Token, noun: Token) -> bool:
    """Whether a predicate says of a subject that it is the noun: "X was elected", "X, who became", "X served as".

    The subject is the head of a name, the noun that of a description.
    """
    verb, linked_by_as = noun.head, noun.head.lower_ == "as"
    if noun.dep_ not in ("attr", "oprd", "pobj", "acomp") or (noun.dep_ == "pobj" and not linked_by_as):
        return False
    if linked_by_as:
        verb = verb.head
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    if not (lemma in _BECOME or (lemma in _MADE and passive) or (linked_by_as and lemma in _AS)):
        return False
    return _is_subject_of(subject, verb)


def leads(subject: Token, state: Token) -> bool:
    """Whether a subject leads or is of a state: "X, who heads Japan's delegation", "X, who is Spanish"."""
    noun = state
    if noun.dep_ in ("amod", "compound", "poss", "nmod"):
        noun = noun.head
        if noun.lower_ not in _LED:
            return False
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in _LEAD:
        return _is_subject_of(subject, verb) or (verb.dep_ in ("acl", "advcl") and verb.head == subject)
    return noun is state and noun.dep_ == "acomp" and verb.lemma_ == "be" and _is_subject_of(subject, verb)


def _is_subject_of(subject: Token, verb: Token) -> bool:
    for _ in range(3):
        if subject.head == verb and subject.dep_ in ("nsubj", "nsubjpass"):
            return True
        if verb.dep_ == "relcl":
            return verb.head == subject
        if verb.dep_ not in ("xcomp", "conj"):
            return False
        verb = verb.head
    return False
