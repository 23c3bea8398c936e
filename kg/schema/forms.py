"""The form of the YAML files, key by key. What the names in them refer to is checked later (references.py)."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

_EXCLUSION = re.compile(r"([^{}|]+)\{([^{}|]+(?:\|[^{}|]+)*)\}")
_CAMEO = re.compile(r"(0[1-9]|1[0-9]|20)[0-9]{0,2}")
_PLOVER = re.compile(r"[A-Z]+")


def _told(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


def _lemma(text: str) -> str:
    if text != text.strip().lower() or not text:
        raise ValueError(f"must be a base form in lower case: {text.strip().lower()!r}, not {text[:60]!r}")
    return text


def _exclusion(text: str) -> str:
    match = _EXCLUSION.fullmatch(text)
    if match is None or not all(word.strip() for word in (match[1], *match[2].split("|"))):
        raise ValueError("must be a word and its company in braces: 'meet {demand|deadline}'")
    return text


def _cameo(text: str) -> str:
    if not _CAMEO.fullmatch(text):
        raise ValueError(f"must be a CAMEO code of two to four digits between 01 and 20, in quotes: not {text[:60]!r}")
    return text


def _plover(text: str) -> str:
    if not _PLOVER.fullmatch(text):
        raise ValueError(f"must be a PLOVER event type in capitals, such as CONSULT: not {text[:60]!r}")
    return text


Told = Annotated[str, AfterValidator(_told)]
Lemma = Annotated[str, AfterValidator(_lemma)]
Lemmas = Annotated[list[Lemma], Field(min_length=1)]


class Form(BaseModel):
    """Strict: no key but these, no silent conversion."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class EntityForm(Form):
    """A file of schemas/entities."""

    name: str
    description: Told


class EdgeForm(Form):
    """Symmetric within one role, or from one role to another."""

    type: str
    symmetric: bool = False
    between: str | None = None
    head: str | None = None
    tail: str | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        pair = (self.head is not None, self.tail is not None)
        if self.symmetric and (self.between is None or any(pair)):
            raise ValueError("a symmetric edge needs 'between' (a role), and neither 'head' nor 'tail'")
        if not self.symmetric and (self.between is not None or not all(pair)):
            raise ValueError("an edge needs 'head' and 'tail' (roles), or 'symmetric: true' and 'between'")
        return self


class RoleForm(Form):
    """Who may fill a role, and how many."""

    types: Annotated[list[str], Field(min_length=1)]
    min: Annotated[int, Field(ge=0)] = 0
    max: Annotated[int, Field(ge=1)] | None = None
    counts_as: str | None = None

    @model_validator(mode="after")
    def _range(self) -> Self:
        if self.max is not None and self.max < self.min:
            raise ValueError(f"max ({self.max}) is less than min ({self.min})")
        return self


class CodesForm(Form):
    """PLOVER's event type, and CAMEO's code by status."""

    plover: Annotated[str, AfterValidator(_plover)] = ""
    cameo: dict[str, Annotated[str, AfterValidator(_cameo)]] = {}


class TriggerForm(Form):
    """Words of one part of speech with their slots."""

    verb: Lemmas | None = None
    noun: Lemmas | None = None
    object: Lemmas | None = None
    requires: Annotated[dict[str, Lemmas], Field(min_length=1)] | None = None
    without: Annotated[list[str], Field(min_length=1)] | None = None
    only: Annotated[dict[str, list[str]], Field(min_length=1)] | None = None
    status: str | None = None
    adds: bool = False
    origin: bool = False
    foreign: bool = False
    placed: bool = False
    two_sided: bool = False
    here: bool = False
    slots: Annotated[dict[str, str], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.verb is None) == (self.noun is None):
            raise ValueError("needs either 'verb' or 'noun', a list of base forms")
        if self.noun is not None and self.object is not None:
            raise ValueError("'object' goes with 'verb'; a noun has no object")
        return self

    @property
    def lemmas(self) -> list[str]:
        """The words of either kind."""
        return self.verb or self.noun or []


class FindForm(Form):
    """An event that an example must give: a status, and under each role's name the names in it."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Annotated[list[Told], Field(min_length=1)]] = Field(init=False)
    status: str | None = None

    @model_validator(mode="after")
    def _some_role(self) -> Self:
        if not self.__pydantic_extra__:
            raise ValueError(
                "needs at least one role with the names in it; an example that gives nothing is 'finds: []'"
            )
        return self

    @property
    def roles(self) -> dict[str, list[str]]:
        """The names by role."""
        return self.__pydantic_extra__


class ExampleForm(Form):
    """A sentence and what it must give."""

    text: Told
    finds: list[FindForm]


class EventForm(Form):
    """A file of schemas/events."""

    name: str
    fact: str | None = None
    description: Told
    edge: EdgeForm
    place: bool = True
    roles: Annotated[dict[str, RoleForm], Field(min_length=1)]
    codes: CodesForm = CodesForm()
    triggers: Annotated[list[TriggerForm], Field(min_length=1)]
    never: list[Annotated[str, AfterValidator(_exclusion)]] = []
    examples: Annotated[list[ExampleForm], Field(min_length=1)]


def split_exclusion(text: str) -> tuple[str, tuple[str, ...]]:
    """Take a `never` entry apart.

    >>> split_exclusion("visit {website|page}")
    ('visit', ('website', 'page'))
    """
    match = _EXCLUSION.fullmatch(text)
    assert match is not None, text  # the form has let it pass
    return match[1].strip(), tuple(word.strip() for word in match[2].split("|"))
