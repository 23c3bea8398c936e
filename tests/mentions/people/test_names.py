"""Who is found, and under which name. Needs the model."""

from __future__ import annotations

import pytest

from tests.mentions.people.conftest import Names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "German Chancellor Konrad Adenauer received Charles de Gaulle in Bonn.",
            ["Konrad Adenauer", "Charles de Gaulle"],
        ),
        ("Finland's president, Tarja Halonen, met Jan Peter Balkenende.", ["Tarja Halonen", "Jan Peter Balkenende"]),
        ("Prime Minister Lee Kuan Yew spoke with President Chun Doo-hwan.", ["Lee Kuan Yew", "Chun Doo-hwan"]),
        ("Foreign Secretary Jack Straw saw Crown Prince Hassan bin Talal.", ["Jack Straw", "Hassan bin Talal"]),
        ("Pope Pius XII blessed King Leopold III.", ["Pius XII", "Leopold III"]),
        ("Zimbabwe's Robert Mugabe said no.", ["Robert Mugabe"]),
        ("President Suharto told Mr. Habibie to wait.", ["Suharto", "Habibie"]),
        ("Senators Dole, Lugar and Nunn voted for it.", ["Dole", "Lugar", "Nunn"]),
        ("President of the Republic of Ghana John Kufuor arrived.", ["John Kufuor"]),
        ("Secretary of State Dean Rusk signed for Washington.", ["Dean Rusk"]),
        ("Ireland's Sean O'Connor met Scotland's Ian McAllister.", ["Sean O'Connor", "Ian McAllister"]),
        ("Mali's foe Modibo Keita saw Prime Minister of Gabon Leon Mebiame.", ["Modibo Keita", "Leon Mebiame"]),
        ("His cousin Oumar came too.", ["Oumar"]),
        ("Mrs. Brown thanked President Park.", ["Brown", "Park"]),
        ("Harry S. Truman wrote to George C. Marshall.", ["Harry S. Truman", "George C. Marshall"]),
    ],
)
def test_people_of_a_sentence(names: Names, text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Marshall Plan was debated at the Roosevelt Hotel near Kennedy Airport.",
        "The USS Theodore Roosevelt left San Diego in May.",
        "Hurricane Katrina reached Louisiana on Monday.",
        "Goldman Sachs and Morgan Stanley fell.",
        "Jordan, Chad and Georgia abstained.",
        "The Nobel Prize was announced in Oslo.",
        "The Daily Telegraph reported it in April.",
        "He told the newspaper Rude Pravo about it.",
        "Kansas Copper bought Hudson Minerals on Monday.",
        "Officers watched the carmaker Skoda in silence.",
    ],
)
def test_nobody(names: Names, text: str) -> None:
    assert names(text) == []


def test_short_forms_are_one_person(names: Names) -> None:
    text = (
        "Chancellor Helmut Kohl flew to Moscow. Mr Kohl met Soviet President Mikhail Gorbachev. Gorbachev thanked Kohl."
    )
    assert names(text) == ["Helmut Kohl", "Mikhail Gorbachev"]


def test_spellings_are_one_person(names: Names) -> None:
    text = "Turkish President Süleyman Demirel spoke in Ankara. Suleyman Demirel left later. Demirel was tired."
    assert len(names(text)) == 1


def test_the_fullest_name_wins_wherever_it_stands(names: Names) -> None:
    text = "President Kaunda of Zambia spoke first. Kenneth Kaunda said that peace was near."
    assert names(text) == ["Kenneth Kaunda"]


def test_a_family_is_kept_apart(names: Names) -> None:
    text = (
        "Indian Prime Minister Rajiv Gandhi met reporters. Indira Gandhi, his mother, had ruled before him. "
        "Mr Gandhi said that Mrs Gandhi had asked for talks."
    )
    assert names(text) == ["Rajiv Gandhi", "Indira Gandhi"]


def test_headline_words_are_not_glued_on(names: Names) -> None:
    text = "Egyptian President Anwar Sadat flew to Jerusalem. Sadat was met by Prime Minister Menachem Begin."
    assert names(text, "Sadat Lands in Israel and Begin Greets Him") == ["Anwar Sadat", "Menachem Begin"]


def test_month_and_surname(names: Names) -> None:
    text = "British Prime Minister Theresa May will travel in May. Mrs May said that May was a good month."
    assert names(text) == ["Theresa May"]


def test_a_surname_that_is_a_word_for_a_place_opens_a_sentence(names: Names) -> None:
    text = "President Park Chung-hee left Seoul. Park will see Golda Meir. Park Lane was closed. The Park was full."
    assert names(text) == ["Park Chung-hee", "Golda Meir"]
    assert not names("Park rangers met in Denver. He said that Park and ride was full.")
