"""Names behind long titles without a comma, as press offices write them."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.corpus.article import Article, Field, Layout, Paragraph, ParagraphKind
from kg.mentions.mention import Mention, MentionKind
from kg.mentions.titled_names import mend_titled_names
from kg.pipeline.extraction import Extractor
from tests.annotation.trees import Tree, assert_every_walk_up_ends, parsed, trees
from tests.events.telling import Read, read

DAY = "2015-03-18"


def _told(extractor: Extractor, text: str) -> list[Read]:
    [facts] = extractor.extract([Article("a", text, "", DAY)])
    return read(facts)


TOGETHER = {
    "Ricardo Lagos spoke by phone with President of Peru Alejandro Toledo and President-Elect of Peru Alan Garcia.": {
        "Ricardo Lagos",
        "Alejandro Toledo",
        "Alan Garcia",
    },
    "Ricardo Lagos met with President of Peru Alejandro Toledo and Premier-designate of Haiti Jean Neptune.": {
        "Ricardo Lagos",
        "Alejandro Toledo",
        "Jean Neptune",
    },
    "President of the Republic of Peru Alejandro Toledo and Premier of Haiti Jean Neptune met in Lima on Monday.": {
        "Alejandro Toledo",
        "Jean Neptune",
    },
    "The President of the French Republic Jacques Chirac received Chancellor of Germany Gerhard Schroeder.": {
        "Jacques Chirac",
        "Gerhard Schroeder",
    },
}


@pytest.mark.parametrize(("text", "names"), TOGETHER.items(), ids=TOGETHER)
def test_the_name_takes_part_and_not_the_title(extractor: Extractor, text: str, names: set[str]) -> None:
    [event] = _told(extractor, text)
    assert event.actors == names


def test_an_envoy_for_something_travels(extractor: Extractor) -> None:
    title = "Special Presidential Envoy for the Global Coalition to Counter ISIL"
    text = f"{title} Brett Moore will lead a delegation to Berlin."
    [visit] = _told(extractor, text)
    assert visit.actors == {"Brett Moore"}
    assert visit.to == "DE"


def test_a_title_in_hyphens(extractor: Extractor) -> None:
    [visit] = _told(extractor, "Commander-in-Chief Ian Moore flew to Chad.")
    assert visit.actors == {"Ian Moore"}


WORDS = ["The", "President", "of", "the", "Republic", "of", "Peru", "Alan", "Garcia", "met", "officials", "."]
STATE = Mention("Country:PE", MentionKind.NAME, 0, 4, 7, 6, "PE")
NAME = Mention("Person:Alan Garcia", MentionKind.NAME, 0, 7, 9, 8)


#                        The President of the Republic of Peru Alan Garcia met officials .
AS_PARSED = Tree(heads=[1, 9, 1, 4, 8, 4, 5, 8, 2, 9, 9, 9], labels=[
    "det", "nsubj", "prep", "det", "nmod", "prep", "pobj", "compound", "pobj", "ROOT", "dobj", "punct",
])  # fmt: skip


@given(trees(len(WORDS)))
@example(AS_PARSED)
def test_any_tree_stays_a_tree(tree: Tree) -> None:
    doc = parsed(WORDS, tree)
    paragraph = Paragraph(Field.TEXT, 0, len(doc.text), ParagraphKind.BODY, doc.text)
    article = AnnotatedArticle(Layout(Article("a", doc.text), None, (paragraph,)), (Segment(0, paragraph, doc),))
    mend_titled_names(article, (STATE, NAME))
    assert_every_walk_up_ends(doc)
