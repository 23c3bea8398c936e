"""Archives and compressed files: what is in them is read as if it lay in a folder, and every fault is told once."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.corpus.containers.limits import Limits
from kg.corpus.containers.unpack import read_file
from kg.corpus.read import read_inputs
from kg.corpus.unreadable import Unreadable, UnreadableReason

TEXT = b"Kreisky met Sadat in Vienna on Sunday."
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}
Found = tuple[list[Article], list[Unreadable]]


def in_zip(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def in_tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def read(data: bytes, name: str | None, *, limits: Limits | None = None) -> Found:
    """Read bytes as a file of this name; what is read from a pipe has none."""
    path = PurePosixPath(name) if name else None
    return parted(read_file(io.BytesIO(data), name or "-", path, limits=limits))


def parted(items: object) -> Found:
    found = list(items)  # type: ignore[call-overload]
    return [i for i in found if isinstance(i, Article)], [i for i in found if isinstance(i, Unreadable)]


def rows(*ids: str) -> bytes:
    return b"".join(json.dumps({"id": one, "text": f"{TEXT.decode()} {one}"}).encode() + b"\n" for one in ids)


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("is_named", [True, False])
def test_a_compressed_text_is_read_by_its_name_or_its_content(suffix: str, is_named: bool) -> None:
    [article], faults = read(PACKERS[suffix](TEXT), f"a.txt{suffix}" if is_named else None)
    assert (article.text, faults) == (TEXT.decode(), [])
    assert not is_named or (article.id, article.origin) == ("a", f"a.txt{suffix}")


@pytest.mark.parametrize(
    "pack", [in_zip, in_tar, lambda m: gzip.compress(in_tar(m)), lambda m: bz2.compress(in_zip(m))]
)
@pytest.mark.parametrize("name", ["news.zip", "news.tar", "news.tgz", "news.tar.gz", None])
def test_members_have_the_ids_they_would_have_in_a_folder(
    pack: Callable[[dict[str, bytes]], bytes], name: str | None
) -> None:
    members = {"2014/a.txt": TEXT, "2014/.hidden.txt": TEXT, "b.jsonl": rows("r1", "r2"), "picture.png": b"\x89PNG"}
    articles, faults = read(pack(members), name)
    origin = name or "-"
    assert [(a.id, a.origin) for a in articles] == [
        ("2014/a", f"{origin}:2014/a.txt"), ("r1", f"{origin}:b.jsonl:1"), ("r2", f"{origin}:b.jsonl:2")
    ]  # fmt: skip
    assert [(f.origin, f.reason, f.is_error) for f in faults] == [
        (f"{origin}:picture.png", UnreadableReason.LEFT_OUT, False)
    ]


def test_an_archive_in_a_folder_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "news.tar.gz").write_bytes(
        gzip.compress(in_tar({"x/a.txt": TEXT, "in.zip": in_zip({"b.txt": TEXT})}))
    )
    (tmp_path / "c.txt.zst").write_bytes(zstandard.compress(TEXT))
    articles, faults = parted(read_inputs([str(tmp_path)]))
    assert [article.id for article in articles] == ["c", "sub/news/x/a", "sub/news/in/b"]
    assert articles[-1].origin == f"{tmp_path}/sub/news.tar.gz:in.zip:b.txt"
    assert faults == []


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_comes_before_the_end_of_a_truncated_file_is_read(suffix: str) -> None:
    data = b"".join(rows(os.urandom(500).hex()) for _ in range(900))
    packed = PACKERS[suffix](data)
    articles, faults = read(packed[: len(packed) // 2], f"a.jsonl{suffix}")
    assert suffix == ".bz2" or articles  # bzip2 has blocks of 900 KB
    assert [(f.origin, f.reason) for f in faults] == [(f"a.jsonl{suffix}", UnreadableReason.TRUNCATED)]


def test_a_truncated_archive_in_a_compressed_file_is_told_once() -> None:
    packed = gzip.compress(in_tar({f"{n}.jsonl": rows(os.urandom(4000).hex()) for n in range(200)}))
    articles, faults = read(packed[:-20_000], "a.tar.gz")
    assert articles
    assert [(f.origin, f.reason) for f in faults] == [("a.tar.gz", UnreadableReason.TRUNCATED)]
    tar = in_tar({"a.txt": TEXT, "b.txt": TEXT * 100})
    articles, faults = read(tar[: 512 * 4], "a.tar")
    assert [article.id for article in articles] == ["a"]
    assert [(f.origin, f.reason) for f in faults] == [("a.tar", UnreadableReason.TRUNCATED)]


def test_a_zip_that_was_cut_off_says_what_is_missing() -> None:
    packed = in_zip({"a.txt": TEXT, "b.txt": TEXT})
    articles, [fault] = read(packed[: len(packed) * 2 // 3], "a.zip")
    assert (articles, fault.reason) == ([], UnreadableReason.DAMAGED)
    assert "the list of its members, which stands at a zip's end" in fault.message


def test_a_member_without_a_name_costs_itself() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        nameless = zipfile.ZipInfo("a.txt")
        nameless.filename = ""
        archive.writestr(nameless, TEXT)
        archive.writestr("b.txt", TEXT)
    articles, faults = read(out.getvalue(), "a.zip")
    assert [article.id for article in articles] == ["b"]
    assert [(fault.origin, fault.reason) for fault in faults] == [("a.zip:.", UnreadableReason.LEADS_OUT)]


def test_a_wrong_checksum_costs_the_member_alone() -> None:
    packed = in_zip(
        {"a.txt": TEXT, "b.txt": TEXT.replace(b"Vienna", b"Aswan!"), "c.txt": TEXT}, method=zipfile.ZIP_STORED
    )
    articles, faults = read(packed.replace(b"Aswan!", b"Asswan", 1), "a.zip")
    assert [article.id for article in articles] == ["a", "c"]
    assert [(f.origin, f.reason) for f in faults] == [("a.zip:b.txt", UnreadableReason.DAMAGED)]
    packed = gzip.compress(rows("a", "b"))
    articles, faults = read(packed[:-8] + b"\0\0\0\0" + packed[-4:], "a.jsonl.gz")
    assert [article.id for article in articles] == ["a", "b"]
    assert [f.reason for f in faults] == [UnreadableReason.DAMAGED]


def test_a_damaged_header_is_not_taken_for_the_end_of_a_tar() -> None:
    tar = bytearray(in_tar({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}))
    tar[1024:1030] = b"\xff" * 6
    articles, faults = read(bytes(tar), "a.tar")
    assert [article.id for article in articles] == ["a"]
    assert [f.reason for f in faults] == [UnreadableReason.DAMAGED]


@pytest.mark.parametrize("name", ["../../etc/passwd.txt", "/etc/passwd.txt", "a/../../b.txt", "..\\b.txt", "C:\\b.txt"])
@pytest.mark.parametrize("pack", [in_zip, in_tar])
def test_a_path_that_leads_out_is_refused(pack: Callable[[dict[str, bytes]], bytes], name: str) -> None:
    articles, faults = read(pack({name: TEXT, "b.txt": TEXT}), "a.zip")
    assert [article.id for article in articles] == ["b"]
    assert [f.reason for f in faults] == [UnreadableReason.LEADS_OUT]


def test_links_and_devices_are_never_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, name in ((tarfile.SYMTYPE, "a.txt"), (tarfile.LNKTYPE, "b.txt"), (tarfile.CHRTYPE, "c.txt")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    articles, faults = read(out.getvalue(), "a.tar")
    assert (articles, [f.reason for f in faults]) == ([], [UnreadableReason.LINK] * 3)
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr(link, "/etc/passwd")
    assert [f.reason for f in read(out.getvalue(), "a.zip")[1]] == [UnreadableReason.LINK]


def test_an_encrypted_member_is_told() -> None:
    packed = bytearray(in_zip({"a.txt": TEXT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + at] |= 1
    articles, [fault] = read(bytes(packed), "a.zip")
    assert (articles, fault.reason) == ([], UnreadableReason.ENCRYPTED)
    assert fault.message == "a.zip:a.txt: it is encrypted (unpack it with its password first)"


SMALL = Limits(member=200_000, total=1_000_000, ratio=50, ratio_from=100_000, members=20, depth=3, in_memory=50_000)


@pytest.mark.parametrize("suffix", PACKERS)
def test_what_unpacks_without_end_is_stopped(suffix: str) -> None:
    articles, [fault] = read(PACKERS[suffix](rows("a") + b"\n" * 5_000_000), f"a.jsonl{suffix}", limits=SMALL)
    assert [article.id for article in articles] == ["a"]
    assert fault.reason is UnreadableReason.UNPACKS


def test_a_bomb_of_many_members_is_stopped() -> None:
    bomb = in_zip({f"{n}.jsonl": rows(f"{n}") + b"\n" * 150_000 for n in range(15)})
    articles, [fault] = read(bomb, "a.zip", limits=SMALL)
    assert articles
    assert (fault.origin, fault.reason) == ("a.zip", UnreadableReason.UNPACKS)
    many = in_tar({f"{n}.txt": b"%d " % n + TEXT for n in range(30)})
    articles, [fault] = read(many, "a.tar", limits=SMALL)
    assert (len(articles), fault.reason) == (20, UnreadableReason.UNPACKS)


def test_a_bomb_of_archives_within_archives_is_stopped() -> None:
    data = in_zip({"a.txt": TEXT})
    for _ in range(5):
        data = in_zip({"a.zip": data, "b.txt": TEXT})
    articles, [fault] = read(data, "a.zip", limits=SMALL)
    assert (len(articles), fault.reason) == (3, UnreadableReason.UNPACKS)


def test_a_large_archive_within_another_is_to_be_unpacked_first() -> None:
    inner = in_zip({"a.txt": os.urandom(60_000)})
    _, [fault] = read(in_tar({"in.zip": inner}), "a.tar", limits=SMALL)
    assert (fault.origin, fault.reason) == ("a.tar:in.zip", UnreadableReason.TOO_LONG)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.gz", "a.zst", "a.bz2", "a.xz", "a.tgz"])
@pytest.mark.parametrize(
    "data", [b"", b"no archive at all", b"\x1f\x8b", b"PK\x03\x04", b"\0" * 512, b"\x28\xb5\x2f\xfd"]
)
def test_what_is_no_archive_is_told_or_read(name: str, data: bytes) -> None:
    articles, faults = read(data, name)
    assert len(articles) + len(faults) == 1


ARCHIVES = (
    in_zip({"a.txt": TEXT, "b.jsonl": rows("1", "2")}),
    in_tar({"a.txt": TEXT, "b.jsonl": rows("1", "2")}),
    gzip.compress(in_tar({"a.txt": TEXT})),
    *(pack(rows("1", "2")) for pack in PACKERS.values()),
    in_tar({"a.zip": in_zip({"a.txt": TEXT}), "b.txt.gz": gzip.compress(TEXT)}),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(ARCHIVES), st.data())
def test_damage_anywhere_is_never_an_exception_and_never_nothing(archive: bytes, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([None, "a.zip", "a.tar", "a.tar.gz", "a.zst", "a"]))
    damaged = bytearray(archive)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))
    damaged = damaged[: data.draw(st.integers(1, len(damaged)))]
    articles, faults = read(bytes(damaged), name, limits=SMALL)
    assert articles or faults
    assert all(fault.message.startswith(name or "-") and "\n" not in fault.message for fault in faults)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(
        [b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh91AY&SY", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b""]
    ),
    st.binary(max_size=400),
)
def test_anything_behind_the_first_bytes_is_never_an_exception_and_never_nothing(mark: bytes, rest: bytes) -> None:
    articles, faults = read(mark + rest, None, limits=SMALL)
    assert articles or faults
