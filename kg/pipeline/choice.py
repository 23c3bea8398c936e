"""Who reads the articles of a run, as a user chooses it: this machine, Ray, or nobody where facts are there already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from kg.errors import InputError

LOCAL = "local"
RAY = "ray"
RUNNERS = (LOCAL, RAY)


@dataclass(frozen=True, slots=True)
class Choice:
    """A runner, the address of its cluster, and the folder of facts."""

    runner: str = LOCAL
    address: str | None = None
    facts: str | None = None

    @property
    def is_local(self) -> bool:
        """Whether this machine reads, and no facts lie anywhere but in the record."""
        return self.runner == LOCAL and self.facts is None

    @property
    def takes_in(self) -> bool:
        """Whether nothing is read: facts are there already."""
        return self.runner == LOCAL and self.facts is not None

    def checked(self, *, has_inputs: bool, workers: int | None, allow_private: bool) -> Self:
        """Refuse what doesn't go together.

        Raises
        ------
        InputError
            With the two options, and what to do.

        Examples
        --------
        >>> Choice(RAY).checked(has_inputs=True, workers=None, allow_private=False).is_local
        False
        >>> Choice(address="auto").checked(has_inputs=True, workers=None, allow_private=False)
        Traceback (most recent call last):
        kg.errors.InputError: --address is where --runner ray finds its cluster. Add --runner ray
        """
        fault = self._for_ray(has_inputs, workers, allow_private) if self.runner == RAY else self._here(has_inputs)
        if fault:
            raise InputError(fault)
        return self

    def _here(self, has_inputs: bool) -> str | None:
        if self.runner != LOCAL:
            return f"there is no runner {self.runner!r}. Name {' or '.join(RUNNERS)}"
        if self.address is not None:
            return "--address is where --runner ray finds its cluster. Add --runner ray"
        if self.facts is not None and has_inputs:
            return (
                "--facts without --runner ray takes in facts that are there. Leave the inputs out, or add --runner ray"
            )
        return None

    def _for_ray(self, has_inputs: bool, workers: int | None, allow_private: bool) -> str | None:
        if not has_inputs:
            return "--runner ray has nothing to read. Name an input; or leave it out to take in the --facts"
        if workers is not None and workers < 0:
            return f"{workers} workers can't be. Name 1 or more"
        if workers == 0:
            return "--workers 0 is this process alone, and --runner ray many. Leave one of them out"
        if allow_private:
            return "--runner ray fetches no addresses, so that --allow-private is about nothing. Leave one of them out"
        if self.address is not None and self.facts is None:
            return "--address needs --facts: a folder or URL that all machines of the cluster see"
        return None
