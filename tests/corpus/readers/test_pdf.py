"""PDFs give their text in paragraphs; whatever else a PDF is, it gives one message."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.readers.kinds import read_stream
from kg.corpus.readers.pdf_lines import Line, paragraphs
from kg.corpus.readers.pdf_text import MAX_PAGES
from kg.corpus.unreadable import Unreadable, UnreadableReason

ReadOne = Callable[..., tuple[list[Article], list[Unreadable]]]
BODY = (
    "President Kekkonen met Chancellor Brandt in Helsinki on Friday to talk about the cur-",
    "rency of the Union and about the co-operation of both countries in the Baltic, which",
    "has grown. Their co-operation is old.",
    "",
    "Brandt will travel to Oslo on Monday, his spokesman told reporters in the evening, and",
    "return on Wednesday.",
)


def pdf(*pages: Sequence[str], about: str = "", draw: str = "") -> bytes:
    """A PDF with one line of text after another, 12 points apart."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = draw + "BT /F1 10 Tf 12 TL 72 780 Td\n"
        for line in lines:
            safe = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown += f"({safe}) Tj T*\n"
        shown += "ET"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"{page} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {about} >>")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return data + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R /Info {count - 1} 0 R >>\n"
        f"startxref\n{len(data)}\n%%EOF\n"
    ).encode("latin-1")


def test_lines_become_paragraphs_and_parted_words_whole(read: ReadOne) -> None:
    [article], faults = read(pdf(BODY), ".pdf")
    assert not faults
    first, second = article.text.split("\n\n")
    assert "about the currency of the Union and about the co-operation of both" in first
    assert first.endswith("Their co-operation is old.")
    assert second == (
        "Brandt will travel to Oslo on Monday, his spokesman told reporters in the evening, and return on Wednesday."
    )


@pytest.mark.parametrize(
    ("said", "author"),
    [("Claire  Dubois", "Claire Dubois"), ("cdubois", None), ("Microsoft Office User", None), ("", None)],
)
def test_an_author_is_a_person(read: ReadOne, said: str, author: str | None) -> None:
    [article], _ = read(pdf(BODY, about=f"/Author ({said})"), ".pdf")
    assert article.author == author


def test_the_lines_of_a_head_stand_alone(read: ReadOne) -> None:
    head = ("THE PALACE", "Office of the Press Secretary", "June 7, 1975", "Joint Statement: Finland and Germany")
    [article], _ = read(pdf((*head, *BODY)), ".pdf")
    *first, body, _ = article.text.split("\n\n")
    assert first == list(head)
    assert body.startswith("President Kekkonen met")
    assert article.published == "1975-06-07"
    [article], _ = read(pdf(("Kekkonen", *BODY)), ".pdf")
    assert article.text.startswith("Kekkonen\n\nPresident")


def test_what_stands_on_every_page_is_left_out(read: ReadOne) -> None:
    pages = [
        (
            "The Daily Courier",
            "",
            f"Brandt met Kekkonen for the {word} time, and they dined together.",
            "",
            f"Page {n} of 4",
        )
        for n, word in enumerate(("first", "second", "third", "fourth"), start=1)
    ]
    [article], _ = read(pdf(*pages), ".pdf")
    assert "Courier" not in article.text
    assert "Page" not in article.text
    assert article.text.count("they dined together") == 4


def test_a_sentence_goes_on_over_the_page(read: ReadOne) -> None:
    [article], _ = read(pdf(BODY[:1], BODY[1:3]), ".pdf")
    assert "the currency of the Union" in article.text


@pytest.mark.parametrize(
    ("about", "title"),
    [
        ("/Title (Kekkonen and Brandt meet)", "Kekkonen and Brandt meet"),
        ("/Title (Helsinki)", "Helsinki"),  # it stands in the text
        ("/Title (Stockholm)", ""),
        ("/Title (Microsoft Word - release 7.doc)", ""),
        ("/Title (page_17_final)", ""),
        ("/Title (untitled)", ""),
        ("/Title ()", ""),
        ("", ""),
    ],
)
def test_titles_are_taken_where_they_are_titles(read: ReadOne, about: str, title: str) -> None:
    [article], _ = read(pdf(BODY, about=about), ".pdf")
    assert article.title == title


@pytest.mark.parametrize(
    ("about", "lines", "published"),
    [
        ("/CreationDate (D:20190305080000+01'00')", BODY, "2019-03-05"),
        ("/CreationDate (D:20190305)", ("5 February 2018", *BODY), "2018-02-05"),
        ("/CreationDate (D:20190305)", (*BODY, "They had met in 1971."), None),  # a copy of something old
        ("/CreationDate (D:20190305)", (*BODY, "They had met in 1971 and spoken of the Agenda for 2030."), None),
        ("/CreationDate (D:20190305)", (*BODY, "They had met in 1971 and in 2018."), "2019-03-05"),
        ("/CreationDate (D:19700101000000Z)", BODY, None),
        ("/CreationDate (D:19870101000000Z)", BODY, None),  # before there was a PDF
        ("/CreationDate (D:90010101000000Z)", BODY, None),
        ("/CreationDate (yesterday)", BODY, None),
        ("", BODY, None),
    ],
)
def test_dates_are_taken_where_they_can_be_right(
    read: ReadOne, about: str, lines: Sequence[str], published: str | None
) -> None:
    [article], _ = read(pdf(lines, about=about), ".pdf")
    assert article.published == published


def _encrypted(password: str) -> bytes:
    writer, target = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(BODY))), io.BytesIO()
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


def test_a_password_for_changes_alone_keeps_nobody_from_reading(read: ReadOne) -> None:
    [article], _ = read(_encrypted(""), ".pdf")
    assert "currency" in article.text


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", UnreadableReason.EMPTY, "0 bytes"),
        (_encrypted("secret"), UnreadableReason.ENCRYPTED, "without a password"),
        (pdf((), ()), UnreadableReason.EMPTY, "none of its 2 pages; are they scanned?"),
        (pdf(("\\x01" * 5, "....... ,,,,,,, ;;;;;;;")), UnreadableReason.EMPTY, "which letters"),
        (pdf(BODY)[:300], UnreadableReason.DAMAGED, ""),
        (b"%PDF-1.7\nnothing more", UnreadableReason.DAMAGED, ""),
        (b"Merkel met Macron.", UnreadableReason.DAMAGED, ""),
        (pdf(*[("Oslo",)] * (MAX_PAGES + 1)), UnreadableReason.TOO_LONG, f"{MAX_PAGES + 1} pages"),
    ],
)
def test_a_pdf_that_is_no_article_gives_one_message(
    read: ReadOne, data: bytes, reason: UnreadableReason, words: str
) -> None:
    articles, [fault] = read(data, ".pdf")
    assert not articles
    assert (fault.reason, fault.is_error) == (reason, True)
    assert words in fault.message


def test_a_pdf_is_told_by_its_content_whatever_it_is_called(read: ReadOne) -> None:
    [article], _ = read(pdf(BODY), ".txt")
    assert article.text.startswith("President Kekkonen")


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 1 << 32), cuts=st.integers(1, 8))
def test_damaged_files_give_something_and_never_an_exception(seed: int, cuts: int) -> None:
    made, chance = bytearray(pdf(BODY, BODY, about="/Title (Talks) /CreationDate (D:20190305)")), random.Random(seed)
    for _ in range(cuts):
        at = chance.randrange(len(made))
        made[at : at + chance.randrange(40)] = chance.choice(
            [b"", b"<<", b">>", b"0 R", b"\xff", b"(", b"endobj", b"99999999"]
        )
    assert list(read_stream(io.BytesIO(bytes(made)), "a.pdf", "a", suffix=".pdf"))


@settings(max_examples=30, deadline=None)
@given(data=st.binary(max_size=1000))
def test_random_bytes_give_something_and_never_an_exception(data: bytes) -> None:
    assert list(read_stream(io.BytesIO(b"%PDF-1.4\n" + data), "a.pdf", "a"))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("Abdel Fattah el-", "Sisi spoke."), "Abdel Fattah el-Sisi spoke."),
        (("They signed a govern\u00ad", "ment paper."), "They signed a government paper."),
        (("A bene\ufb01t for", "both."), "A benefit for both."),
        (("The years 1971-", "1975 were good."), "The years 1971- 1975 were good."),
    ],
)
def test_how_lines_are_joined(lines: tuple[str, str], joined: str) -> None:
    assert paragraphs([[Line(text, -12.0 * number, 10) for number, text in enumerate(lines)]]) == [joined]
