"""What a text is cut into. Sentences are made up or tell of events of other decades than the gold's."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article, Field, Layout, Paragraph, ParagraphKind
from kg.corpus.dateline import is_date_line
from kg.corpus.layout import MAX_LIST, MAX_PARAGRAPH, lay_out

BODY = "The two leaders spoke for three hours and parted without a handshake."


def lay(text: str, title: str = "", published: str | None = None) -> Layout:
    return lay_out(Article("1", text, title=title, published=published))


def of_kind(layout: Layout, kind: ParagraphKind) -> list[str]:
    return [p.text for p in layout.paragraphs if p.kind is kind and p.field is Field.TEXT]


def bodies(text: str, title: str = "T") -> list[str]:
    return of_kind(lay(text, title), ParagraphKind.BODY)


@pytest.mark.parametrize(
    "dateline",
    [
        "LUSAKA -",
        "TUNIS —",
        "PORT MORESBY, Papua New Guinea —",
        "SOFIA, Oct 3 (Reuters) -",
        "BUCHAREST, Dec. 1 --",
        "MOSCOW. April 9. INTERFAX -",
        "MINSK, 14 July. /BELTA/.",
        "WASHINGTON, D.C. –",
        "ST. PAUL, Minn. (AP) _",
        "(CNN) --",
        "LONDON (Wire) -",
        "RABAT/ALGIERS (Reuters) -",
        "UNITED NATIONS, Sept 23 (IPS) -",
        "CANBERRA, March 5 (Xinhua) --",
        "Harare (AFP) -",
        "Dili, 20 May (Lusa) -",
        "Geneva, 5 March 2009 –",
        "JERUSALEM, Nov 19, 1977 (JTA) -",
        "KHARTOUM, Sudan (CNN) --",
        "COLOMBO:",
        "ISLAMABAD, Sept 4:",
        "ALMA-ATA, Dec. 21 —",
        "N'DJAMENA -",
        "SÃO PAULO (EFE) -",
        "TBILISI, Tuesday (Wire) -",
    ],
)
def test_a_dateline_is_split_off(dateline: str) -> None:
    layout = lay(f"{dateline} {BODY}\n\n{BODY}", "T")
    assert layout.dateline is not None
    assert layout.dateline.text == dateline
    assert of_kind(layout, ParagraphKind.BODY) == [BODY, BODY]


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of twelve states — was founded in Washington.",
        "OPEC - ministers said so in Caracas.",
        "Willy Brandt (right) knelt down in Warsaw.",
        "Mobutu - who else? - came late.",
        "UN envoy Lakhdar Brahimi flew to Kabul on Monday - his third trip.",
        "WHAT NEXT - and for whom?",
        "The IMF (Washington) - a lender - agreed.",
        "MR. SHULTZ: We had good talks in Manila.",
        "QUESTION: Did you talk to Mr. Aquino?",
        "At 10 p.m. - too late for the papers - they signed.",
    ],
)
def test_what_is_no_dateline_stays_in_the_body(text: str) -> None:
    assert bodies(f"{text} {BODY}\n\n{BODY}")[0] == f"{text} {BODY}"


def test_speakers_before_colons_are_no_datelines() -> None:
    layout = lay("PERES: We shall meet again.\n\nARAFAT: God willing, in Gaza.\n\nPERES: In Gaza, then.", "T")
    assert layout.dateline is None


@pytest.mark.parametrize(
    "noise",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Advertisment",
        "Advertisement - scroll to continue reading",
        "Continue reading below",
        "Story continues below",
        "Read more: Queen arrives in Accra",
        "READ MORE",
        "Read also: The road to Oslo",
        "Related: How the talks began",
        "Share this",
        "Share this story: Facebook | Twitter | E-mail",
        "Sign up for our newsletter",
        "Subscribe to our daily briefing.",
        "Photo: Delegates in Lomé",
        "Getty Images",
        "(AP Photo/Jane Doe)",
        "Copyright 2003 The Daily Wire",
        "© 1999 Agence Imaginaire. All rights reserved.",
        "* * *",
        "---",
        "Follow us on Twitter",
        "Click here to read the full text",
        "Tags: Africa, peace talks",
        "https://example.org/a?b=c",
        "4 min read",
        "Comments",
        "ENDS",
        "-30-",
        "The post Kohl meets Mitterrand appeared first on The Daily.",
        "A version of this article appears in print on June 8, 2016, on Page A8 of the New York edition.",
        "Already a subscriber? Log in here.",
        "You have 0 free articles remaining this month.",
        "Follow The Daily’s politics coverage on Facebook and Twitter.",
    ],
)
def test_noise_is_not_parsed(noise: str) -> None:
    layout = lay(f"{BODY}\n\n{noise}\n\n{BODY}", "T")
    assert of_kind(layout, ParagraphKind.NOISE) == [noise]
    assert of_kind(layout, ParagraphKind.BODY) == [BODY, BODY]


@pytest.mark.parametrize(
    "text",
    [
        "Share this burden with us, Erhard asked his guests in Washington.",
        "Read out by an aide, the statement named neither country.",
        "Copying the pact of 1968, the ministers met in Rio.",
        "Photographs of the meeting were never published.",
        "Images of Sadat in Jerusalem went round the world.",
        "Follow us, the Danes told the Swedes, and they did.",
        "Follow-up talks on Facebook’s taxes were held in Paris by the ministers, who met the head of the firm.",
        "The post of ambassador was first offered to Genscher.",
        "Related talks in Vienna collapsed on Friday.",
        "Subscribers to the treaty met in Lomé in 1975.",
        "Comments by the minister angered Ankara.",
        "By Monday the delegation had left Brioni.",
    ],
)
def test_sentences_that_begin_like_noise_are_kept(text: str) -> None:
    assert bodies(f"{BODY}\n\n{text}\n\n{BODY}") == [BODY, text, BODY]


@pytest.mark.parametrize(
    "heading",
    [
        "Rebuilding Trust Across the Strait",
        "THURSDAY, JUNE 8",
        "LEFT OVER FROM MONDAY",
        "What the treaty says",
        "U.S.-Soviet Relations",
    ],
)
def test_headings_stand_apart(heading: str) -> None:
    for gap in ("\n\n", "\n", "\r\n\r\n"):
        layout = lay(gap.join([BODY, heading, BODY]), "T")
        assert of_kind(layout, ParagraphKind.HEADING) == [heading]
        assert of_kind(layout, ParagraphKind.BODY) == [BODY, BODY]


@pytest.mark.parametrize(
    "line", ["1961: Kennedy sees Khrushchev in Vienna", "THE PRESIDENT: Thank you all", "They agreed on:"]
)
def test_lines_that_tell_something_are_no_headings(line: str) -> None:
    assert bodies(f"{BODY}\n\n{line}\n\n{BODY}")[1] == line


@pytest.mark.parametrize(
    "byline",
    [
        "By Jane Doe",
        "BY JOHN F. ROE",
        "By Ana de Souza and Kofi Mensah in Accra",
        "Reporting by J. Doe; editing by R. Roe",
    ],
)
def test_bylines(byline: str) -> None:
    assert of_kind(lay(f"{byline}\n\n{BODY}", "T"), ParagraphKind.BYLINE) == [byline]


def test_a_text_without_title_gets_its_headline_from_the_first_line() -> None:
    layout = lay(f"Tito Receives Nehru and Nasser on Brioni\n\nBy Jane Doe\n\n{BODY}\n\n{BODY}")
    assert [p.kind.value for p in layout.paragraphs] == ["headline", "byline", "body", "body"]
    assert [p.kind.value for p in lay(f"{BODY}\n\n{BODY}").paragraphs] == ["body", "body"]
    assert [p.kind.value for p in lay("Tito receives Nehru").paragraphs] == ["body"]


def test_a_title_that_the_text_repeats_is_told_once() -> None:
    layout = lay(f"Tito  receives Nehru\n\n{BODY}", "Tito Receives Nehru")
    assert [(p.field.value, p.kind.value) for p in layout.paragraphs] == [
        ("title", "headline"),
        ("text", "noise"),
        ("text", "body"),
    ]


def test_labels_and_publishers_are_no_part_of_the_headline() -> None:
    layout = lay(BODY, "UPDATE 2-Habib shuttles between Beirut and Jerusalem | World | The Daily Wire")
    assert [(p.kind.value, p.text) for p in layout.paragraphs][:3] == [
        ("noise", "UPDATE 2-"),
        ("headline", "Habib shuttles between Beirut and Jerusalem | World"),
        ("noise", "| The Daily Wire"),
    ]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (" date 2011-07-09 ", "2011-07-09"),
        ("Date: 2011-07\n", "2011-07"),
        ("date 2011-17-09 ", None),
        ("July 9, 2011\n", "2011-07-09"),
        ("9 July 2011, Juba\n\n", "2011-07-09"),
        ("Published 9:38 AM EST, Sat July 9, 2011\n", "2011-07-09"),
        ("JUBA, July 9, 2011 (IRIN) - ", "2011-07-09"),
        ("JUBA, July 9 (IRIN) - ", None),
        ("On July 9, 2011, a state was born. ", None),
    ],
)
def test_what_the_text_says_of_its_publication(head: str, published: str | None) -> None:
    assert lay(head + BODY).published == published
    assert lay(head + BODY, published="1999").published == "1999"
    assert of_kind(lay(head + BODY), ParagraphKind.BODY)[-1].endswith(BODY)


WRAPPED = """The foreign ministers of Iran and Iraq met in Geneva under the eyes of
the United Nations on Thursday, five days after the guns fell silent, and
could not agree on which river bank the border runs along.

Background
Eight years of war have cost more than half a million lives. The ministers,
Ali Akbar Velayati and Tariq Aziz, didn't shake hands.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    layout = lay(WRAPPED, "T")
    first, second = of_kind(layout, ParagraphKind.BODY)
    assert "eyes of the United Nations on Thursday" in first
    assert second.startswith("Eight years")
    assert of_kind(layout, ParagraphKind.HEADING) == ["Background"]
    assert len(bodies(WRAPPED.replace("\n", "\r\n"))) == 2


def test_one_line_a_paragraph_stays_one_line_a_paragraph() -> None:
    lines = [
        "Rabin flew to Amman on Sunday.",
        BODY,
        "He returned the same night, in a helicopter of the king, to a country that was asleep.",
        "Hussein waved.",
    ]
    assert bodies("\n".join(lines)) == lines


def test_a_sentence_that_a_link_broke_is_joined() -> None:
    assert bodies("The president of Finland, Urho Kekkonen,\nreceived thirty-five heads of state\nin Helsinki.") == [
        "The president of Finland, Urho Kekkonen, received thirty-five heads of state in Helsinki."
    ]


def test_items_of_lists_stand_apart() -> None:
    layout = lay(f"{BODY}\n• Begin went to Ismailia in December 1977.\n• Sadat stayed away.\n- Nobody else came.", "T")
    assert of_kind(layout, ParagraphKind.BODY)[1:] == [
        "Begin went to Ismailia in December 1977.",
        "Sadat stayed away.",
        "Nobody else came.",
    ]
    assert of_kind(layout, ParagraphKind.NOISE) == ["•", "•", "-"]


def test_names_in_a_table_are_not_run_together() -> None:
    layout = lay(f"{BODY}\n\nHelmut Schmidt\nBonn\nValéry Giscard d'Estaing\nParis\n\n{BODY}", "T")
    assert of_kind(layout, ParagraphKind.HEADING) == ["Helmut Schmidt", "Bonn", "Valéry Giscard d'Estaing", "Paris"]


def test_white_space_is_plain_and_lengths_agree() -> None:
    [_, paragraph] = lay("Kohl\u00a0met\tGorbachev\u200bin\u2009Archys.", "T").paragraphs
    assert paragraph.text == "Kohl met Gorbachev in Archys."


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    paragraphs = lay(" ".join([BODY] * 1000), "T").paragraphs[1:]
    assert all(len(p.text) <= MAX_PARAGRAPH and p.text.endswith("handshake.") for p in paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "word\n" * 100_000,
        "Word\n" * 100_000,
        "w" * 1_000_000,
        "(" * 1_000_000,
        "a(" * 500_000,
        "a b " * 250_000,
        "A. " * 300_000,
        "AB-" * 300_000,
        "AB CD " * 160_000,
        "Read more " * 100_000,
        "\n" * 1_000_000 + "x",
        " " * 1_000_000 + "x",
        "By A B " * 100_000,
        ("Ab " * 40 + "\n") * 8_000,
        ("Monday, " * 11 + "\n") * 9_000,
        ("1 Jan " * 14 + "\n") * 9_000,
        "- " * 400_000,
        "# " * 400_000,
        ("x" * 300 + " ") * 3000,
    ],
    ids=lambda text: repr(text[:9]),
)
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    layout = lay(text)
    assert time.process_time() - start < 6
    check(layout)


def test_a_list_of_words_without_end_is_not_parsed() -> None:
    for word in ("Word", "word", "12 pieces"):
        layout = lay(f"{word}\n" * 2_000, "T")
        assert len(of_kind(layout, ParagraphKind.HEADING) + of_kind(layout, ParagraphKind.BODY)) == MAX_LIST


def check(layout: Layout) -> None:
    """The promises of a layout."""
    for field in Field:
        source = layout.source(field)
        paragraphs = [p for p in layout.paragraphs if p.field is field]
        end = 0
        for paragraph in paragraphs:
            assert not source[end : paragraph.start].strip()
            assert paragraph.start < paragraph.end
            check_text(source, paragraph)
            end = paragraph.end
        assert not source[end:].strip()
    assert [p.field for p in layout.paragraphs] == sorted((p.field for p in layout.paragraphs), key=list(Field).index)


def check_text(source: str, paragraph: Paragraph) -> None:
    assert len(paragraph.text) == paragraph.end - paragraph.start
    assert not any(char in paragraph.text for char in "\n\r\t\u00a0\x0c\u2028")
    slice_ = source[paragraph.start : paragraph.end]
    assert all(a == b or b == " " for a, b in zip(slice_, paragraph.text, strict=True))


SPACES = ["\n", "\n\n", "\r\n", " ", "\t", "\u00a0", "\u2028", "\u200b"]
MARKS = ["- ", "* ", "# ", "…", '"', "a", "’", "1."]
PARTS = [
    "Advertisement",
    "By Jane Doe",
    "OSLO - ",
    "PARIS, May 5 (Wire) - ",
    "date 2001-02-03 ",
    "July 4, 1999",
    "Read more: ",
]
WORDS = ["Kohl met Mitterrand in Verdun.", "Deepening Ties", "BREAKING: ", "(CNN) -- "]
FRAGMENTS = st.sampled_from([*SPACES, *MARKS, *PARTS, *WORDS])


@settings(max_examples=400, deadline=None)
@given(
    st.lists(FRAGMENTS | st.text(max_size=12), max_size=25).map("".join),
    st.text(max_size=40) | st.just("UPDATE 1-Deal | A b c d | Wire"),
)
def test_every_character_lies_in_one_paragraph(text: str, title: str) -> None:
    layout = lay(text, title)
    check(layout)
    assert lay(text, title) == layout


def test_a_line_of_time_zones_takes_no_time() -> None:
    """Each three letters more once took twice as long; a line may have 90."""
    assert not is_date_line("TAT" * 24 + "! May 5, 2010")
    assert is_date_line("TATTATUTC May 5, 2010")
