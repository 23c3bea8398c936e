"""`kg.coreference`: whom the pronouns and descriptions of a text stand for."""

from __future__ import annotations

from kg.api.extraction import extractor_of
from kg.corpus.article import Article
from kg.mentions.coreference.resolved import ResolvedPhrase
from kg.pipeline.defaults import DEFAULT_MODEL


def coreference(text: str, *, published: str | None = None, model: str = DEFAULT_MODEL) -> list[ResolvedPhrase]:
    """Resolve the pronouns, descriptions and groups of a text.

    Parameters
    ----------
    text
        Plain English text; empty lines part paragraphs.
    published
        Publication date, as for `kg.extract`.
    model
        Name of a spaCy pipeline.

    Returns
    -------
    list of ResolvedPhrase
        In reading order: characters and words of each phrase, by what means it was resolved, and its antecedents with
        the place of the nearest name. There is none where the text leaves open who is meant (`how` is "unresolved").

    Raises
    ------
    ModelError
        The model can't be loaded.

    Examples
    --------
    >>> import kg
    >>> for phrase in kg.coreference("Tarja Halonen met Lula da Silva. He said that she would visit him again."):
    ...     print(phrase.start, phrase.text, *[(one.name, one.start, one.end) for one in phrase.antecedents])
    33 He ('Lula da Silva', 18, 31)
    46 she ('Tarja Halonen', 0, 13)
    62 him ('Lula da Silva', 18, 31)
    """
    return list(extractor_of(None, model).coreference(Article("text", text, published=published)))
