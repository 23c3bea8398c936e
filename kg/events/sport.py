"""Sport uses the words of diplomacy: teams named after states meet, players sign."""

from __future__ import annotations

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span

#: Words of sport. Sources: the sport sections of general news vocabularies; no names of teams or people.
WORDS = frozenset(
    (
        *("soccer", "football", "footballer", "cricket", "cricketer", "rugby", "tennis", "hockey", "basketball"),
        *("baseball", "olympic", "olympics", "athlete", "athletics", "striker", "midfielder", "goalkeeper", "winger"),
        *("coach", "referee", "umpire", "batsman", "bowler", "wicket", "innings", "semifinal", "semi-final"),
        *("quarterfinal", "quarter-final", "qualifier", "playoff", "championship", "tournament", "league", "club"),
        *("squad", "fixture", "kickoff", "kick-off", "halftime", "stadium", "goal", "medal", "medallist", "sprinter"),
        *("swimmer", "marathon", "fifa", "uefa", "nba"),
    )
)
#: The same as the keys of the vocabulary: comparing them makes no words.
_KEYS = frozenset(get_string_id(word) for word in WORDS)
#: How many different words of sport make an article one of sport.
ENOUGH = 4


def is_sport_article(docs: list[Doc]) -> bool:
    """Whether an article is about sport."""
    found: set[int] = set()
    for doc in docs:
        found |= _KEYS.intersection(doc.to_array("LOWER").tolist())
        if len(found) >= ENOUGH:
            return True
    return False


def is_sport_sentence(sentence: Span) -> bool:
    """Whether a sentence has a word of sport."""
    return not _KEYS.isdisjoint(sentence.doc.to_array("LOWER")[sentence.start : sentence.end].tolist())
