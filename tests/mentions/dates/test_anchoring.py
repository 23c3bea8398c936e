"""What the dates of an article count from."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotation.annotated import AnnotatedArticle, Segment
from kg.corpus.article import Article, Field, Layout, Paragraph, ParagraphKind
from kg.mentions.dates.date_mention import Basis
from kg.mentions.dates.find import find_dates, find_dates_in_text


def values(text: str, published: str | None = None) -> list[str | None]:
    return [d.value for d in find_dates_in_text(text, published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sadat landed on 19 November 1977. The next day he spoke.", ["1977-11-19", "1977-11-20"]),
        ("Brandt knelt on 7 December 1970. The same day he signed.", ["1970-12-07", "1970-12-07"]),
        ("Talks began in March 1992 and failed the following month.", ["1992-03", "1992-04"]),
        ("He flew in on 3 May 1995. Two days later he left.", ["1995-05-03", "1995-05-05"]),
        ("They met on June 3, 1961. That year a wall was built.", ["1961-06-03", "1961"]),
        ("In 1972 he went to China; in February he met Mao.", ["1972", "1972-02"]),
    ],
)
def test_earlier_dates_anchor_later_ones(text: str, expected: list[str]) -> None:
    assert values(text, "1999-05-20") == expected


def test_a_month_of_publication_decides_what_it_can() -> None:
    text = "This month they met. Last year they quarrelled. On Tuesday they spoke."
    found = find_dates_in_text(text, published="2024-03")
    assert [(d.text, d.value) for d in found] == [("This month", "2024-03"), ("Last year", "2023"), ("Tuesday", None)]
    assert found[2].first is None


def test_a_year_of_publication() -> None:
    assert values("Last year they met. They met in March.", "1996") == ["1995", None]


def test_without_publication_weekday_and_day_give_the_year() -> None:
    text = "They signed on Monday, June 12. In autumn 2016 they had quarrelled. On June 13 they left."
    found = find_dates_in_text(text)
    assert [d.value for d in found] == ["2017-06-12", "2016-FA", "2017-06-13"]
    assert found[0].basis is Basis.INFERRED
    assert found[2].basis is Basis.INFERRED


def test_without_publication_and_past_it_stays_open() -> None:
    [found] = find_dates_in_text("They signed on Monday, June 12.")
    assert found.value is None
    assert found.edtf == "XXXX-06-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 25/05/2016 and on 04/06/2016 they met.", ["2016-05-25", "2016-06-04"]),
        ("On 05/25/2016 and on 04/06/2016 they met.", ["2016-05-25", "2016-04-06"]),
        ("On 3 May 2016 and on 04/06/2016 they met.", ["2016-05-03", "2016-06-04"]),
    ],
)
def test_day_and_month_by_the_usage_of_the_article(text: str, expected: list[str]) -> None:
    assert values(text, "2016-07-01") == expected


def test_theresa_may_is_no_month() -> None:
    text = "Theresa May flew to Berlin. May said on Tuesday that talks in May had failed."
    assert values(text, "2016-07-20") == ["2016-07-19", "2016-05"]


def article(published: str | None, *paragraphs: tuple[ParagraphKind, str]) -> AnnotatedArticle:
    text = "\n".join(text for _, text in paragraphs)
    start, cut = 0, []
    for kind, piece in paragraphs:
        cut.append(Paragraph(Field.TEXT, start, start + len(piece), kind, piece))
        start += len(piece) + 1
    return AnnotatedArticle(Layout(Article("a", text), published, tuple(cut)), ())


def test_a_dateline_makes_the_publication_exact() -> None:
    found = find_dates(
        article("1972-02", (ParagraphKind.DATELINE, "PEKING, Feb. 21 -"), (ParagraphKind.BODY, "He landed on Monday."))
    )
    assert [d.value for d in found] == ["1972-02-21", "1972-02-21"]


def test_yesterdays_dateline_is_today_in_its_text() -> None:
    found = find_dates(
        article(
            "1986-10-13", (ParagraphKind.DATELINE, "REYKJAVIK, Oct. 12 -"), (ParagraphKind.BODY, "They parted today.")
        )
    )
    assert [d.value for d in found] == ["1986-10-12", "1986-10-12"]


def test_offsets_are_into_the_field_and_headings_count() -> None:
    whole = article(
        "2011-04-20",
        (ParagraphKind.HEADLINE, "Minister to visit Oslo in June"),
        (ParagraphKind.BODY, "He left on Monday."),
    )
    found = find_dates(whole)
    assert [whole.layout.article.text[d.start : d.end] for d in found] == ["June", "Monday"]
    assert [d.value for d in found] == ["2011-06", "2011-04-18"]


def test_tense_comes_from_the_tags_of_a_parsed_paragraph() -> None:
    words, tags = ["They", "gather", "on", "Friday", "."], ["PRP", "VBP", "IN", "NNP", "."]
    doc = Doc(Vocab(), words=words, spaces=[True, True, True, False, False], tags=tags)
    paragraph = Paragraph(Field.TEXT, 0, len(doc.text), ParagraphKind.BODY, doc.text)
    layout = Layout(Article("a", doc.text), "2011-04-20", (paragraph,))
    [found] = find_dates(AnnotatedArticle(layout, (Segment(0, paragraph, doc),)))
    assert found.value == "2011-04-22"
