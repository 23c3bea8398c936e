"""Changing the tree of a sentence so that it stays a tree: whoever walks up from a word must arrive."""

from __future__ import annotations

from spacy.tokens import Token


def hang(word: Token, above: Token, label: str | None = None) -> None:
    """Make `above` the head of a word, in place.

    A word under which `above` stands is left where it is: it would hang on itself, and every walk up the tree from
    there would never end.

    Parameters
    ----------
    word, above : Token
        Two words of one sentence.
    label : str, optional
        The new dependency label of the word; the old one without it.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), words=["old", "men", "left"], heads=[1, 2, 2], deps=["amod", "nsubj", "ROOT"])
    >>> hang(doc[0], doc[2], "nsubj")
    >>> [word.head.text for word in doc]
    ['left', 'left', 'left']
    >>> hang(doc[2], doc[0])
    >>> [word.head.text for word in doc]
    ['left', 'left', 'left']
    """
    if word == above or word in above.ancestors:
        return
    word.head = above
    if label is not None:
        word.dep_ = label


def make_root(word: Token) -> None:
    """Make a word the root of its own tree, in place."""
    word.dep_, word.head = "ROOT", word
