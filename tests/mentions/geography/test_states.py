"""Which states a sentence mentions: names that several states, towns, people and things share. Needs the model."""

from __future__ import annotations

import pytest

from tests.mentions.geography.conftest import States

CASES = (
    ("The governor of Georgia met lawmakers in Atlanta on Friday.", "US"),
    ("Georgia's president flew to Brussels after protests in Tbilisi.", "BE GE"),
    ("Michael Jordan opened a school in Chicago.", "US"),
    ("Jordan hosted talks in Aqaba.", "JO"),
    ("They were baptised in the River Jordan.", ""),
    ("Chad Smith played the drums.", ""),
    ("Chad's president received the envoy.", "TD"),
    ("Congo and Rwanda agreed to a truce.", "CD RW"),
    ("The Republic of the Congo's leader spoke in Brazzaville.", "CG"),
    ("Congo's president Denis Sassou Nguesso left Brazzaville.", "CG"),
    ("Officials from North Korea crossed the border. A Korean freighter was stopped.", "KP"),
    ("South Korea and North Korea will talk about the Korean War.", "KP KR"),
    ("Guinea-Bissau and Equatorial Guinea sent troops; Papua New Guinea did not.", "GQ GW PG"),
    ("Northern Ireland's parties met the Irish prime minister.", "GB IE"),
    ("Washington said it would not attend.", "US"),
    ("Denzel Washington won the prize.", ""),
    ("Niger expelled the ambassador, and Nigeria closed its border. A Nigerien general spoke.", "NE NG"),
    ("The Dominican Republic closed its border with Haiti.", "DO HT"),
    ("Dominica elected a president. A Dominican diplomat left.", "DM"),
    ("American Samoa voted; Samoa did not.", "US WS"),
    ("The minister recognised the Republic of Abkhazia.", ""),
    ("Troops entered Abkhazia.", "GE"),
    ("The leader of the Nagorno-Karabakh Republic resigned.", ""),
    ("South Sudan and Sudan signed.", "SD SS"),
    ("China Daily reported it, citing the Bank of China.", "CN"),
    ("It cost 30 million US dollars, or 200 million Hong Kong dollars and Swiss francs.", ""),
    ("It was a game of Russian roulette with French fries.", ""),
    ("She served turkey and polish sausages on fine china in march.", ""),
    ("He flew to Mexico City from New Mexico.", "MX US"),
    ("Paris Hilton praised the Paris Agreement.", ""),
    ("They cited the Geneva Convention and the Treaty of Versailles and the Minsk agreements.", ""),
    ("Kuwait City hosted the donors.", "KW"),
    ("Tankers pass the Panama Canal.", "PA"),
    ("He spoke in Russian, then in English, and answered in French and German.", ""),
    ("The strikes hit Russian cities and towns in Iraqi territory.", "IQ RU"),
    (
        "The Washington Post, the Moscow Times, the Times of India, the Kyiv Independent reported it.",
        "",
    ),
    ("Voice of America said so.", ""),
    ("TELL US MORE ABOUT IT", ""),
    ("US, CHINA TO RESUME TALKS", "CN US"),
    ("RUSSIA SAYS IT SHOT DOWN DRONES OVER CRIMEA", "RU UA"),
    ("Sino-Russian trade grew, as did Franco-German and US-China trade.", "CN DE FR RU US"),
    ("A U.S.-China summit was cancelled.", "CN US"),
    ("President Ricardo Lagos left for Caracas. Lagos said he was content.", "VE"),
    ("He grew up in Lagos before moving to Abuja.", "NG"),
    ("Lloyd Austin landed in Manila. Austin said it was time.", "PH"),
    ("Israel Katz spoke with Israel's ally.", "IL"),
    ("The Soviet Union, East Germany, Czechoslovakia and Yugoslavia fell apart.", "CZ DE RS RU"),
    ("The Kremlin and the White House and Downing Street and the Élysée declined to comment.", "FR GB RU US"),
    ("The Quai d'Orsay and Foggy Bottom were silent; so was Zhongnanhai.", "CN FR US"),
    ("The Pentagon, Whitehall and the Blue House confirmed it.", "GB KR US"),
    ("Leaders met in Sharm el-Sheikh and Davos and then in Camp David.", "CH EG US"),
    ("The summit is to be in Kananaskis.", "CA"),
    ("The Italian town of Stresa hosts the ministers.", "IT"),
    ("He was born in Paris, Texas.", "US"),
    ("A shooting in Waco, Tex., killed two.", "US"),
    ("The Turkish Cypriot leader met the Greek Cypriot leader in Nicosia.", "CY"),
    ("Burma freed prisoners; Zaire and Swaziland did not. Peking agreed.", "CD CN MM SZ"),
    ("Türkiye, Turkey and Czechia voted.", "CZ TR"),
    ("The talks between Moscow and Kiev collapsed.", "RU UA"),
    ("William Hague met reporters in The Hague.", "NL"),
    ("Queen Sofia visited Sofia.", "BG"),
    ("Brussels fined the firm after the EU's probe.", ""),
    ("The United Arab Emirates and the UAE's envoy.", "AE"),
    ("Ivory Coast's Ivorian forces; Côte d’Ivoire voted.", "CI"),
    ("The Gulf of Mexico and the South China Sea were calm.", ""),
    ("Palestinian officials in Ramallah and Gaza met Israeli officials in Jerusalem.", "IL PS"),
    ("The American Indian museum and Latin American nations and the Indian Ocean.", ""),
    ("The Prime Minister of the Netherlands, Holland's longest serving.", "NL"),
    ("The Shanghai Cooperation Organisation and the African National Congress.", ""),
    ("NATO and ASEAN and the Organization of American States.", ""),
    ("French President Emmanuel Macron visited New Delhi.", "FR IN"),
    ("Pole Donald Tusk chaired the talks.", "PL"),
    ("The ship reached the North Pole.", ""),
    ("Agence France-Presse and Korean Central News Agency reported.", ""),
    ("Reuters, quoting Saudi Press Agency, said that Riyadh agreed.", "SA"),
    ("Nice weather greeted them. They met in Nice.", "FR"),
    ("Split opinions remain.", ""),
    ("Reading the text, he paused.", ""),
    ("Victoria Nuland travelled to Kyiv.", "UA"),
    ("Santiago Peña took office in Asunción.", "PY"),
    ("The leaders of Sudan, Chad and Niger met in Niamey.", "NE SD TD"),
    ("Sanctions on Serbia and Kosovo were lifted; Pristina and Belgrade agreed.", "RS XK"),
    ("He arrived from Macau via Hong Kong.", "CN"),
    ("The Vatican said that the Holy See would mediate.", "VA"),
    ("Mr Wales and Mrs England left.", ""),
    ("The Boston Globe and the Jerusalem Post.", ""),
    ("An English-language paper and Russian-speaking minorities.", ""),
    ("He addressed the Duma, the Knesset and the Bundestag.", "DE IL RU"),
)


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_states_of_a_sentence(states: States, sentence: str, expected: str) -> None:
    assert " ".join(sorted(states(sentence))) == expected


def test_a_city_of_two_states_is_read_by_the_article(states: States) -> None:
    assert states("The minister spoke in Hyderabad. Officials from Sindh and the rest of Pakistan listened.") == {"PK"}
    assert states("The minister spoke in Hyderabad. Officials from India's south listened.") == {"IN"}


def test_a_surname_stays_a_surname_in_the_whole_article(states: States) -> None:
    text = "Senator Vernon Jordan opened the session.\n\nJordan said he was tired. The crowd cheered Jordan."
    assert states(text) == set()
