"""Bytes to text: UTF-8 first, what else is certain enough, and a refusal that says where for the rest."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kg.corpus.unreadable import UnreadableReason

# Text has no control characters but white space (and the escape some wires put before a colour: a few are let pass).
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_SHARE = 0.01
_SAMPLE = 4096  # bytes looked at to tell UTF-16 from binary
_HIGH_BYTES = re.compile(rb"[\x80-\xff]")
_HIGH_SHARE = 0.1  # more high bytes than that are no Western text, and cp1252 would make nonsense of them
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding it was in where that wasn't UTF-8."""

    text: str
    other_encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Undecodable:
    """Why bytes are no text, and the place."""

    reason: UnreadableReason
    detail: str


def decode(data: bytes) -> Decoded | Undecodable:
    r"""Text of a file: UTF-8, UTF-16 (with or without a byte order mark), else Windows-1252 where that is plausible.

    Examples
    --------
    >>> decode(b"Caf\xc3\xa9")
    Decoded(text='Café', other_encoding=None)
    >>> decode(b"A visit to the caf\xe9 in Orl\xe9ans, France.").other_encoding
    'Windows-1252'
    >>> decode(b"\x89PNG\r\n\x00\x00").reason.name
    'BINARY'
    """
    wide = utf16(data)
    if wide is not None:
        return _decode_as(data, wide)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_western(data, error)
    return _binary(text) or Decoded(text)


def utf16(data: bytes) -> str | None:
    """Name of the UTF-16 codec that data begins in: told by its mark, or by zero bytes at every second place."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:_SAMPLE]
    if len(sample) < 4 or 0 not in sample:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _decode_as(data: bytes, encoding: str) -> Decoded | Undecodable:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return Undecodable(UnreadableReason.ENCODING, f"damaged {encoding.upper()} at byte {error.start}")
    return _binary(text) or Decoded(text, encoding.upper())


def _decode_western(data: bytes, error: UnicodeDecodeError) -> Decoded | Undecodable:
    """Windows-1252, the usual encoding of old news; never for damaged UTF-8, whose good characters it would spoil."""
    if 0 in data:
        return Undecodable(UnreadableReason.BINARY, f"a zero byte at byte {data.index(0)}")
    high = len(_HIGH_BYTES.findall(data))
    if high <= _HIGH_SHARE * len(data) and not _has_utf8_characters(data):
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        if text:
            return _binary(text) or Decoded(text, "Windows-1252")
    where = f"first wrong byte 0x{data[error.start]:02x} at byte {error.start}; save it as UTF-8"
    return Undecodable(UnreadableReason.ENCODING, where)


def _has_utf8_characters(data: bytes) -> bool:
    for match in _MULTIBYTE.finditer(data):
        try:
            match.group().decode("utf-8")
        except UnicodeDecodeError:
            continue
        return True
    return False


def _binary(text: str) -> Undecodable | None:
    zero = text.find("\x00")
    if zero >= 0:
        return Undecodable(UnreadableReason.BINARY, f"a zero character at character {zero}")
    found = _CONTROL.findall(text)
    if len(found) > max(3, _CONTROL_SHARE * len(text)):
        return Undecodable(UnreadableReason.BINARY, f"{len(found)} control characters")
    return None
