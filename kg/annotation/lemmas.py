"""spaCy's lemmas by rule, remembered: a word of one part of speech and one form always has the same.

The rules and tables are the pipeline's own, and so is every lemma. spaCy remembers some of them itself, without end and
only those of inflected words; each of the others it asks anew for its form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc, Token

_KEPT = 20_000  # kinds of words, the first, mostly frequent ones; and so many inflected words in spaCy's own memory
_KIND: list[int | str] = ["ORTH", "POS", "MORPH"]
_BYTES = "V24"  # of the three, as one key: a tuple of numbers would take longer to make than all the rest


def adapt_lemmatizer(nlp: Language) -> None:
    """Make the lemmatizers of a pipeline that go by English rules remember lemmas."""
    for _, component in nlp.pipeline:
        if type(component) is EnglishLemmatizer and component.mode == "rule":
            component.pipe = _RememberedLemmas(component).pipe  # type: ignore[method-assign]


class _RememberedLemmas:
    """The lemmas of one lemmatizer, by word, part of speech and form: its rules look at nothing else."""

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[bytes, str] = {}

    def pipe(self, stream: Iterable[Doc], **_: Any) -> Iterator[Doc]:
        """Set the lemmas of texts, but for those that other rules have set before."""
        for doc in stream:
            if len(doc):
                self._set(doc)
            yield doc

    def _set(self, doc: Doc) -> None:
        kinds = doc.to_array(_KIND).view(_BYTES).ravel().tolist()
        found = map(self._known.get, kinds)
        lemmas = [self._learn(kinds[at], doc[at]) if lemma is None else lemma for at, lemma in enumerate(found)]
        # A text's words are forgotten with it (`Annotator.memory`), so that every text has to name its lemmas.
        numbers = np.array(list(map(doc.vocab.strings.add, lemmas)), dtype=np.uint64)
        if not self._lemmatizer.overwrite:
            before = doc.to_array("LEMMA")
            numbers = np.where(before, before, numbers)
        doc.from_array(["LEMMA"], numbers)  # type: ignore[arg-type]

    def _learn(self, kind: bytes, token: Token) -> str:
        lemma = self._lemmatizer.lemmatize(token)[0]
        if len(self._known) < _KEPT:
            self._known[kind] = lemma
        if len(self._lemmatizer.cache) > _KEPT:
            self._lemmatizer.cache.clear()
        return lemma
