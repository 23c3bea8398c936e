"""Names: whatever a parser made of the words, mending leaves a tree, and two names are alike both ways or neither."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.annotation.truecase import truecased
from kg.corpus.article import Article, ParagraphKind
from kg.corpus.layout import lay_out
from kg.mentions.mention import PERSON
from kg.mentions.people import find_people
from kg.mentions.titled_names import mend_titled_names
from kg.resolution.identity import normalised
from kg.resolution.names import likeness, name_words, surname
from tests.fuzz.bytes_of import Bytes

_ENGLISH = English()
_LABELS = ("compound", "pobj", "nmod", "prep", "amod", "appos", "nsubj", "dobj", "conj", "dep", "advcl", "det", "poss")
_POS = ("PROPN", "NOUN", "VERB", "ADP", "DET", "PUNCT", "ADJ", "CCONJ", "PRON", "X")
_ENTS = ("O", "B-PERSON", "I-PERSON", "B-GPE", "B-ORG", "I-ORG")
_LONGEST = 400  # characters


def one(data: bytes) -> None:
    """Read a headline and a paragraph of which the parse is as the bytes say."""
    given = Bytes(data)
    shape = Bytes(given.left[:64])
    given.left = given.left[64:]
    title, _, text = given.text()[: 2 * _LONGEST].partition("\n")
    layout = lay_out(Article("a", text, title))
    parsed = [p for p in layout.paragraphs if p.kind in (ParagraphKind.HEADLINE, ParagraphKind.BODY)]
    cased = truecased(parsed)
    assert [len(one) for one in cased] == [len(p.text) for p in parsed]
    assert [one.casefold() for one in cased] == [p.text.casefold() for p in parsed]
    segments = tuple(
        Segment(index, paragraph, doc)
        for index, (paragraph, words) in enumerate(zip(parsed, cased, strict=True))
        if (doc := _doc(words, shape)) is not None
    )
    if len(segments) == len(parsed):
        _people(AnnotatedArticle(layout, segments))
    _compared(title, text)


def _people(article: AnnotatedArticle) -> None:
    people, mentions = find_people(article, ())
    keys = {person.key for person in people}
    for mention in mentions:
        assert mention.entity in keys
        assert 0 <= mention.start < mention.end <= len(article.segments[mention.segment].doc)
    mend_titled_names(article, mentions)
    for segment in article.segments:
        for word in segment.doc:
            above, steps = word, 0
            while above.head != above:
                above, steps = above.head, steps + 1
                assert steps <= len(segment.doc), f"{word.text} hangs on itself"
    assert all(person.key.startswith(PERSON) for person in people)


def _doc(text: str, shape: Bytes) -> Doc | None:
    """Parse a text in the way that the bytes say; None where there is no word in it."""
    made = _ENGLISH.tokenizer(text)
    if not len(made):
        return None
    heads = [0] * len(made)
    for place in range(1, len(made)):
        heads[place] = max(0, place - 1 - shape.number(3))
    if shape.number(1):  # the other way round: the last word is the root
        heads = [len(made) - 1 - head for head in heads[::-1]]
    labels = [shape.one_of(_LABELS) if head != place else "ROOT" for place, head in enumerate(heads)]
    words, spaces = [word.text for word in made], [bool(word.whitespace_) for word in made]
    pos = [shape.one_of(_POS) for _ in made]
    ents = ["O"]
    for _ in made:
        inner = shape.one_of(_ENTS)
        goes_on = inner.startswith("I") and ents[-1][2:] == inner[2:]
        ents.append(inner if goes_on else inner.replace("I-", "B-"))
    ents = ents[1:]
    return Doc(_ENGLISH.vocab, words=words, spaces=spaces, heads=heads, deps=labels, pos=pos, tags=pos, ents=ents)


def _compared(one_name: str, other_name: str) -> None:
    one_name, other_name = normalised(one_name[:_LONGEST]), normalised(other_name[:_LONGEST])
    if name_words(one_name) and name_words(other_name):
        assert surname(one_name) in name_words(one_name)
        if one_name != other_name:
            assert likeness(one_name, other_name) is likeness(other_name, one_name)
