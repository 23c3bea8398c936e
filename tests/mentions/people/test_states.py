"""Which state a person is of, as the article tells it. Needs the model."""

from __future__ import annotations

import pytest

from kg.corpus.article import Article
from kg.pipeline.extraction import Extractor
from tests.mentions.people.conftest import Read

BESIDE = [
    ("Portuguese Foreign Minister Jaime Gama spoke first.", "Jaime Gama PT"),
    ("Jaime Gama, the Portuguese foreign minister, spoke first.", "Jaime Gama PT"),
    ("Jaime Gama, foreign minister of Portugal, spoke first.", "Jaime Gama PT"),
    ("Jaime Gama, Portugal's foreign minister, spoke first.", "Jaime Gama PT"),
    ("Portugal's Jaime Gama spoke first.", "Jaime Gama PT"),
    ("Jaime Gama of Portugal spoke first.", "Jaime Gama PT"),
    ("Ghana's president, Jerry Rawlings, left on Friday.", "Jerry Rawlings GH"),
    ("Damascus's negotiator Walid Muallem walked out.", "Walid Muallem SY"),
    ("The Kremlin's spokesman, Sergei Yastrzhembsky, denied it.", "Sergei Yastrzhembsky RU"),
    ("White House spokesman Mike McCurry declined to comment.", "Mike McCurry US"),
    ("State Department spokesman Nicholas Burns told reporters so.", "Nicholas Burns US"),
    ("Pentagon spokesman Kenneth Bacon told reporters so.", "Kenneth Bacon US"),
    ("Mexican businesswoman Rosa Delgado said that she would sell.", "Rosa Delgado MX"),
    ("Retired Spanish judge Baltasar Garzon said so.", "Baltasar Garzon ES"),
    ("Former Finnish president Martti Ahtisaari mediated.", "Martti Ahtisaari FI"),
    ("Then-Czech President Vaclav Havel agreed.", "Vaclav Havel CZ"),
    ("South African anti-apartheid campaigner Helen Suzman agreed.", "Helen Suzman ZA"),
    ("Egyptian-born surgeon Magdi Yacoub was honoured.", "Magdi Yacoub None"),
    ("The Australian ambassador to Indonesia, John McCarthy, left Jakarta.", "John McCarthy AU"),
    ("Canada's ambassador to Norway, Marie-Lucie Morin, spoke.", "Marie-Lucie Morin CA"),
    ("Ambassador of Belgium to Japan Gustaaf Dierckx signed.", "Gustaaf Dierckx BE"),
    ("Richard Butler (Australia) objected.", "Richard Butler AU"),
    ("Russian Deputy Prime Minister and Finance Minister Alexei Kudrin signed.", "Alexei Kudrin RU"),
    ("Chinese Vice Minister of Commerce Ma Xiuhong flew home.", "Ma Xiuhong CN"),
    ("Tonga's Crown Prince Tupouto'a travelled with them.", "Tupouto'a TO"),
]
PREDICATES = [
    ("Ellen Johnson Sirleaf became the first Liberian woman to win the prize.", "Ellen Johnson Sirleaf LR"),
    ("Rafael Caldera is Venezuela's president.", "Rafael Caldera VE"),
    ("Joseph Luns was for years the Dutch foreign minister.", "Joseph Luns NL"),
    ("Ryutaro Hashimoto, who heads Japan's delegation, was late.", "Ryutaro Hashimoto JP"),
    ("Paul Nitze, who led the American team, was late.", "Paul Nitze US"),
    ("Ricardo Lagos was elected president of Chile in January.", "Ricardo Lagos CL"),
    ("Joaquin Chissano was sworn in as president of Mozambique.", "Joaquin Chissano MZ"),
    ("Lennart Meri served as Estonia's president until 2001.", "Lennart Meri EE"),
    ("Guntis Ulmanis, a former Latvian president, was there.", "Guntis Ulmanis LV"),
    ("Anita Bjornsdottir, an Icelandic diplomat, presided.", "Anita Bjornsdottir IS"),
    ("Carlos Westendorp, who is Spanish, presided.", "Carlos Westendorp ES"),
    ("Poul Nyrup Rasmussen, head of the Danish government, presided.", "Poul Nyrup Rasmussen DK"),
    ("Alpha Konare, who became president of Mali in 1992, presided.", "Alpha Konare ML"),
]
CHAINS = [
    (
        "Turkish President Suleyman Demirel left for Cairo with his foreign minister, Ismail Cem.",
        "Suleyman Demirel TR; Ismail Cem TR",
    ),
    (
        "Norwegian Prime Minister Gro Brundtland spoke. Her spokesman Oyvind Ostang agreed.",
        "Gro Brundtland NO; Oyvind Ostang NO",
    ),
    (
        "The Bulgarian foreign ministry rejected the report. The ministry's spokesman Radko Vlaikov said it was false.",
        "Radko Vlaikov BG",
    ),
    (
        "Prime Minister Inder Kumar Gujral of India and Foreign Secretary Salman Haider flew to Dhaka.",
        "Inder Kumar Gujral IN; Salman Haider IN",
    ),
    (
        "Ronald Reagan, the American president, spoke. Reagan's daughter Maureen was there.",
        "Ronald Reagan US; Maureen US",
    ),
    (
        "Peruvian leaders met on Monday. President Alberto Fujimori spoke first in Lima.",
        "Alberto Fujimori None",
    ),
    (
        "The Czech president was in good health, aides said. Vaclav Havel, the president, is 60.",
        "Vaclav Havel CZ",
    ),
    (
        "Laurent Kabila flew to Pretoria. The Congolese president was received by Nelson Mandela.",
        "Laurent Kabila CD; Nelson Mandela None",
    ),
    (
        "Greek Foreign Minister Theodoros Pangalos saw his Turkish counterpart, Ismail Cem.",
        "Theodoros Pangalos GR; Ismail Cem TR",
    ),
    (
        "Prime Minister Goran Persson met Helmut Kohl in Bonn. The Swedish leader and the German chancellor dined.",
        "Goran Persson SE; Helmut Kohl DE",
    ),
    (
        "Polish President Lech Walesa opened the session. Defense Minister Piotr Kolodziejczyk sat beside him.",
        "Lech Walesa PL; Piotr Kolodziejczyk PL",
    ),
    ("Republican Sen. Jesse Helms objected.", "Jesse Helms US"),
    ("House Speaker Newt Gingrich objected.", "Newt Gingrich US"),
    ("Senate Majority Leader Trent Lott objected.", "Trent Lott US"),
    ("Bundestag member Karl Lamers objected.", "Karl Lamers DE"),
    ("Knesset Speaker Avraham Burg objected.", "Avraham Burg IL"),
    ("State Duma deputy Vladimir Lukin objected.", "Vladimir Lukin RU"),
    ("British voters are angry. Labour leader John Smith said that London had failed.", "John Smith GB"),
    (
        "U.S. Trade Representative Charlene Barshefsky and Treasury Secretary Robert Rubin came.",
        "Charlene Barshefsky US; Robert Rubin US",
    ),
]
MORE = [
    ("Malta's deputy chief trade envoy Karmenu Borg signed.", "Karmenu Borg MT"),
    ("Algerian Foreign Ministry spokesman Abdelaziz Sebaa denied it.", "Abdelaziz Sebaa DZ"),
    ("Gaddafi's son Saif was there. Muammar Gaddafi of Libya was not.", "Saif LY"),
    ("Thabo Mbeki of South Africa came, accompanied by Trade Minister Alec Erwin.", "Alec Erwin ZA"),
    ("She flew to Nairobi, where President Mwai Kibaki received her.", "Mwai Kibaki KE"),
    ("Belarusian President Alexander Lukashenko left. Presidential aide Sergei Posokhov stayed.", "Sergei Posokhov BY"),
    ("Chad's President Idriss Deby, whose foreign minister, Mahamat Annadif, resigned, spoke.", "Mahamat Annadif TD"),
    ("Hungarian Foreign Minister Janos Martonyi met his Croatian counterpart, Tonino Picula.", "Tonino Picula HR"),
    ("He was the first elected president of Zambia. He spoke with Frederick Chiluba.", "Frederick Chiluba None"),
    ("Frederick Chiluba was tired. He had become president of Zambia in 1991.", "Frederick Chiluba ZM"),
]
HOSTS = [
    ("Norwegian Foreign Minister Ola Berg arrived in Zambia and met President Chanda Mwila there.", "Chanda Mwila ZM"),
    (
        "Norwegian Foreign Minister Ola Berg flew to Lusaka, where he will meet Foreign Minister Chanda Mwila.",
        "Ola Berg NO; Chanda Mwila ZM",
    ),
    (
        "French President Luc Martel visited Bolivia last week. He was received by President Pablo Quiroga.",
        "Pablo Quiroga BO",
    ),
    ("Finnish President Timo Salo was welcomed by King Tupou at the airport in Tonga.", "Timo Salo FI; Tupou TO"),
    ("In Kampala, Prime Minister David Kato received Norwegian Foreign Minister Ola Berg.", "David Kato UG"),
    ("French President Luc Martel was in Bolivia. He conferred with Luc Duval, his foreign minister.", "Luc Duval FR"),
    (
        "Polish Prime Minister Jan Nowak met President Pavel Horak in Geneva on the sidelines of a conference.",
        "Pavel Horak None",
    ),
    ("In Paris, French President Luc Martel met President Pablo Quiroga.", "Pablo Quiroga None"),
]
OTHERS = [
    ("Croatian President Ivo Matic and his wife, Ana, toured the fair.", "Ana HR"),
    (
        "German Chancellor Petra Vogt met Irish leader Sean Daly. Her spokesman, Jens Kuhn, called it useful.",
        "Jens Kuhn DE",
    ),
    (
        "Kenyan envoy Peter Otieno spoke. Ghana's army was ready. Weeks passed. His aide Kofi Boateng resigned.",
        "Kofi Boateng None",
    ),
    (
        "Secretary of State Anna Miles of the United States and Foreign Minister Boris Petrenko should meet again.",
        "Boris Petrenko None",
    ),
    ("The Israeli prime minister and his Jordanian colleague, Khaled Majid, signed a treaty.", "Khaled Majid JO"),
    ("The Greek prime minister and foreign minister, Nikos Vlachos, resigned.", "Nikos Vlachos GR"),
    ("He hopes to visit Cuba. Senator Mark Stone, a Republican, objected.", "Mark Stone US"),
    ("The Prince of Tonga looked on. President Joao Bento wore a uniform.", "Joao Bento None"),
    ("Iran's Ali Rezai and Brazil's Paulo Mendes were there, a Turkish official said.", "Paulo Mendes BR"),
    (
        "The Spanish minister, Juan Robles, summoned Argentina's ambassador, Carlos Vidal, on Monday.",
        "Juan Robles ES; Carlos Vidal AR",
    ),
    ("Ana Rojas, elected president of Chile last year, agreed.", "Ana Rojas CL"),
]
FURTHER = [
    ("The host, the taoiseach, Liam Byrne, spoke first.", "Liam Byrne IE"),
    ("Anna Miles, the secretary of state, flew home.", "Anna Miles US"),
    ("Tom Hale, the secretary of state for defence, flew home.", "Tom Hale None"),
    ("Cardinal Pietro Bassi, the Vatican's secretary of state, flew home.", "Pietro Bassi VA"),
    ("Max Weber, the chief American negotiator, is to resume work.", "Max Weber US"),
    ("Ken Sato, head Japanese coach, is to resume work.", "Ken Sato JP"),
    ("Costas Vlahos, a Greek full back, scored twice.", "Costas Vlahos GR"),
    ("Karl Braun, a German who lived in Chile, was arrested.", "Karl Braun DE"),
    ("Alan Moss, an American contractor held in Cuba, was freed.", "Alan Moss None"),
    ("John Smith met Karl Braun, a Russian newspaper reported.", "Karl Braun None"),
    ("Portugal was represented by Ana Lopes at the ceremony.", "Ana Lopes PT"),
    (
        (
            'Belarus was tense. "A friend," he said after meeting the country\'s authoritarian leader, Anton '
            "Kozlov, on Monday."
        ),
        "Anton Kozlov BY",
    ),
    (
        "Mexico's foreign minister, Luis Ortega, and economy minister Jorge Ruiz were there.",
        "Luis Ortega MX; Jorge Ruiz MX",
    ),
    ("Peru's foreign minister met Luis Ortega, and economy minister Jorge Ruiz was there.", "Jorge Ruiz None"),
    (
        "Norwegian Prime Minister Ola Berg came from Rome, where on Saturday he met Prime Minister Gina Morelli.",
        "Gina Morelli IT",
    ),
    ("Swedish Prime Minister Lars Holm goes on to Singapore, where his host is President Henry Goh.", "Henry Goh SG"),
    ("Ola Haugen became the first ruler of Norway to visit the island.", "Ola Haugen NO"),
    ("The storm hit Texas. Gov. Pete Doyle toured the coast.", "Pete Doyle US"),
    ("The emir of Kuwait, Sheikh Fahd al-Salem, signed too.", "Fahd al-Salem KW"),
    (
        "Australian Foreign Minister Ann Moore will fly to Suva to sign a pact with Prime Minister Seru Vakatora.",
        "Seru Vakatora FJ",
    ),
    (
        "In Moscow, the foreign ministers of Chad and Niger, Ali Dicko and Moussa Sani, met for talks.",
        "Ali Dicko TD; Moussa Sani NE",
    ),
    (
        (
            "The presidents of Poland, Hungary and the Czech Republic - Jan Nowak, Istvan Kiss and Pavel Horak - "
            "signed it."
        ),
        "Jan Nowak PL; Istvan Kiss HU; Pavel Horak CZ",
    ),
    (
        "The Greek and Turkish foreign ministers, Nikos Vlachos and Mehmet Demir, met.",
        "Nikos Vlachos GR; Mehmet Demir TR",
    ),
    (
        "The foreign ministers of Chad and Niger, Ali Dicko, Moussa Sani and Jean Blaise, met for talks.",
        "Ali Dicko None",
    ),
    ("The leaders of Peru, Chile and Bolivia, Ana Rojas said, would come.", "Ana Rojas None"),
    ("Envoys from Spain, Portugal and Andorra met Jan Nowak and Istvan Kiss.", "Jan Nowak None; Istvan Kiss None"),
    (
        (
            "Australia and Indonesia signed a pact in Lombok, Indonesia. Australia was pleased. Foreign Minister "
            "Alan Doyle and his Indonesian counterpart, Budi Santoso, signed it."
        ),
        "Alan Doyle AU; Budi Santoso ID",
    ),
    (
        (
            "Igor Belov had a telephone conversation with President of Finland Timo Salo. Igor Belov spoke of "
            "trade between Finland, Sweden, and Norway."
        ),
        "Igor Belov None",
    ),
    (
        (
            "Ivo Matic, the Croatian minister, who was in Berlin to see Anna Vogt of Germany, agreed. Her "
            "colleague Jens Kuhn, the finance minister, did not."
        ),
        "Jens Kuhn DE",
    ),
    ("Kenya's Peter Otieno told Ghana's Ama Boateng that his aide, David Kato, would come.", "David Kato KE"),
]
NOT_BY_FAME = [
    ("Nobody is worried. Hosni Mubarak stayed at home.", "Hosni Mubarak None"),
    ("Italy is worried. Hosni Mubarak stayed at home.", "Hosni Mubarak None"),
    ("The White House said that Alice Reagan would stay.", "Alice Reagan None"),
    ("Czech President Vaclav Lagos spoke about Chile.", "Vaclav Lagos CZ"),
]
NOUNS = [
    (
        ("The presidents of Chile, Ricardo Lagos, and Peru, Alejandro Toledo, signed a pact."),
        "Ricardo Lagos CL; Alejandro Toledo PE",
    ),
    (
        ("The foreign ministers of Greece, Nikos Vlachos, Cyprus, Costas Nicosia, and Turkey, Mehmet Demir, met."),
        "Nikos Vlachos GR; Mehmet Demir TR",
    ),
    ("The president of Chile, Ricardo Lagos, left Peru, Alejandro Rojas said.", "Alejandro Rojas None"),
    ("Envoys flew to Chile, Bolivia, and Peru, Alejandro Rojas said.", "Alejandro Rojas None"),
    ("The ministers of the coast left Lima, Peru, Alejandro Rojas said.", "Alejandro Rojas None"),
    (
        (
            "Swiss President Rudolf Meier told a press conference in Tripoli after talks with Prime "
            "Minister Omar Saleh that he was glad."
        ),
        "Omar Saleh LY",
    ),
    ("In Sweden on Wednesday the president is to hold talks with Prime Minister Nils Holm.", "Nils Holm SE"),
    (
        ("The U.S. secretary of state spent a day in Samoa. In Samoa he met Prime Minister Sina Tuala."),
        "Sina Tuala WS",
    ),
    ("In Moscow, Boris Petrov met President Ivo Matic.", "Ivo Matic None"),
    ("Republican Sens. Mark Stone and Bill Hayes objected.", "Mark Stone US"),
    ("Kurt Mason, the White House coordinator for Asia, flew home.", "Kurt Mason US"),
    ("Brazilian Ana Lopes, who won, was glad.", "Ana Lopes BR"),
    ("Australian referee Tom Hale blew the whistle.", "Tom Hale AU"),
    ("Libya barred two Swiss businessmen, Max Keller and Urs Frei, from leaving.", "Max Keller CH; Urs Frei CH"),
    ("He met French and German ministers, Max Keller said.", "Max Keller None"),
    ("French officials said Max Keller had left.", "Max Keller None"),
    ("Italian newspapers, Max Keller complained, were unfair.", "Max Keller None"),
    ("The Russian newspaper reporter Max Keller left.", "Max Keller RU"),
]
HOME = [
    ("Finance Minister Pedro Malan resigned.", "Pedro Malan BR"),
    ("Foreign Ministry spokeswoman Vera Machado denied it.", "Vera Machado BR"),
    ("President Bill Clinton arrived.", "Bill Clinton None"),
    ("In France, Prime Minister Lucien Morel spoke.", "Lucien Morel None"),
]
NOBODYS = [
    ("UN Secretary-General Kofi Annan met Iraqi officials.", "Kofi Annan None"),
    ("NATO Secretary General Javier Solana flew to Moscow.", "Javier Solana None"),
    ("European Commission President Jacques Santer welcomed the German move.", "Jacques Santer None"),
    ("Hans Blix, the head of the International Atomic Energy Agency, flew to Iran.", "Hans Blix None"),
    ("The UN envoy for Afghanistan, Lakhdar Brahimi, arrived.", "Lakhdar Brahimi None"),
    ("U.N. special envoy to Somalia Mohamed Sahnoun resigned.", "Mohamed Sahnoun None"),
    ("Christopher Hill, the special envoy to Kosovo, arrived in Belgrade.", "Christopher Hill None"),
    ("Pope John Paul II prayed with French bishops.", "John Paul II None"),
    ("In Moscow, President Carlos Menem spoke.", "Carlos Menem None"),
    ("President Carlos Menem met the Russian president.", "Carlos Menem None"),
    ("Boris Berger flew to France, Spain and Italy.", "Boris Berger None"),
    ("An aide to Mr. Ahmed Khan told Russian reporters.", "Ahmed Khan None"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*BESIDE, *PREDICATES, *CHAINS, *MORE, *HOSTS, *OTHERS, *NOUNS, *FURTHER, *NOT_BY_FAME, *NOBODYS],
)
def test_state(read: Read, text: str, expected: str) -> None:
    found = {entity.name: entity.country for entity in read(text)[1]}
    for pair in expected.split("; "):
        name, code = pair.rsplit(" ", 1)
        assert str(found.get(name, "not found")) == code, found


@pytest.mark.parametrize(("text", "expected"), HOME)
def test_state_of_the_dateline(read: Read, text: str, expected: str) -> None:
    name, code = expected.rsplit(" ", 1)
    assert {e.name: str(e.country) for e in read(text, home="BR")[1]} == {name: code}


def test_the_american_president_at_home(read: Read) -> None:
    for text, code in (("President Alan Doyle left.", "US"), ("President Alan Doyle met President Ivo Matic.", None)):
        assert {entity.country for entity in read(text, home="US")[1]} == {code}


def test_a_dateline_abroad_is_nobodys_home(read: Read) -> None:
    text = "Australia and Fiji agreed, and Fiji was glad. Foreign Minister Alan Doyle of neither said so."
    assert [entity.country for entity in read(text, home="ID")[1]] == [None]


def test_an_office_before_a_possessive_is_the_owners(read: Read) -> None:
    people = read(
        "The president's wife, Lucía Hiriart, opened the school. The king's brother, Prince Hassan, was there."
    )[1]
    [wife] = [one for one in people if one.name == "Lucía Hiriart"]
    assert not any(office.title == "president" for office in wife.offices)


def test_leaders_without_titles_are_not_passed_over(read: Read) -> None:
    text = (
        "Lech Walesa and Vaclav Havel met in the mountains. Walesa and Havel walked for hours; Walesa talked most. "
        "They were seen off by President Richard Weizsaecker. The Polish leader then drove home."
    )
    assert {e.name: e.country for e in read(text)[1]}["Richard Weizsaecker"] != "PL"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The leaders of Norway and Finland met. Anna Berg and Ville Salo spoke.", "NO FI"),
        ("The Norwegian and Finnish prime ministers met.\n\nAnna Berg and Ville Salo spoke.", "NO FI"),
        ("She met the leaders of Norway and Finland: Anna Berg and Ville Salo.", "NO FI"),
        ("The leaders of Norway and Finland met. Anna Berg and Ville Salo, two lawyers, spoke.", "None None"),
        ("The leaders of Norway and Finland met. Anna Berg, Ville Salo and Pia Holm spoke.", "None None None"),
        ("Ville Salo wrote. The leaders of Norway and Finland met. Anna Berg and Ville Salo spoke.", "None None"),
        ("The leaders of Norway met. Anna Berg and Ville Salo spoke.", "None None"),
    ],
)
def test_states_told_in_the_order_of_the_names(read: Read, text: str, expected: str) -> None:
    people = {entity.name: str(entity.country) for entity in read(text)[1]}
    assert " ".join(people[name] for name in ("Anna Berg", "Ville Salo", "Pia Holm") if name in people) == expected


def test_a_description_in_a_clause_of_time_is_whom_the_main_clause_named(extractor: Extractor) -> None:
    text = (
        "Chilean President Ricardo Lagos met Bill Clinton in Santiago on Friday. "
        "Lagos spoke to Goran Persson when the Swedish premier visited Santiago on January 30."
    )
    [facts] = extractor.extract([Article("a", text, "", "2003-02-11")])
    states = {entity.name: entity.country for entity in facts.entities if entity.type == "Person"}
    assert states == {"Ricardo Lagos": "CL", "Bill Clinton": None, "Goran Persson": "SE"}
