"""The digests of rows as the driver gives them, thousands at a time: the same text as ``canonical.digest``, without making values of
what is text already. A verification of a large office spends its time here."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Boolean, Date, Integer, LargeBinary, String
from sqlalchemy.types import TypeEngine

from models.store.base import Json, UtcTime

ODD = (TypeError, ValueError, KeyError, RecursionError)
"""What a value raises that is not as the program writes it: such rows are looked at one by one."""
Encode = Callable[[Any], str]
_MOMENT = len("2026-03-16T01:02:03.000004Z")


def encoder(kind: TypeEngine[Any]) -> Encode:
    """How a raw value of a column's type stands in the canonical text. One of no known type is odd in every row."""
    return next((encode for types, encode in _ENCODERS if isinstance(kind, types)), _odd)


def digests(columns: Sequence[tuple[str, Encode, int]], rows: Sequence[Sequence[Any]]) -> list[str]:
    """The digest of each row. ``columns``: names in the order of the alphabet, how each is encoded, its place in a row.

    Raises one of ``ODD`` when any value is not as the program writes it.
    """
    values = list(zip(*rows, strict=True))
    parts = [_column(f',"{name}":', encode, values[place]) for name, encode, place in columns]
    return [_digest("".join(row)) for row in zip(*parts, strict=True)]


def _column(start: str, encode: Encode, values: Sequence[Any]) -> list[str]:
    return ["" if each is None else start + encode(each) for each in values]


def _digest(text: str) -> str:
    return sha256(f"{{{text[1:]}}}".encode()).hexdigest()[:32]


def _json(raw: str) -> str:
    # It must be one JSON value: otherwise a text could reach over into the columns behind it.
    _, end = _DECODER.raw_decode(raw)
    if end != len(raw):
        raise ValueError("more than one value")
    return raw


def _moment(raw: str) -> str:
    if len(raw) != _MOMENT or raw[19] != "." or raw[26] != "Z":
        raise ValueError("no moment")
    parts = raw[20:26]
    return encode_basestring(raw[:19] + ("" if parts == "000000" else "." + parts) + "+00:00")


def _day(raw: Any) -> str:
    return encode_basestring(raw.isoformat() if isinstance(raw, date) else raw)


def _odd(raw: object) -> str:
    raise TypeError(type(raw).__name__)


def _bytes(raw: bytes) -> str:
    return f'"{sha256(raw).hexdigest()}"'


_DECODER = json.JSONDecoder()
_ENCODERS: tuple[tuple[type[TypeEngine[Any]] | type[Json] | type[UtcTime], Encode], ...] = (
    (Json, _json),
    (UtcTime, _moment),
    (Boolean, {0: "false", 1: "true"}.__getitem__),
    (Date, _day),
    (Integer, int.__repr__),
    (String, encode_basestring),
    (LargeBinary, _bytes),
)
