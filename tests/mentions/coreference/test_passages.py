"""Passages about real events, in our own words: whom each marked word stands for ("" = must stay unresolved)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

SADAT = {"Anwar Sadat": "EG president m", "Menachem Begin": "IL prime minister m", "Jimmy Carter": "US president m"}
COLD_WAR = {"Ronald Reagan": "US president m", "Mikhail Gorbachev": "SU general secretary m"}
OSLO = {
    "Yitzhak Rabin": "IL prime minister m",
    "Yasser Arafat": "PS leader m",
    "Bill Clinton": "US president m",
    "Shimon Peres": "IL foreign minister m",
}
EUROPE = {
    "Helmut Kohl": "DE chancellor m",
    "François Mitterrand": "FR president m",
    "Margaret Thatcher": "GB prime minister f",
    "John Major": "GB prime minister m",
}
ASIA = {
    "Shinzo Abe": "JP prime minister m",
    "Park Geun-hye": "KR president f",
    "Rodrigo Duterte": "PH president m",
    "Joko Widodo": "ID president m",
}
AFRICA = {
    "Nelson Mandela": "ZA president m",
    "Robert Mugabe": "ZW president m",
    "Cyril Ramaphosa": "ZA president m",
    "Ellen Johnson Sirleaf": "LR president f",
}
LATIN = {
    "Dilma Rousseff": "BR president f",
    "Evo Morales": "BO president m",
    "Michelle Bachelet": "CL president f",
    "Mauricio Macri": "AR president m",
}
TEHRAN = {
    "Mohammad Javad Zarif": "IR foreign minister m",
    "John Kerry": "US secretary of state m",
    "Hassan Rouhani": "IR president m",
    "Barack Obama": "US president m",
}

CASES: list[tuple[str, dict[str, str], list[list[str]]]] = [
    # names and what stands beside them
    ("[Sadat|Anwar Sadat] flew to [Israel|=IL]. <He> spoke in parliament.", SADAT, [["Anwar Sadat"]]),
    (
        "The [Egyptian|~EG] <president>, [Anwar Sadat|Anwar Sadat], met [Begin|Menachem Begin].",
        SADAT,
        [["Anwar Sadat"]],
    ),
    (
        "[Kerry|John Kerry] met his [Iranian|~IR] <counterpart> [Mohammad Javad Zarif|Mohammad Javad Zarif] in [Lausanne|@CH].",
        TEHRAN,
        [["Mohammad Javad Zarif"]],
    ),
    (
        "[Mohammad Javad Zarif|Mohammad Javad Zarif], the [Iranian|~IR] foreign <minister>, left early.",
        TEHRAN,
        [["Mohammad Javad Zarif"]],
    ),
    (
        "The two foreign <ministers>, [John Kerry|John Kerry] and [Mohammad Javad Zarif|Mohammad Javad Zarif], shook hands.",
        TEHRAN,
        [["John Kerry", "Mohammad Javad Zarif"]],
    ),
    (
        "A <delegation> led by Foreign Minister [Shimon Peres|Shimon Peres] arrived in [Oslo|@NO].",
        OSLO,
        [["Shimon Peres"]],
    ),
    # states
    ("[Moscow|^RU] and [the Kremlin|*RU] said nothing, but <officials> from [Finland|=FI] did.", {}, [["FI"]]),
    ("[Turkish|~TR] <officials> met a [Greek|~GR] <delegation> on Friday.", {}, [["TR"], ["GR"]]),
    ("The <government> in [Kabul|^AF] signed the accord.", {}, [["AF"]]),
    ("The [Swiss|~CH] foreign <ministry> confirmed the talks.", {}, [["CH"]]),
    ("A spokesman for nobody spoke, and a [Peruvian|~PE] <envoy> met the [Ecuadorean|~EC] <side>.", {}, [["PE"], ["EC"]]),
    (
        "The [Swedish|~SE] <company> signed a deal with [Norwegian|~NO] <scientists>.",
        {},
        [[""], [""]],
    ),
    # he and she
    (
        "[Reagan|Ronald Reagan] met [Gorbachev|Mikhail Gorbachev] in [Reykjavik|^IS]. <He> left without a deal.",
        COLD_WAR,
        [["Ronald Reagan"]],
    ),
    ("[Gorbachev|Mikhail Gorbachev] said <he> would visit [Havana|^CU].", COLD_WAR, [["Mikhail Gorbachev"]]),
    (
        "[Thatcher|Margaret Thatcher] received [Kohl|Helmut Kohl] at [Chequers|@GB]. <She> showed <him> the garden.",
        EUROPE,
        [["Margaret Thatcher"], ["Helmut Kohl"]],
    ),
    (
        "[Kohl|Helmut Kohl] called [Mitterrand|François Mitterrand] on Sunday and told <him> of the plan.",
        EUROPE,
        [["François Mitterrand"]],
    ),
    (
        "[Mitterrand|François Mitterrand] came to [Bonn|@DE]. He said that [Kohl|Helmut Kohl] would visit <him> in June.",
        EUROPE,
        [["François Mitterrand"]],
    ),
    ("During <his> visit to [Harare|^ZW], [Mandela|Nelson Mandela] met farmers.", AFRICA, [["Nelson Mandela"]]),
    (
        "After <she> landed in [Santiago|^CL], [Rousseff|Dilma Rousseff] drove to the palace.",
        LATIN,
        [["Dilma Rousseff"]],
    ),
    (
        "[Mugabe|Robert Mugabe] met [Mandela|Nelson Mandela] during <his> visit to [Pretoria|^ZA].",
        AFRICA,
        [["Robert Mugabe"]],
    ),
    (
        "[Mandela|Nelson Mandela] met [Mugabe|Robert Mugabe] during <his> trip to [South Africa|=ZA].",
        AFRICA,
        [["Robert Mugabe"]],
    ),
    (
        "[Bachelet|Michelle Bachelet] welcomed [Morales|Evo Morales] on <his> arrival.",
        LATIN,
        [["Evo Morales"]],
    ),
    ("[Abe|Shinzo Abe] and <his> wife flew to [Manila|^PH].", ASIA, [["Shinzo Abe"]]),
    (
        "[Duterte|Rodrigo Duterte] hosted [Abe|Shinzo Abe] and <his> wife at home.",
        ASIA,
        [["Shinzo Abe"]],
    ),
    (
        "[Abe|Shinzo Abe], <who> had met [Park|Park Geun-hye] in [Seoul|^KR], flew home.",
        ASIA,
        [["Shinzo Abe"]],
    ),
    (
        "[Park|Park Geun-hye] met [Widodo|Joko Widodo], <whose> country is larger.",
        ASIA,
        [["Joko Widodo"]],
    ),
    (
        "[Macri|Mauricio Macri] and [Morales|Evo Morales], <who> were old rivals, embraced.",
        LATIN,
        [["Mauricio Macri", "Evo Morales"]],
    ),
    ("[Macri|Mauricio Macri] drove <himself> to the border.", LATIN, [["Mauricio Macri"]]),
    (
        "[Abe|Shinzo Abe] and [Widodo|Joko Widodo] met on Monday. <He> left on Tuesday.",
        ASIA,
        [[""]],
    ),
    (
        "[Kohl|Helmut Kohl] spoke first. A protester shouted that <he> was hungry.",
        EUROPE,
        [[""]],
    ),
    (
        "[Rabin|Yitzhak Rabin] told [Arafat|Yasser Arafat] that [Clinton|Bill Clinton] had invited <him> to [Washington|^US].",
        OSLO,
        [["Yitzhak Rabin"]],
    ),
    (
        "[Obama|Barack Obama] landed in [Havana|^CU] on Sunday. The next day, <he> laid a wreath. <His> visit ended on Tuesday.",
        TEHRAN,
        [["Barack Obama"], ["Barack Obama"]],
    ),
    # first person
    (
        '[Carter|Jimmy Carter] said: "<I> have signed the letter, and <we> are ready."',
        SADAT,
        [["Jimmy Carter"], ["Jimmy Carter"]],
    ),
    (
        '"<We> talked for an hour," said [Begin|Menachem Begin]. "It went well, and <I> am glad."',
        SADAT,
        [["Menachem Begin"], ["Menachem Begin"]],
    ),
    (
        '[Kohl|Helmut Kohl] sent a telegram to [Major|John Major]. The telegram reads: "<I> look forward to the meeting."',
        EUROPE,
        [["Helmut Kohl"]],
    ),
    (
        '[Sirleaf|Ellen Johnson Sirleaf] met [Ramaphosa|Cyril Ramaphosa]. "<He> is a friend," she said.',
        AFRICA,
        [["Cyril Ramaphosa"]],
    ),
    # it
    ("[Norway|=NO] said <it> would send <its> foreign minister.", {}, [["NO"], ["NO"]]),
    ("[Norway|=NO] and others met. The deal was late, but <it> was signed.", {}, [[""]]),
    ("<It> was announced on Monday that [Norway|=NO] would join.", {}, [[""]]),
    # descriptions with a state
    (
        "[Obama|Barack Obama] and [Rouhani|Hassan Rouhani] spoke by telephone. The [Iranian|~IR] <president> was in a car.",
        TEHRAN,
        [["Hassan Rouhani"]],
    ),
    (
        "[Obama|Barack Obama] wrote to [Tehran|^IR]. [Zarif|Mohammad Javad Zarif] answered. The [Iranian|~IR] top <diplomat> was polite.",
        TEHRAN,
        [["Mohammad Javad Zarif"]],
    ),
    ("[Kohl|Helmut Kohl] left. The [German|~DE] <leader> will meet the [Danish|~DK] <premier>.", EUROPE, [["Helmut Kohl"], ["DK"]]),
    ("[Zarif|Mohammad Javad Zarif] left. A senior [Iranian|~IR] <official> stayed.", TEHRAN, [["IR"]]),
    ("[Kerry|John Kerry] met [Zarif|Mohammad Javad Zarif]. The [Iranian|~IR] defence <minister> stayed away.", TEHRAN, [["IR"]]),
    ("The <presidents> of [Brazil|=BR] and [Chile|=CL] will meet. [Rousseff|Dilma Rousseff] and [Bachelet|Michelle Bachelet] are old friends.", LATIN, [["Dilma Rousseff", "Michelle Bachelet"]]),
    ("The <leaders> of [Brazil|=BR] and [Peru|=PE] will meet, [Rousseff|Dilma Rousseff] said.", LATIN, [["BR", "PE"]]),
    ("The [Iranian|~IR] and [American|~US] <presidents> spoke, aides to [Obama|Barack Obama] and [Rouhani|Hassan Rouhani] said.", TEHRAN, [["Hassan Rouhani", "Barack Obama"]]),
    ("The foreign <ministers> of [Iraq|=IQ] and [Kuwait|=KW] signed.", {}, [["IQ", "KW"]]),
    ("[Abe|Shinzo Abe] landed. <His> foreign <minister> stayed home.", ASIA, [["Shinzo Abe"], ["JP"]]),
    ("[Rousseff|Dilma Rousseff]'s <spokesman> met [Macri|Mauricio Macri]'s <envoy>.", LATIN, [["BR"], ["AR"]]),
    # bare descriptions
    ("[Rabin|Yitzhak Rabin] met [Clinton|Bill Clinton]. The prime <minister> flew home, and the <president> rested.", OSLO, [["Yitzhak Rabin"], ["Bill Clinton"]]),
    ("[Obama|Barack Obama] met [Rouhani|Hassan Rouhani]. The <president> left early.", TEHRAN, [[""]]),
    ("[Kohl|Helmut Kohl] met [Thatcher|Margaret Thatcher]. The <chancellor> was tired.", EUROPE, [["Helmut Kohl"]]),
    ("[Kohl|Helmut Kohl] toured a plant. The president of the <company> met him. The <president> was proud.", EUROPE, [[""], [""]]),
    ("[Abe|Shinzo Abe] flew to [Jakarta|^ID] to see [Widodo|Joko Widodo] on Monday. <His> <host> gave a dinner.", ASIA, [["Shinzo Abe"], ["Joko Widodo"]]),
    ("[Rousseff|Dilma Rousseff] met other <leaders> and several European <leaders>.", LATIN, [[""], [""]]),
    # groups
    ("[Reagan|Ronald Reagan] and [Gorbachev|Mikhail Gorbachev] met in [Geneva|@CH]. The two <leaders> talked by the fire.", COLD_WAR, [["Ronald Reagan", "Mikhail Gorbachev"]]),
    ("[Reagan|Ronald Reagan] met [Gorbachev|Mikhail Gorbachev] on Saturday. Both <sides> agreed to meet again. The <pair> shook hands.", COLD_WAR, [["Ronald Reagan", "Mikhail Gorbachev"]] * 2),
    ("[Begin|Menachem Begin] held talks with [Sadat|Anwar Sadat]. <They> ate together.", SADAT, [["Menachem Begin", "Anwar Sadat"]]),
    ("[Carter|Jimmy Carter], [Begin|Menachem Begin] and [Sadat|Anwar Sadat] signed. The three <men> embraced.", SADAT, [["Jimmy Carter", "Menachem Begin", "Anwar Sadat"]]),
    ("[Begin|Menachem Begin] and [Sadat|Anwar Sadat] embraced each <other>.", SADAT, [["Menachem Begin", "Anwar Sadat"]]),
    ("[India|=IN] and [Pakistan|=PK] signed a treaty. The two <countries> had fought in 1971.", {}, [["IN", "PK"]]),
    ("[Kohl|Helmut Kohl] met [Mitterrand|François Mitterrand]. Ties between the two <countries> are close.", EUROPE, [["DE", "FR"]]),
    ("Relations between [Lima|^PE] and [Quito|^EC] improved. Both <capitals> welcomed it.", {}, [["PE", "EC"]]),
    ("[Kerry|John Kerry] saw [Zarif|Mohammad Javad Zarif] again. The <ministers> met for six hours.", TEHRAN, [["John Kerry", "Mohammad Javad Zarif"]]),
    ("[Abe|Shinzo Abe] and [Park|Park Geun-hye] met. <Their> foreign <ministers> joined later.", ASIA, [["Shinzo Abe", "Park Geun-hye"], ["JP", "KR"]]),
    ("[Morales|Evo Morales] spoke to [Macri|Mauricio Macri]. [Bachelet|Michelle Bachelet] was absent. The three <presidents> will meet in May.", LATIN, [["Evo Morales", "Mauricio Macri", "Michelle Bachelet"]]),
    ("[Abe|Shinzo Abe] met [Widodo|Joko Widodo]. Protesters gathered outside. <They> burned a flag.", ASIA, [[""]]),
    ("The [Americans|~US] walked out. <They> flew home.", {}, [["US"]]),
    ("[Iranian|~IR] negotiators arrived, and <they> met the [French|~FR].", {}, [["IR"]]),
    ("[Rabin|Yitzhak Rabin] invited [Arafat|Yasser Arafat]. <Both> had fought for years.", OSLO, [["Yitzhak Rabin", "Yasser Arafat"]]),
    ("[Macri|Mauricio Macri] will travel to [La Paz|^BO]. The two <leaders> will sign a pact.", LATIN, [[""]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_passage(passage: Callable[..., Any], text: str, people: dict[str, str], expected: list[list[str]]) -> None:
    wanted = [[name for name in names if name] for names in expected]
    assert passage(text, people).answers() == wanted
