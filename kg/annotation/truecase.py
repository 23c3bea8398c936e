"""Headings in title case or in capitals -> the case that a sentence would have, letter by letter.

A parser reads "Ministers Sign Treaty" as one long name. The body of the article tells which words are names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from kg.annotation.common_words import COMMON, SMALL
from kg.corpus.article import Paragraph, ParagraphKind

_HEADINGS = (ParagraphKind.HEADLINE, ParagraphKind.HEADING)
_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(("bin", "ibn", "van", "von", "der", "den", "del", "des", "della", "dos"))
_CAPITALISED = 0.85  # share of the words that can have one; names alone rarely fill a sentence so far
# What ends in these is a common word, whatever it is.
_COMMON_ENDING = re.compile(
    r"\w{3,}(?:tions?|sions?|ships?|ities|ity|isms?|ists?|ously|ally|ively|ably|ibly|fully|lessly|edly"
    r"|ative|itive|ctive|able|ible|ical|ional|ental|ments?)"
)
_NAMES_WITH_ENDING = frozenset(("clement", "ament"))
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 4
_JOINTS = frozenset((" ", "-"))
_APOSTROPHES = frozenset(("'", "’"))
_AFTER_APOSTROPHE = frozenset(("s", "t", "d", "m", "re", "ll", "ve"))
_SENTENCE_ENDS = frozenset((".", "!", "?"))
_ABBREVIATION = 3  # letters of "Mr", "Gen", "St" before a full stop that ends no sentence
_ACRONYM = 2  # letters of a word that stays in capitals where nothing is known of it: UN, EU
_VOWEL = frozenset("aeiouy")


def truecased(paragraphs: Sequence[Paragraph], *, verbs: Container[str] = frozenset()) -> list[str]:
    """Texts for the parser: headings whose capitals tell nothing get the case of a sentence, all others stay.

    A text keeps its length, and differs from its paragraph's in case only. What the body writes small becomes small,
    what it writes with capitals within a sentence keeps them or gets them; of the words that it doesn't have, those
    known to be no names become small.

    Parameters
    ----------
    paragraphs
        All of an article that is parsed.
    verbs
        Plain forms of verbs, beyond those that kg knows.

    Examples
    --------
    >>> from kg.corpus.article import Article
    >>> from kg.corpus.layout import lay_out
    >>> text = "BONN - Chancellor Willy Brandt went to Warsaw. He knelt, and Brandt and his hosts signed a treaty."
    >>> truecased(lay_out(Article("1", text, "Brandt Kneels in Warsaw, Signs Treaty")).paragraphs[:1])
    ['Brandt Kneels in Warsaw, signs treaty']
    """
    texts = [paragraph.text for paragraph in paragraphs]
    shouting = [i for i, p in enumerate(paragraphs) if p.kind in _HEADINGS and is_shouting(p.text)]
    if shouting:
        evidence = _Evidence(text for i, text in enumerate(texts) if i not in set(shouting))
        for i in shouting:
            texts[i] = _Heading(texts[i], evidence, verbs).recased()
    return texts


def is_shouting(text: str) -> bool:
    """Whether a heading is in capitals or has one at (nearly) every word, so that they tell nothing.

    Examples
    --------
    >>> is_shouting("Mandela Meets Botha"), is_shouting("Mandela meets Botha"), is_shouting("MANDELA IN PRETORIA")
    (True, False, True)
    """
    words = [word for word in _WORD.findall(text) if len(word) > 1 and word not in SMALL and word not in _PARTICLES]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _CAPITALISED * len(words)


class _Evidence:
    """How often the words of a text stand small, and how often with a capital that no sentence's beginning explains."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.small = Counter[str]()
        self.capital = Counter[str]()
        self.forms = dict[str, Counter[str]]()
        self.pairs = set[tuple[str, str]]()  # capitalised words side by side
        self.opening = set[str]()  # capitalised at a sentence's beginning
        for text in texts:
            self._read(text)
        self.stems = {_stem(word) for word in self.small if len(word) >= _SHORTEST_STEM}

    def _read(self, text: str) -> None:
        before, end = "", 0
        for match in _WORD.finditer(text):
            word, key = match[0], match[0].lower()
            if word[0].islower():
                self.small[key] += 1
                before = ""
            else:
                gap = text[end : match.start()]
                self.forms.setdefault(key, Counter())[word] += 1
                if _goes_on(before, gap):
                    self.capital[key] += 1
                else:
                    self.opening.add(key)
                if before and gap in _JOINTS:
                    self.pairs.add((before, key))
                before = key
            end = match.end()

    def is_name(self, key: str) -> bool | None:
        """Whether a word stands more often with a capital than small; None where it is in no sentence's midst."""
        small, capital = self.small[key], self.capital[key]
        return capital > small if small or capital else None

    def form(self, key: str) -> str | None:
        """The most frequent spelling with a capital."""
        forms = self.forms.get(key)
        return max(forms, key=lambda form: (forms[form], form)) if forms else None


def _goes_on(before: str, gap: str) -> bool:
    """Whether a sentence goes on over a gap between two words; `before` is the first where it has a capital."""
    return gap != "" and (not gap.strip(" ,-'’") or (gap == ". " and 0 < len(before) <= _ABBREVIATION))


def _stem(word: str) -> str:
    """Word without the ending of an inflection: the same for most forms of a word."""
    for ending, other in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + other
    return word


def _plain_forms(word: str) -> Iterator[str]:
    """What a verb with an ending can be without it."""
    for ending in ("s", "es", "ed", "ing"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1:] == "i":
                yield stem[:-1] + "y"
            if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
                yield stem[:-1]


class _Heading:
    """One heading, word by word."""

    def __init__(self, text: str, evidence: _Evidence, verbs: Container[str]) -> None:
        self._text, self._evidence, self._verbs = text, evidence, verbs
        self._words = list(_WORD.finditer(text))
        words = [match[0] for match in self._words if len(match[0]) > 1]
        self._in_capitals = sum(word.isupper() for word in words) > len(words) / 2

    def recased(self) -> str:
        """The text in the case of a sentence."""
        parts, end = list[str](), 0
        for at, match in enumerate(self._words):
            word = self._recased(at, match[0])
            parts.append(self._text[end : match.start()])
            parts.append(word if len(word) == len(match[0]) else match[0])  # "ß" has no one capital
            end = match.end()
        return "".join((*parts, self._text[end:]))

    def _recased(self, at: int, word: str) -> str:
        key = word.lower()
        if word[0].islower() or (word.isupper() and len(word) > 1 and not self._in_capitals):
            return word
        if self._gap(at)[-1:] in _APOSTROPHES and key in _AFTER_APOSTROPHE:
            return key
        if len(word) == 1 and (key != "a" or self._gap(at + 1)[:1] not in (" ", "")):
            return word  # an initial, or a letter of "U.S."
        if self._is_small(at, key):
            return key.capitalize() if self._opens(at) else key
        return self._capitalised(word, key) if self._in_capitals else word

    def _is_small(self, at: int, key: str) -> bool:
        evidence = self._evidence
        known = evidence.is_name(key)
        if key in SMALL:
            return not known
        if self._is_in_pair(at, key):
            return False
        if known is not None or key in COMMON:
            return not known
        if key in evidence.opening:
            return False
        if _stem(key) in evidence.stems or (_COMMON_ENDING.fullmatch(key) and key not in _NAMES_WITH_ENDING):
            return True
        return any(form in self._verbs for form in _plain_forms(key))

    def _is_in_pair(self, at: int, key: str) -> bool:
        """Whether the body has the word and one beside it side by side, both with capitals."""
        pairs = self._evidence.pairs
        before = at > 0 and self._gap(at) in _JOINTS and (self._words[at - 1][0].lower(), key) in pairs
        after = at + 1 < len(self._words) and self._gap(at + 1) in _JOINTS
        return before or (after and (key, self._words[at + 1][0].lower()) in pairs)

    def _capitalised(self, word: str, key: str) -> str:
        """Word of a line in capitals as a name: as the body has it, else with one capital unless it is an acronym."""
        form = self._evidence.form(key)
        if form is not None:
            return form
        return word if len(word) <= _ACRONYM or _VOWEL.isdisjoint(key) else key.capitalize()

    def _opens(self, at: int) -> bool:
        """Whether a sentence begins with a word; none does after "U.S."."""
        if at == 0:
            return True
        return self._gap(at).strip()[-1:] in _SENTENCE_ENDS and len(self._words[at - 1][0]) > 1

    def _gap(self, at: int) -> str:
        """What stands between a word and the one before it."""
        start = self._words[at - 1].end() if at else 0
        return self._text[start : self._words[at].start() if at < len(self._words) else None]
