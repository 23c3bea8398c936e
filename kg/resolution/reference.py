"""What a judgement refers to: entities by the name that articles give them, if need be of one state or one article."""

from __future__ import annotations

import json
from dataclasses import dataclass

from kg.errors import WorkspaceError
from kg.mentions.mention import LocalEntity
from kg.resolution.identity import normalised


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """All entities of a type that articles give a name; with `state` or `article` only those of it.

    It holds nothing that building anew, or other articles, could change: a node's id comes from all names of a group.
    """

    type: str
    name: str
    state: str | None = None
    article: str | None = None

    @classmethod
    def of(cls, kind: str, name: str, *, state: str | None = None, article: str | None = None) -> Reference:
        """Make a reference; the name is brought into the form in which names are compared.

        Examples
        --------
        >>> Reference.of("Person", "José Ramos-Horta", state="TL").shown
        'jose ramos horta/TL'
        """
        return cls(kind, normalised(name), state, article)

    @property
    def text(self) -> str:
        """As a record keeps it."""
        return json.dumps([self.type, self.name, self.state, self.article])

    @classmethod
    def parse(cls, text: str) -> Reference:
        """Read what `text` gave.

        Raises
        ------
        WorkspaceError
            It is none.
        """
        try:
            kind, name, state, article = json.loads(text)
        except ValueError as error:
            raise WorkspaceError(f"a judgement refers to {text!r}, which this version of kg can't read") from error
        return cls(kind, name, state, article)

    @property
    def shown(self) -> str:
        """As people write it: NAME, NAME/STATE, NAME@ARTICLE."""
        state = f"/{self.state}" if self.state else ""
        article = f"@{self.article}" if self.article is not None else ""
        return f"{self.name}{state}{article}"

    @property
    def precision(self) -> tuple[bool, bool]:
        """How narrow it is: of one article, of one state."""
        return self.article is not None, self.state is not None

    def fits(self, article: str, entity: LocalEntity) -> bool:
        """Whether an entity of an article is meant, once type and name agree."""
        return self.article in (None, article) and self.state in (None, entity.country)
