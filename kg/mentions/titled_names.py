"""Mending the parse of names behind long titles: "the President of the Republic of Peru Alejandro Toledo".

Official releases put no comma between a title, what it is of, and the name. Small models then take the name for a part
of the state's and the title for what takes part in the clause; once names are known, the name can be put there.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.annotation.annotated import AnnotatedArticle
from kg.annotation.trees import hang, make_root
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.mention import PERSON, Mention

#: Between a title and the name may stand "of the People's Republic of", seldom more.
_LONGEST = 9
_LINKS = frozenset(("of", "for", "to", "in"))
_HYPHENED = 5  # the tokens of "Commander-in-Chief"
_TO_BE = frozenset(("elect", "designate"))
_WITHIN = frozenset(("the", "and", "on", "'s", "’s"))


def mend_titled_names(article: AnnotatedArticle, mentions: Sequence[Mention]) -> None:
    """Hang, in place, each name on what the title before it hangs on, and the title on the name.

    Parameters
    ----------
    article : AnnotatedArticle
        The parsed article; heads and labels of its tokens are changed.
    mentions : sequence of Mention
        Its names of people, states and organizations, in reading order.
    """
    named = {(m.segment, m.end - 1): m for m in mentions if not m.entity.startswith(f"{PERSON}:")}
    for mention in mentions:
        if not mention.entity.startswith(f"{PERSON}:"):
            continue
        doc = article.segments[mention.segment].doc
        first = doc[mention.start].sent.start
        state = named.get((mention.segment, mention.start - 1))
        if state is not None and (title := _title(doc, state.start, first)) is not None:
            _mend(doc[mention.head], title, doc[state.head])
        elif (title := _hyphened(doc, mention.start, first)) is not None:
            _mend(doc[mention.head], title, doc[mention.start - 1])


def _title(doc: Doc, start: int, first: int) -> Token | None:
    """The noun that a chain of prepositions leads back to: the "President" of "President of the Republic of"."""
    for at in range(start - 1, max(first, start - _LONGEST), -1):
        word, before = doc[at], doc[at - 1]
        if word.lower_ in _LINKS and _is_office(before):
            return before
        if not (word.is_title or word.lower_ in _WITHIN or word.lower_ in _LINKS):
            return None
    return None


def _hyphened(doc: Doc, start: int, first: int) -> Token | None:
    """The first noun of a title in hyphens: "Commander-in-Chief X"."""
    at = start - _HYPHENED
    if at < first or [doc[at + 1].text, doc[at + 2].lower_, doc[at + 3].text] != ["-", "in", "-"]:
        return None
    return doc[at] if _is_office(doc[at]) else None


def _is_office(noun: Token) -> bool:
    return (noun.lower_ in OFFICE_NOUNS and noun.is_title) or noun.lower_ in _TO_BE


def _mend(name: Token, title: Token, state: Token) -> None:
    """Swap title and name; what stood behind the title stands behind the name."""
    preposition = next((child for child in title.children if child.lower_ in _LINKS and child.i < name.i), None)
    if preposition is None or name not in title.subtree or name.sent != title.sent:
        return
    above, label = title.head, title.dep_
    behind = [child for child in title.children if child.i > name.i]
    beneath = [child for child in name.children if child.i < state.i and child.dep_ != "compound"]
    # "the Republic of Peru X": the republic is what the title is of, Peru what the republic is of.
    around = next((child for child in beneath if state in child.subtree), state if state.head == name else None)
    if label == "ROOT":
        make_root(name)
    else:
        hang(name, above, label)
    hang(title, name, "compound")
    if around is not None:
        hang(around, preposition, "pobj")
    for child in beneath:
        hang(child, around or preposition)
    for child in behind:
        hang(child, name)
