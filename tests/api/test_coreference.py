from __future__ import annotations

import kg


def test_pronouns_have_antecedents_with_offsets() -> None:
    text = "Michelle Bachelet received Bolivia's Evo Morales in Santiago. He thanked her, and the two leaders dined."
    he, her, leaders = kg.coreference(text)
    assert [text[one.start : one.end] for one in (he, her, leaders)] == ["He", "her", "the two leaders"]
    [morales] = he.antecedents
    assert (morales.name, text[morales.start : morales.end]) == ("Evo Morales", "Evo Morales")
    assert [one.name for one in her.antecedents] == ["Michelle Bachelet"]
    assert {one.name for one in leaders.antecedents} == {"Michelle Bachelet", "Evo Morales"}


def test_what_is_open_stays_open() -> None:
    [he] = kg.coreference("Mauricio Macri and Evo Morales met. He left.")
    assert (he.how, he.antecedents) == ("unresolved", ())
    assert kg.coreference("") == []


def test_the_nearest_name_before_is_the_antecedent() -> None:
    text = "Evo Morales flew to Lima. Morales spoke.\n\nThere he saw friends."
    [he] = kg.coreference(text)
    assert (he.antecedents[0].start, he.antecedents[0].end) == (26, 33)


def test_a_name_that_follows() -> None:
    text = "After she landed in Lima, Michelle Bachelet rested."
    [she] = kg.coreference(text)
    assert she.antecedents[0].start == text.index("Michelle")


def test_names_of_people_who_are_in_no_graph_count_too() -> None:
    text = "Hopkins wrote to Anna Steward. Steward was away, and her clerk answered."
    [her] = kg.coreference(text)
    assert [one.name for one in her.antecedents] == ["Anna Steward"]
