"""Where the words of a segment stand, and the predicates read there: each is looked for once, however often asked."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.predicates.predicate import Predicate

_PAST = frozenset({"VBD", "VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The tokens of each form of a segment's words, and what has been read of them so far."""

    tokens: dict[str, list[int]]
    read: dict[int, Predicate] = field(default_factory=dict)

    def of(self, words: Container[str]) -> set[int]:
        """The tokens that may be of one of the words: their base form is for the caller to judge."""
        return {i for form, tokens in self.tokens.items() if form in words for i in tokens}


def occurrences(doc: Doc) -> Occurrences:
    """Find the forms of a paragraph's words.

    Parameters
    ----------
    doc : Doc
        A parsed paragraph.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["Putin", "met", "Xi"], lemmas=["Putin", "meet", "Xi"], tags=["NNP", "VBD", "NNP"])
    >>> sorted(occurrences(doc).of({"meet", "xi"}))
    [1, 2]
    """
    tokens: dict[str, list[int]] = {}
    for token in doc:
        lower, lemma = token.lower_, token.lemma_.lower()
        tokens.setdefault(lower, []).append(token.i)
        if lemma != lower:
            tokens.setdefault(lemma, []).append(token.i)
        if token.tag_ in _PAST:  # "dined", which the lemmatizer may take for a form of "din"
            tokens.setdefault(lemma + "e", []).append(token.i)
    return Occurrences(tokens)
