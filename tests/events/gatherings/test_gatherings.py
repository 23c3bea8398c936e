"""Summits, talks and ceremonies told of over several sentences: who was there, and who travelled to them."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell
from tests.events.telling import Read

DAY = "2011-11-30"
KAMPALA = (
    "KAMPALA, Nov 29 (Wire) - East African leaders opened a two-day summit in Kampala on Tuesday. "
    "The gathering is hosted by Ugandan President Yoweri Museveni. "
)


def one(found: list[Read], *actors: str) -> Read:
    """The event of exactly these actors."""
    return next(event for event in found if event.actors == frozenset(actors))


def visitors(found: list[Read], to: str) -> dict[str, str]:
    """Who visits a state, with the status."""
    return {name: event.status for event in found if event.kind == "visit" and event.to == to for name in event.actors}


def test_all_who_are_told_to_be_at_a_summit_meet_there(tell: Tell) -> None:
    text = KAMPALA + (
        "Kenyan President Mwai Kibaki and Rwanda's Paul Kagame were present. "
        "Also attending were Tanzanian President Jakaya Kikwete and Burundi's Pierre Nkurunziza."
    )
    [summit] = tell(text, DAY, kind="meeting")
    names = {"Yoweri Museveni", "Mwai Kibaki", "Paul Kagame", "Jakaya Kikwete", "Pierre Nkurunziza"}
    assert summit.actors == names
    assert (summit.when, summit.place, summit.status) == ("2011-11-29/2011-11-30", "Kampala", "occurred")
    assert visitors(tell(text, DAY), "UG") == dict.fromkeys(names - {"Yoweri Museveni"}, "occurred")


def test_who_stays_away_visits_and_meets_nobody(tell: Tell) -> None:
    text = KAMPALA + "Kenyan President Mwai Kibaki attended. Ethiopian Prime Minister Meles Zenawi stayed away."
    found = tell(text, DAY)
    assert visitors(found, "UG") == {"Mwai Kibaki": "occurred", "Meles Zenawi": "negated"}
    [summit] = [e for e in found if e.kind == "meeting"]
    assert summit.actors == {"Yoweri Museveni", "Mwai Kibaki"}


def test_who_only_speaks_of_a_summit_is_not_at_it(tell: Tell) -> None:
    text = KAMPALA + (
        "Kenyan President Mwai Kibaki attended. In Cairo, the Egyptian foreign minister, Mohamed Kamel Amr, said that "
        "the summit would change nothing. British Prime Minister David Cameron praised the gathering."
    )
    [summit] = tell(text, DAY, kind="meeting")
    assert summit.actors == {"Yoweri Museveni", "Mwai Kibaki"}


def test_last_years_summit_is_another_one(tell: Tell) -> None:
    text = (
        "Chinese President Xi Jinpeng will host the APEC summit in Beijing on Nov. 10. "
        "U.S. President Barack Obama and Australian Prime Minister Tony Abbott will attend. "
        "Last year's summit was held in Bali. Obama skipped that gathering because of a budget dispute."
    )
    found = tell(text, "2014-11-05")
    [summit] = [e for e in found if e.kind == "meeting"]
    assert summit.actors == {"Xi Jinpeng", "Barack Obama", "Tony Abbott"}
    assert summit.status == "planned"
    assert visitors(found, "ID") == {"Barack Obama": "negated"}
    assert visitors(found, "CN") == {"Barack Obama": "planned", "Tony Abbott": "planned"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Canadian Prime Minister Stephen Harper has not decided whether to attend.", "possible"),
        ("Canadian Prime Minister Stephen Harper was invited.", "possible"),
        ("Canadian Prime Minister Stephen Harper is also expected.", "planned"),
        ("Canadian Prime Minister Stephen Harper will not come.", "negated"),
        ("Canadian Prime Minister Stephen Harper will skip the meeting.", "negated"),
        ("Canadian Prime Minister Stephen Harper declined to attend.", "negated"),
    ],
)
def test_how_it_is_told_says_whether_somebody_comes(tell: Tell, sentence: str, status: str) -> None:
    text = f"Australia will host a Pacific summit in Brisbane on Nov. 15. {sentence}"
    assert visitors(tell(text, "2014-11-05"), "AU") == {"Stephen Harper": status}


def test_mourners_travel_but_do_not_meet(tell: Tell) -> None:
    text = (
        "Tens of thousands braved the rain on Tuesday for the memorial service for Nelson Mandela in Johannesburg. "
        "More than 90 leaders attended, among them U.S. President Barack Obama, Brazil's Dilma Rousseff and "
        "Indian President Pranab Mukherjee. Cuban leader Raul Castro was also there."
    )
    found = tell(text, "2013-12-11")
    assert not [e for e in found if e.kind == "meeting"]
    names = ("Barack Obama", "Dilma Rousseff", "Pranab Mukherjee", "Raul Castro")
    assert visitors(found, "ZA") == dict.fromkeys(names, "occurred")


def test_guests_of_an_inauguration_are_told_in_every_way(tell: Tell) -> None:
    text = (
        "Muhammadu Buhari was sworn in as president of Nigeria on Friday at a ceremony in Abuja. "
        "Dozens of leaders attended the inauguration. They included Ghanaian President John Mahama. "
        "U.S. Secretary of State John Kerry was present. South Africa's Jacob Zuma was among the guests. "
        "French Foreign Minister Laurent Fabius represented his country."
    )
    found = tell(text, "2015-05-30")
    names = ("John Kerry", "Jacob Zuma", "John Mahama")  # to represent somebody is no journey yet
    assert visitors(found, "NG") == dict.fromkeys(names, "occurred")
    assert not [e for e in found if e.kind == "meeting"]


def test_two_summits_of_one_article_are_kept_apart(tell: Tell) -> None:
    text = (
        "U.S. President Joe Biden met NATO allies at a summit in Brussels on Monday. The summit was attended by "
        "German Chancellor Angela Merkel, French President Emmanuel Macron and Turkey's Recep Tayyip Erdogan. "
        "On Wednesday Biden held a summit with Russian President Dmitry Medvedev in Geneva."
    )
    found = tell(text, "2021-06-17", kind="meeting")
    assert one(found, "Joe Biden", "Angela Merkel", "Emmanuel Macron", "Recep Tayyip Erdogan").place == "Brussels"
    assert one(found, "Joe Biden", "Dmitry Medvedev").place == "Geneva"
    assert len(found) == 2


def test_two_who_meet_on_the_sidelines_meet_twice(tell: Tell) -> None:
    text = (
        "Indonesia's Joko Widodo chaired a summit in Jakarta on Thursday. Japan's Fumio Kishida, South Korea's "
        "Yoon Suk Yeol and Australian Prime Minister Anthony Albanese attended the summit. "
        "Kishida met Yoon on Wednesday on the sidelines of the summit."
    )
    found = tell(text, "2023-09-08", kind="meeting")
    assert one(found, "Fumio Kishida", "Yoon Suk Yeol").when == "2023-09-06"
    assert one(found, "Joko Widodo", "Fumio Kishida", "Yoon Suk Yeol", "Anthony Albanese").when == "2023-09-07"


def test_those_who_represent_a_body_stand_for_it(tell: Tell) -> None:
    text = (
        "The 20th summit between the European Union and India took place in Lisbon on 5 May 2021. "
        "The EU was represented by Charles Michel and Ursula von der Leyen. India was represented by Narendra Modi."
    )
    [summit] = tell(text, "2021-05-05", kind="meeting", title="20th EU-India summit")
    assert summit.actors == {"Charles Michel", "Ursula von der Leyen", "Narendra Modi"}


def test_a_summit_that_is_only_proposed_is_possible(tell: Tell) -> None:
    text = (
        "French President Nicolas Sarkozy has proposed a conference on Georgia. "
        "The conference could be held in Geneva. "
        "Georgian President Mikheil Saakashvili said he was ready to attend."
    )
    assert visitors(tell(text, "2008-08-20"), "CH") == {"Mikheil Saakashvili": "possible"}


def test_nobody_travels_to_a_virtual_summit(tell: Tell) -> None:
    text = (
        "Singapore hosted a virtual summit on Friday. Japan's Yoshihide Suga and Australia's Scott Morrison attended "
        "the virtual summit."
    )
    assert not tell(text, "2020-11-16", kind="visit")


def test_guests_without_a_host_have_not_met(tell: Tell) -> None:
    text = "Kenya's Mwai Kibaki and Rwanda's Paul Kagame were received on Monday."
    assert not tell(text, DAY, kind="meeting")


def test_indirect_talks_bring_nobody_together(tell: Tell) -> None:
    text = (
        "Indirect talks between Syria and Israel opened in Istanbul on Monday. "
        "Turkish Foreign Minister Ali Babacan chaired the indirect talks."
    )
    assert not [e for e in tell(text, "2008-05-22", kind="meeting") if "Ali Babacan" in e.actors]


def test_a_summit_is_not_where_the_war_is_that_it_is_about(tell: Tell) -> None:
    text = (
        "West African leaders gathered in Abidjan on Thursday for an emergency summit on the crisis in Mali. "
        "Benin's Thomas Boni Yayi and Nigerian leader Goodluck Jonathan attended the summit."
    )
    found = tell(text, "2012-04-27")
    assert visitors(found, "CI") == {"Thomas Boni Yayi": "occurred", "Goodluck Jonathan": "occurred"}
    assert not visitors(found, "ML")


def test_a_ceremony_is_where_the_story_is(tell: Tell) -> None:
    text = (
        "Yitzhak Rabin and Yasir Arafat signed an accord at the White House on Thursday. "
        "The ceremony was attended by King Hussein of Jordan and President Hosni Mubarak of Egypt."
    )
    assert visitors(tell(text, "1995-09-29"), "US") == {"Hussein": "occurred", "Hosni Mubarak": "occurred"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Georgian leader Mikhail Saakashvili turned down the invitation.", "negated"),
        ("Georgian leader Mikhail Saakashvili also scrapped his plans.", "negated"),
        ("Georgian leader Mikhail Saakashvili was too busy to attend.", "negated"),
        ("Georgian leader Mikhail Saakashvili came by train.", "occurred"),
        ("Georgian leader Mikhail Saakashvili flew in on Sunday.", "occurred"),
        ("Georgian leader Mikhail Saakashvili was absent.", "negated"),
    ],
)
def test_newsroom_words_for_coming_and_staying_away(tell: Tell, sentence: str, status: str) -> None:
    text = f"A military parade took place in Moscow on Monday. {sentence}"
    assert visitors(tell(text, "2005-05-10"), "RU") == {"Mikhail Saakashvili": status}


def test_a_gathering_draws_and_involves_people(tell: Tell) -> None:
    talks = "Talks on the border opened in Quito on Monday. The talks involve Peru, Chile and Bolivia."
    [meeting] = tell(talks, "1995-02-07", kind="meeting")
    assert meeting.actors == {"PE", "CL", "BO"}
    funeral = (
        "Olof Palme's funeral was held in Stockholm on Saturday. Among the mourners were Germany's Willy Brandt, "
        "Portugal's Mario Soares and Finland's Kalevi Sorsa."
    )
    assert set(visitors(tell(funeral, "1986-03-16"), "SE")) == {"Willy Brandt", "Mario Soares", "Kalevi Sorsa"}


def test_the_first_of_a_list_is_there_too(tell: Tell) -> None:
    text = (
        "A summit on nuclear security opened in Vienna on Monday. US President Barack Obama, German Chancellor "
        "Angela Merkel and China's Xi Jinpeng are among those taking part."
    )
    [summit] = tell(text, "2014-03-25", kind="meeting")
    assert summit.actors == {"Barack Obama", "Angela Merkel", "Xi Jinpeng"}


def test_who_leads_a_delegation_is_there(tell: Tell) -> None:
    text = (
        "Two days of talks on Cyprus ended in Geneva on Tuesday. U.N. envoy Alvaro de Soto attended. "
        "The Greek delegation was led by George Papandreou."
    )
    [meeting] = tell(text, "2002-01-16", kind="meeting")
    assert meeting.actors == {"Alvaro de Soto", "George Papandreou"}


def test_talks_with_each_in_turn_are_no_gathering(tell: Tell) -> None:
    text = (
        "U.S. envoy Colin Powell held talks with Ali Osman Taha and John Garang separately on Saturday. "
        "He flew in from Indonesia."
    )
    assert not [e for e in tell(text, "2005-01-09", kind="meeting") if "Colin Powell" not in e.actors]


def test_who_has_arrived_for_a_summit_has_not_met_there_yet(tell: Tell) -> None:
    text = (
        "Israeli leader Ehud Barak arrived in Oslo on Monday for a summit with U.S. President Bill Clinton. "
        "Clinton is to open the summit on Tuesday. Russian Prime Minister Viktor Chernomyrdin will also be there."
    )
    found = tell(text, "1999-11-01")
    [summit] = [e for e in found if e.kind == "meeting"]
    assert summit.actors == {"Ehud Barak", "Bill Clinton", "Viktor Chernomyrdin"}
    assert (summit.when, summit.status) == ("1999-11-02", "planned")


def test_a_host_meets_the_guests_that_he_welcomes(tell: Tell) -> None:
    text = (
        "Asian leaders opened their annual summit in Bali on Tuesday. President Megawati Sukarnoputri welcomed nine "
        "counterparts, including Malaysia's Mahathir Mohamad and Thailand's Thaksin Shinawatra. "
        "Chinese Premier Wen Jiabao joins them on Wednesday."
    )
    [summit] = tell(text, "2003-10-07", kind="meeting")
    assert summit.actors == {"Megawati Sukarnoputri", "Mahathir Mohamad", "Thaksin Shinawatra", "Wen Jiabao"}


def test_the_opening_session_of_a_day_is_of_the_summit_of_that_day(tell: Tell) -> None:
    text = (
        "Italian Prime Minister Silvio Berlusconi hosted the G8 summit in L'Aquila on Wednesday. At last year's summit "
        "in Japan, Yasuo Fukuda and Gordon Brown agreed to halve emissions. "
        "Canada's Stephen Harper attended Wednesday's opening session."
    )
    found = tell(text, "2009-07-09")
    assert one([e for e in found if e.kind == "meeting"], "Silvio Berlusconi", "Stephen Harper").place == "L'Aquila"
    assert visitors(found, "IT") == {"Stephen Harper": "occurred"}


def test_mourners_stand_side_by_side(tell: Tell) -> None:
    text = (
        "Statesmen from 122 countries attended the funeral of President Tito in Belgrade today. Soviet leader "
        "Leonid Brezhnev and British Prime Minister Margaret Thatcher stood side by side."
    )
    found = tell(text, "1980-05-08")
    assert set(visitors(found, "RS")) == {"Leonid Brezhnev", "Margaret Thatcher"}
    assert not [e for e in found if e.kind == "meeting"]
