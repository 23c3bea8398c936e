"""Layout -> AnnotatedArticle: the only place where a spaCy pipeline is chosen and loaded."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from threading import Lock

import spacy
from spacy import about
from spacy.language import Language

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.annotation.attribute_rules import adapt_attribute_ruler
from kg.annotation.bound import mend_bound
from kg.annotation.default_model import DEFAULT_MODEL
from kg.annotation.fronted import mend_fronted
from kg.annotation.guests import mend_guests
from kg.annotation.headline_syntax import mend_heading
from kg.annotation.last_time import mend_last_time
from kg.annotation.lemmas import adapt_lemmatizer
from kg.annotation.tokenization import adapt_tokenizer
from kg.annotation.truecase import truecased
from kg.corpus.article import Layout, ParagraphKind
from kg.errors import ModelError

_PARSED = frozenset({ParagraphKind.HEADLINE, ParagraphKind.HEADING, ParagraphKind.BODY})
_BATCH = 64  # paragraphs; bounds the memory that the longest article takes
_KEPT = 20_000  # words that are kept in memory
_NEEDED = {
    "token.tag": "a tagger",
    "token.dep": "a parser",
    "token.lemma": "a lemmatizer",
    "doc.ents": "an entity recognizer",
}
_READING = "4"  # to be raised with every change to what the model is given: words, cuts and case, or to its parse


class Annotator:
    """A loaded spaCy pipeline that parses articles paragraph by paragraph."""

    def __init__(self, nlp: Language) -> None:
        _check(nlp)
        adapt_tokenizer(nlp)
        adapt_attribute_ruler(nlp)
        adapt_lemmatizer(nlp)
        self._nlp = nlp
        self._busy = Lock()  # spaCy's blocks must not overlap
        self._verbs = _verbs(nlp)

    @classmethod
    def load(cls, name: str = DEFAULT_MODEL) -> Annotator:
        """Load an installed spaCy pipeline by its name or its folder.

        Raises
        ------
        ModelError
            It isn't installed, doesn't load, or lacks a component that kg needs.
        """
        try:
            nlp = spacy.load(name)
        except OSError as error:
            raise ModelError(_missing(name)) from error
        except (ValueError, ImportError, KeyError) as error:
            reason = str(error).splitlines()[0][:200]
            message = f"spaCy pipeline '{name}' doesn't load: {reason}. Install one made for spaCy {about.__version__}."
            raise ModelError(message) from error
        return cls(nlp)

    @property
    def fingerprint(self) -> str:
        """Name and version of all that decides how a text is parsed; with another one, articles are read anew."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}/spacy-{about.__version__}/{_READING}"

    @contextmanager
    def memory(self) -> Iterator[None]:
        """Give back, at the end of the block, the memory for words seen in it; what was parsed in it is void then.

        Without it spaCy keeps every word that it ever saw. The first, mostly frequent ones are kept all the same, since
        it is faster with words that it knows. Blocks of one annotator wait for each other.
        """
        with self._busy:
            if len(self._nlp.vocab) < _KEPT:
                yield
                return
            with self._nlp.memory_zone():
                yield

    def annotate(self, layouts: Iterable[Layout]) -> Iterator[AnnotatedArticle]:
        """Parse articles one after the other, as a stream in the order given.

        An article's paragraphs are batched among themselves alone, so that its parse can't depend on what it came
        with. Headlines, headings and bodies are parsed, headings in title case or capitals with the case of a sentence.
        """
        for layout in layouts:
            paragraphs = [paragraph for paragraph in layout.paragraphs if paragraph.kind in _PARSED]
            docs = self._nlp.pipe(truecased(paragraphs, verbs=self._verbs), batch_size=_BATCH)
            segments = tuple(map(Segment, count(), paragraphs, docs))
            for segment in segments:
                if segment.is_heading:
                    mend_heading(segment.doc)
                mend_guests(segment.doc)
                mend_last_time(segment.doc)
                mend_bound(segment.doc)
                mend_fronted(segment.doc)
            yield AnnotatedArticle(layout, segments)


def _verbs(nlp: Language) -> Container[str]:
    """Plain forms of verbs that a pipeline's lemmatizer knows; none where it has no table of them."""
    for name in nlp.pipe_names:
        lookups = getattr(nlp.get_pipe(name), "lookups", None)
        if lookups is not None and lookups.has_table("lemma_index"):
            return frozenset(lookups.get_table("lemma_index").get("verb", ()))
    return frozenset()


def _missing(name: str) -> str:
    if name == DEFAULT_MODEL:
        return f"spaCy pipeline '{name}' isn't installed. Install it with: python -m pip install {name}"
    return (
        f"spaCy pipeline '{name}' isn't installed. Install it with: python -m spacy download {name}, "
        f"or use the default one, {DEFAULT_MODEL}."
    )


def _check(nlp: Language) -> None:
    """Make sure that what the rooms above read is filled in by some component, whatever its name."""
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    lacking = [component for attribute, component in _NEEDED.items() if attribute not in assigned]
    if lacking:
        name = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        message = f"spaCy pipeline '{name}' lacks {', '.join(lacking)}. Use one that has them, as {DEFAULT_MODEL}."
        raise ModelError(message)
