"""A folder of facts: a file and an entry for each shard, and the manifest of the last run that ended."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress

from kg.errors import InputError
from kg.pipeline.cluster.entry import SHARDS, Entry, Manifest
from kg.pipeline.cluster.outcome import Came, Outcome
from kg.pipeline.cluster.shard import Shard
from kg.pipeline.cluster.storage import storage
from kg.pipeline.cluster.table import decode_outcomes, encode_outcomes

MANIFEST = "manifest.json"
_MOST = 1 << 28  # bytes of a file: that of a shard has some megabytes
_MOST_MANIFEST = 1 << 30  # a million shards


class FactsFolder:
    """The folder at a path or URL; nothing is made before something is written."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._storage = storage(place)

    def committed(self, shard: Shard, fingerprint: str) -> tuple[Entry, list[Outcome]] | None:
        """Give what was committed of a shard; None where nothing was, or what lies there is damaged."""
        name = _entry(shard.key(fingerprint))
        with suppress(InputError):
            data = self._storage.read(name, most=_MOST)
            if data is not None:
                entry = Entry.parse(data, name=name)
                outcomes = self.read(entry)
                if entry == _entry_of(shard, fingerprint, outcomes, entry.sha256):
                    return entry, outcomes
        return None

    def commit(self, shard: Shard, fingerprint: str, outcomes: Sequence[Outcome]) -> Entry:
        """Put a shard's facts in place, then the entry with which they count.

        Raises
        ------
        InputError
            It can't be written.
        """
        data = encode_outcomes(outcomes)
        entry = _entry_of(shard, fingerprint, outcomes, hashlib.sha256(data).hexdigest())
        self._storage.write(entry.file, data)
        self._storage.write(_entry(entry.key), entry.as_bytes())
        return entry

    def read(self, entry: Entry) -> list[Outcome]:
        """Give what came of a shard.

        Raises
        ------
        InputError
            The file is missing, or isn't what was committed.
        """
        where = f"{self.place}/{entry.file} (from {entry.name})"
        data = self._storage.read(entry.file, most=_MOST)
        if data is None:
            raise InputError(f"{where}: there is no such file. The same run again makes it anew")
        if hashlib.sha256(data).hexdigest() != entry.sha256:
            raise InputError(f"{where}: it is damaged. The same run again makes it anew")
        return list(decode_outcomes(data, name=where, rows=entry.rows))

    def finish(self, manifest: Manifest) -> None:
        """Put the manifest in place, and remove what killed writers have left.

        Raises
        ------
        InputError
            It can't be written.
        """
        self._storage.write(MANIFEST, manifest.as_bytes())
        for folder in ("", SHARDS):
            self._storage.clean(folder)

    def manifest(self) -> Manifest:
        """Give the manifest.

        Raises
        ------
        InputError
            There is none, since no run has ended here, or it is damaged.
        """
        where = f"{self.place}/{MANIFEST}"
        data = self._storage.read(MANIFEST, most=_MOST_MANIFEST)
        if data is None:
            raise InputError(
                f"{where}: there is none: no run has ended there. Run it again, it goes on where it stopped"
            )
        return Manifest.parse(data, name=where)


def _entry(key: str) -> str:
    return f"{SHARDS}/{key}.json"


def _entry_of(shard: Shard, fingerprint: str, outcomes: Sequence[Outcome], sha256: str) -> Entry:
    return Entry(
        key=shard.key(fingerprint),
        name=shard.name,
        input=shard.sha256,
        fingerprint=fingerprint,
        rows=len(outcomes),
        failures=sum(outcome.came is Came.FAILED for outcome in outcomes),
        sha256=sha256,
    )
