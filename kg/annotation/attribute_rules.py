"""spaCy's rules from tags to parts of speech, remembered: a rule of one word says the same of every like word.

The rules are the pipeline's own and so is what they set. Only the matcher, which tries all of them at each token, is
asked once a kind of token, which makes this component several times as fast.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

# What a kind of token is known by: a rule that asks for more can't be remembered.
_KNOWN = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
_SETS = frozenset({"IN", "NOT_IN"})
_Kind = tuple[int, int, int, bool]


def adapt_attribute_ruler(nlp: Language) -> None:
    """Make the attribute rulers of a pipeline remember what their rules say of a kind of token."""
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            remembered = _RememberedRules(component)
            component.match = remembered.match  # type: ignore[method-assign]
            component.set_annotations = remembered.set_annotations  # type: ignore[method-assign]


def _is_plain(pattern: list[dict[str, Any]]) -> bool:
    """Whether a pattern is of one token, and asks for one word, tag and the like or for one of several."""
    values = [value for token in pattern for value in token.values()]
    plain = all(not isinstance(value, dict) or value.keys() <= _SETS for value in values)
    return len(pattern) == 1 and pattern[0].keys() <= _KNOWN and plain


def _words(pattern: list[dict[str, Any]]) -> list[str]:
    value = pattern[0].get("LOWER", [])
    if isinstance(value, dict):
        return [word for words in value.values() for word in words]
    return [value] if isinstance(value, str) else []


class _RememberedRules:
    """The rules of one ruler: the plain ones by kind of token, the others asked for each text."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._vocab = ruler.vocab
        self._attributes = ruler.attrs
        self._indices = ruler.indices
        self._plain, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        words: set[str] = set()
        for number, rule in enumerate(cast("list[dict[str, Any]]", ruler.patterns)):
            plain = [pattern for pattern in rule["patterns"] if _is_plain(pattern)]
            others = [pattern for pattern in rule["patterns"] if not _is_plain(pattern)]
            for matcher, patterns in ((self._plain, plain), (self._others, others)):
                if patterns:
                    matcher.add(str(number), patterns)
            words.update(word for pattern in plain for word in _words(pattern))
        self._words = frozenset(self._vocab.strings[word] for word in words)
        self._numbers: dict[_Kind, tuple[int, ...]] = {}
        self._known: dict[_Kind, dict[int, Any]] = {}

    def match(self, doc: Doc) -> list[tuple[int, dict[int, Any]]]:
        """What is to be set, by token; of two rules the later one is right."""
        others: dict[int, set[int]] = {}
        for name, start, end in self._others(doc, allow_missing=True) if len(self._others) else ():
            number = int(self._vocab.strings[name])
            at = self._indices[number]
            others.setdefault(start + at if at >= 0 else end + at, set()).add(number)
        found: list[tuple[int, dict[int, Any]]] = []
        for index, (word, tag, label, space) in enumerate(doc.to_array(["LOWER", "TAG", "DEP", "IS_SPACE"]).tolist()):
            kind = (word if word in self._words else 0, tag, label, bool(space))
            attributes = self._known.get(kind)
            if attributes is None:
                attributes = self._learn(kind, doc, index)
            if index in others:
                attributes = self._joined(others[index].union(self._numbers[kind]))
            if attributes:
                found.append((index, attributes))
        return found

    def set_annotations(self, doc: Doc, matches: list[tuple[int, dict[int, Any]]]) -> None:
        """Set what was found."""
        for index, attributes in matches:
            set_token_attrs(doc[index], attributes)

    def _learn(self, kind: _Kind, doc: Doc, index: int) -> dict[int, Any]:
        """Ask the matcher about a token of a new kind."""
        matches = self._plain(doc[index : index + 1], allow_missing=True)
        numbers = tuple({int(self._vocab.strings[name]) for name, _, _ in matches})
        self._numbers[kind] = numbers
        self._known[kind] = self._joined(numbers)
        return self._known[kind]

    def _joined(self, numbers: Iterable[int]) -> dict[int, Any]:
        joined: dict[int, Any] = {}
        for number in sorted(numbers):
            joined |= self._attributes[number]
        return joined
