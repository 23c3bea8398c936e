"""Given names with their short and foreign forms, and names from Arabic as agencies spell them."""

from __future__ import annotations

from collections.abc import Mapping

# Forms of one given name that don't sound alike.
_GIVEN_NAMES = """abigail abby; alexander aleksandr oleksandr aliaksandr alyaksandr alex sasha; alexei oleksiy aliaksei;
    andrew andy drew; andrei andriy; anthony antony tony; benjamin binyamin ben bibi; charles charlie chuck;
    christopher chris; daniel dan; david dave; deborah debbie; donald don; dmitry dmytro; edward ed ted;
    elizabeth liz beth; francisco paco; frederick fred; geoffrey geoff; gerald gerry jerry; gregory greg; henry
    harry hank; igor ihor; jacob jake; james jim jimmy jamie; jeffrey jeff; john jack johnny; jonathan jon; jose
    pepe; joseph joe yosef; katherine kate kathy cathy; kenneth ken; lawrence larry; leonard len; margaret
    maggie peggy; matthew matt; michael mike mick; mikhail mykhailo; nicholas nick nicolas; nikolai mykola
    nikolay; patrick pat paddy; pavel pavlo; peter pete; philip phil; raymond ray; richard dick rick; robert bob
    bobby rob; ronald ron; samuel sam; serge sergei serhiy serhii siarhei; stephen steve steven; sheikh shaikh;
    susan sue; theodore ted; thomas tom tommy; timothy tim; victoria vicky; vincent vince; vladimir volodymyr
    uladzimir wladimir; vasily vasyl; walter walt; william bill billy will; yevgeny yevhen evgeni; yosef yossi;
    yitzhak itzhak izchak; zachary zack"""
# One name as it is written in Latin letters; among the given names too, since fathers' names serve as surnames.
_SPELLINGS = """ahmed ahmad ahmet; faisal feisal faysal; hassan hasan; hussein hossein hussain husayn husain hosein;
    khaled khalid; mahmoud mahmud mahmood; mohammed mohamed muhammad mohammad mohamad muhammed mahomed; nasser nasir
    naser; omar umar; osama usama; qassem qasim kassem kassim qasem; said saeed saied sayeed; saleh salih; tariq
    tareq tarek; yasser yasir yassir; yousef yusuf youssef yussuf yusef; jaber jabir; rashid rasheed rachid"""


def _classes() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, forms in enumerate(_GIVEN_NAMES.split(";")):
        for form in forms.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


#: For each spelling the one that stands for all.
ONE_SPELLING: Mapping[str, str] = {form: forms.split()[0] for forms in _SPELLINGS.split(";") for form in forms.split()}
_CLASSES = _classes()


def form_classes(name: str) -> frozenset[int]:
    """Numbers of the given names of which a word is a form; none for most words."""
    return _CLASSES.get(name, frozenset())


def forms_of_one(one: str, other: str) -> bool:
    """Whether two given names are forms of one.

    Examples
    --------
    >>> forms_of_one("joe", "joseph"), forms_of_one("harry", "larry")
    (True, False)
    """
    return not form_classes(one).isdisjoint(form_classes(other))
