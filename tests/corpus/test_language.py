"""What isn't English is set aside with its language; what is, never."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.corpus.article import Article
from kg.corpus.language import ANY, language_of
from kg.corpus.read import read_inputs
from kg.corpus.reading import Reading
from kg.corpus.unreadable import Unreadable, UnreadableReason

# Our own sentences, each about one visit.
OTHERS = {
    "fr": (
        "Le président portugais est arrivé hier soir à Varsovie, où il doit rencontrer le premier ministre"
        " polonais. Les deux hommes parleront surtout des chemins de fer et de la pêche, puis ils signeront un"
        " accord sur les écoles."
    ),
    "de": (
        "Der finnische Präsident ist am Mittwoch nach Lissabon gereist. Dort traf er die Ministerin für Fischerei"
        " und sprach mit ihr zwei Stunden lang über die Quoten für Hering, ohne dass beide Seiten sich einigen"
        " konnten."
    ),
    "es": (
        "La presidenta de Chile llegó el lunes a Oslo para reunirse con el rey y con el primer ministro. Después"
        " de la reunión dijo que los dos países quieren firmar antes del verano un acuerdo sobre los puertos del"
        " norte."
    ),
    "it": (
        "Il ministro greco è partito ieri per Helsinki, dove incontrerà la sua collega finlandese e gli"
        " ambasciatori. Secondo il portavoce non è previsto alcun accordo, ma le parti vogliono continuare i"
        " colloqui anche in autunno."
    ),
    "ru": (
        "Президент Финляндии прибыл вчера вечером в Лиссабон, где он встретится с премьер-министром страны."
        " Стороны обсудят железные дороги и рыболовство, а затем подпишут соглашение о школах и университетах."
    ),
    "pl": (
        "Prezydent Portugalii przyjechał wczoraj wieczorem do Oslo, gdzie spotka się z premierem Norwegii. Obie"
        " strony będą rozmawiać głównie o kolejach i rybołówstwie, a potem podpiszą umowę dotyczącą szkół i"
        " uniwersytetów."
    ),
    "zh": (
        "芬兰总统昨天晚上抵达里斯本，他将在那里会见葡萄牙总理。双方主要讨论铁路和渔业问题，然后签署一项关于学"
        "校和大学的协议。发言人说，会谈将持续两天，随后总统将前往华沙，与波兰外交部长举行工作会晤，讨论北方港"
        "口的建设以及两国之间的贸易。"
    ),
    "ar": (
        "وصل رئيس فنلندا مساء أمس إلى لشبونة حيث سيلتقي رئيس وزراء البرتغال، وسيناقش الطرفان بشكل رئيسي السكك"
        " الحديدية وصيد الأسماك، ثم يوقعان اتفاقية حول المدارس والجامعات، كما قال المتحدث باسم الحكومة للصحفيين"
        " بعد انتهاء الاجتماع."
    ),
    "nl": (
        "De Finse president is gisteravond aangekomen in Lissabon, waar hij de Portugese premier zal ontmoeten."
        " Beide landen praten vooral over het spoor en de visserij, en daarna ondertekenen zij een verdrag over"
        " de scholen."
    ),
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items())
def test_other_languages_are_told(language: str, text: str) -> None:
    assert language_of(text) == language
    assert language_of(text[:40]) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Met with Nigerian President Muhammadu Buhari and Foreign Minister Geoffrey Onyeama.",
        "1234567890 " * 100,
        "Abdulla Aripov, Shavkat Mirziyoyev, Kassym-Jomart Tokayev, Emomali Rahmon, Sadyr Japarov. " * 4,
    ],
)
def test_what_is_not_certain_is_not_judged(text: str) -> None:
    assert language_of(text) is None


def test_articles_in_other_languages_are_set_aside_or_read_as_asked(tmp_path: Path) -> None:
    rows = [{"id": language, "text": text} for language, text in OTHERS.items()]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in [*rows, {"id": "en", "text": "Kohl met Major in Bonn."}]))
    items = list(read_inputs([str(path)]))
    aside = [item for item in items if isinstance(item, Unreadable)]
    assert [item.language for item in aside] == list(OTHERS)
    assert {(item.reason, item.is_error) for item in aside} == {(UnreadableReason.OTHER_LANGUAGE, False)}
    assert aside[0].message == f"{path}:1: it is in another language ('fr', not 'en')"
    assert [item.id for item in items if isinstance(item, Article)] == ["en"]
    everything = [item for item in read_inputs([str(path)], reading=Reading(language=ANY)) if isinstance(item, Article)]
    assert [(item.id, item.language) for item in everything] == [(name, name) for name in [*OTHERS, "en"]]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["data/news/articles.jsonl", "gold/open/articles.jsonl", "gold/wire/articles.jsonl"])
def test_no_english_article_is_set_aside(shared: Path, name: str) -> None:
    items = list(read_inputs([str(shared / name)]))
    assert len(items) > 10
    assert not [item for item in items if isinstance(item, Unreadable) and item.language]
