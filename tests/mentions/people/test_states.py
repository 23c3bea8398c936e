"""Which state a person is of, as the article tells it. Needs the model."""

from __future__ import annotations

import pytest

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
HOME = [
    ("Finance Minister Pedro Malan resigned.", "Pedro Malan BR"),
    ("Foreign Ministry spokeswoman Vera Machado denied it.", "Vera Machado BR"),
    ("President Bill Clinton arrived.", "Bill Clinton None"),
    ("In France, Prime Minister Lionel Jospin spoke.", "Lionel Jospin None"),
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


@pytest.mark.parametrize(("text", "expected"), [*BESIDE, *PREDICATES, *CHAINS, *MORE, *NOBODYS])
def test_state(read: Read, text: str, expected: str) -> None:
    found = {entity.name: entity.country for entity in read(text)[1]}
    for pair in expected.split("; "):
        name, code = pair.rsplit(" ", 1)
        assert str(found.get(name, "not found")) == code, found


@pytest.mark.parametrize(("text", "expected"), HOME)
def test_state_of_the_dateline(read: Read, text: str, expected: str) -> None:
    name, code = expected.rsplit(" ", 1)
    assert {e.name: str(e.country) for e in read(text, home="BR")[1]} == {name: code}
