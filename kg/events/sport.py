"""Sport uses the words of diplomacy: teams named after states meet, players sign."""

from __future__ import annotations

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
#: How many different words of sport make an article one of sport.
ENOUGH = 4


def is_sport_article(docs: list[Doc]) -> bool:
    """Whether an article is about sport."""
    found: set[str] = set()
    for doc in docs:
        found.update(t.lower_ for t in doc if t.lower_ in WORDS)
        if len(found) >= ENOUGH:
            return True
    return False


def is_sport_sentence(sentence: Span) -> bool:
    """Whether a sentence has a word of sport."""
    return any(t.lower_ in WORDS for t in sentence)
