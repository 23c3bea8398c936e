"""Journeys: how newsrooms tell of them, leg by leg, and what is none."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell


def journeys(tell: Tell, text: str) -> set[tuple[str, str | None, str]]:
    """Who goes where, and how sure that is."""
    return {
        (actor, visit.to, visit.status) for visit in tell(text, "2015-03-18", kind="visit") for actor in visit.actors
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Palestinian leader Mahmoud Abbas took off for Amman on Tuesday.", {("Mahmoud Abbas", "JO")}),
        (
            "Argentine President Carlos Menem set off on Monday for a tour of Vietnam and Indonesia.",
            {("Carlos Menem", "VN"), ("Carlos Menem", "ID")},
        ),
        (
            "U.N. Secretary-General Kofi Annan stopped in Khartoum on his way to Nairobi.",
            {("Kofi Annan", "SD"), ("Kofi Annan", "KE")},
        ),
        (
            "Russian Foreign Minister Yevgeny Primakov, en route to Havana, said nothing.",
            {("Yevgeny Primakov", "CU")},
        ),
        (
            "Mexican President Ernesto Zedillo, on a state visit to Italy, told reporters the peso would hold.",
            {("Ernesto Zedillo", "IT")},
        ),
        (
            "German Foreign Minister Joschka Fischer, in Islamabad for talks, ruled out a pause.",
            {("Joschka Fischer", "PK")},
        ),
        (
            "Visiting French President Nicolas Sarkozy said in Luanda that a page was turned.",
            {("Nicolas Sarkozy", "AO")},
        ),
        (
            "Chilean President Ricardo Lagos met visiting Peruvian President Alejandro Toledo on Monday.",
            {("Alejandro Toledo", "CL")},
        ),
        ("Zagreb was U.S. envoy Richard Holbrooke's first stop.", {("Richard Holbrooke", "HR")}),
        ("U.S. Vice President Joe Biden was welcomed in Chisinau by Vlad Filat.", {("Joe Biden", "MD")}),
        ("Danish Foreign Minister Niels Helveg Petersen opened a visit to Vilnius.", {("Niels Helveg Petersen", "LT")}),
        ("Canadian Prime Minister Jean Chretien flew to a summit in Lima.", {("Jean Chretien", "PE")}),
        ("Norwegian Prime Minister Jens Stoltenberg toured a refugee camp in Kenya.", {("Jens Stoltenberg", "KE")}),
        ("Qatari Emir Tamim bin Hamad set foot on Saudi soil.", {("Tamim bin Hamad", "SA")}),
    ],
)
def test_words_of_going(tell: Tell, text: str, expected: set[tuple[str, str]]) -> None:
    assert journeys(tell, text) == {(actor, to, "occurred") for actor, to in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bolivian President Evo Morales went first to Havana, then to Caracas.",
            {("Evo Morales", "CU"), ("Evo Morales", "VE")},
        ),
        (
            "German Chancellor Helmut Kohl visited Jakarta on Monday and Singapore on Tuesday.",
            {("Helmut Kohl", "ID"), ("Helmut Kohl", "SG")},
        ),
        ("John Kerry flew to Cairo and Chuck Hagel to Tokyo.", {("John Kerry", "EG"), ("Chuck Hagel", "JP")}),
        (
            "Swedish Foreign Minister Carl Bildt visited Jakarta on Monday, and Singapore protested.",
            {("Carl Bildt", "ID")},
        ),
        ("Swedish Foreign Minister Carl Bildt visited Jakarta, and Singapore's navy left.", {("Carl Bildt", "ID")}),
    ],
)
def test_legs_are_told_by_the_order_of_words(tell: Tell, text: str, expected: set[tuple[str, str]]) -> None:
    assert journeys(tell, text) == {(actor, to, "occurred") for actor, to in expected}


def test_each_leg_has_its_own_date(tell: Tell) -> None:
    text = "Helmut Kohl of Germany visited Jakarta on Monday and Singapore on Tuesday."
    visits = tell(text, "2015-03-18", kind="visit")
    assert [(v.to, v.when) for v in visits] == [("ID", "2015-03-16"), ("SG", "2015-03-17")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Greek Prime Minister Costas Simitis arrived in Nicosia on Friday from Cairo.",
            {("Costas Simitis", "CY"), ("Costas Simitis", "EG")},
        ),
        ("Greek Prime Minister Costas Simitis arrived in Nicosia from Athens.", {("Costas Simitis", "CY")}),
        (
            "Greek Prime Minister Costas Simitis left Cairo for Amman.",
            {("Costas Simitis", "EG"), ("Costas Simitis", "JO")},
        ),
        ("Greek Prime Minister Costas Simitis left Athens for Amman.", {("Costas Simitis", "JO")}),
        ("Greek Prime Minister Costas Simitis left NATO in 1998.", set()),
        ("The Afghan minister Abdullah Abdullah, who comes from Pakistan, spoke first.", set()),
    ],
)
def test_where_a_journey_comes_from_is_a_stop_unless_it_is_home(
    tell: Tell, text: str, expected: set[tuple[str, str]]
) -> None:
    assert journeys(tell, text) == {(actor, to, "occurred") for actor, to in expected}


def test_a_stop_told_by_where_has_the_date_of_its_clause(tell: Tell) -> None:
    text = "Costas Simitis of Greece flew to Nicosia on Friday from Cairo, where he met Hosni Mubarak on Wednesday."
    visits = {v.to: v.when for v in tell(text, "2015-03-23", kind="visit")}
    assert visits == {"CY": "2015-03-20", "EG": "2015-03-18"}


def test_company_goes_along(tell: Tell) -> None:
    text = "French President Jacques Chirac flew to Lima with Spanish Prime Minister Jose Maria Aznar."
    assert journeys(tell, text) == {("Jacques Chirac", "PE", "occurred"), ("Jose Maria Aznar", "PE", "occurred")}
    text = "French President Jacques Chirac flew to Lima for talks with Spanish Prime Minister Jose Maria Aznar."
    assert journeys(tell, text) == {("Jacques Chirac", "PE", "occurred")}


def test_a_tour_of_a_region_is_told_by_its_legs(tell: Tell) -> None:
    text = "Jean Chretien of Canada began a tour of Latin America on Tuesday. He will visit Mexico, Cuba and Chile."
    assert {to for _, to, _ in journeys(tell, text)} == {"MX", "CU", "CL"}
    assert {to for _, to, _ in journeys(tell, "Jean Chretien of Canada will tour Latin America.")} == {"Latin America"}


def test_what_is_due_is_planned(tell: Tell) -> None:
    text = "Syrian Foreign Minister Farouq al-Shara is due in Paris on Saturday."
    assert journeys(tell, text) == {("Farouq al-Shara", "FR", "planned")}
    text = "Turkish President Abdullah Gul leaves on Saturday for a tour of Colombia and Cuba."
    assert journeys(tell, text) == {("Abdullah Gul", "CO", "planned"), ("Abdullah Gul", "CU", "planned")}


@pytest.mark.parametrize(
    "text",
    [
        "British Prime Minister Tony Blair is on holiday in Italy.",
        "British Prime Minister Tony Blair spent his vacation in Barbados.",
        "Former U.S. President Jimmy Carter is on a private visit to Havana.",
        "U.S. diplomat Christopher Hill was in Warsaw for four years.",
        "Nepal's King Gyanendra visits India every winter.",
        "Israeli warplanes flew to Tunis.",
        "Iran's oil goes to China and India.",
        "The case will go to The Hague.",
        "Former Liberian leader Charles Taylor was transferred to The Hague on Tuesday.",
        "Refugees from Kosovo have arrived in Albania and Macedonia.",
    ],
)
def test_what_is_no_visit(tell: Tell, text: str) -> None:
    assert not journeys(tell, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peruvian President Alan Garcia, just back from a trip to Brazil, spoke.",
            {("Alan Garcia", "BR")},
        ),
        ("Peruvian President Alan Garcia, fresh from a visit to Beijing, spoke of trade.", {("Alan Garcia", "CN")}),
        ("Israel's Ehud Barak, back from Washington, met the cabinet.", {("Ehud Barak", "US")}),
        (
            "Chilean President Ricardo Lagos, just back from Lima and Bogota, told reporters that talks would go on.",
            {("Ricardo Lagos", "PE"), ("Ricardo Lagos", "CO")},
        ),
        ("Kenyan President Daniel arap Moi, back in power, said he would stay.", set()),
        ("Mexican President Felipe Calderon, fresh from victory, spoke of taxes.", set()),
        ("Kenyan President Daniel arap Moi, back from a walk, said he would stay.", set()),
    ],
)
def test_who_is_back_was_there(tell: Tell, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(who, to) for who, to, _ in journeys(tell, text)} == expected
