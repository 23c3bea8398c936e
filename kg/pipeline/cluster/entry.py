"""Entries, which say that a shard is committed, and the manifest of a run: JSON that may come from strangers."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kg.errors import InputError

_Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_Count = Annotated[int, Field(ge=0, le=1_000_000)]
FORMAT = 1
SHARDS = "shards"  # the folder of their files


class _Checked(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @classmethod
    def parse(cls, data: bytes, *, name: str) -> Self:
        """Read what `as_bytes` gave.

        Raises
        ------
        InputError
            It is something else.
        """
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"]) or "the whole"
            raise InputError(f"{name}: it is damaged, or of another kg ({where}: {first['msg']})") from None

    def as_bytes(self) -> bytes:
        """Give it as JSON."""
        return self.model_dump_json().encode()


class Entry(_Checked):
    """A shard that is committed.

    `key` names its file; `input` is the hash of its items, `name` where the first of them comes from. `failures` counts
    the articles from which nothing could be extracted, which are tried again.
    """

    key: _Hash
    name: str
    input: _Hash
    fingerprint: str
    rows: _Count
    failures: _Count
    sha256: _Hash

    @property
    def file(self) -> str:
        """Name of the file of facts in the folder."""
        return f"{SHARDS}/{self.key}.parquet"


class Manifest(_Checked):
    """The shards of a run that has ended, in the order of its inputs."""

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    fingerprint: str
    shards: tuple[Entry, ...]

    def model_post_init(self, _: Any, /) -> None:
        """Refuse a mixture."""
        for entry in self.shards:
            if entry.fingerprint != self.fingerprint:
                raise ValueError(f"shard {entry.key} is by another extractor")
