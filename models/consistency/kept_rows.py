"""A decision packed into a few bytes, and a million of them unpacked at once."""

import json
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

import numpy as np

from models.consistency.arrays import Codes, Small
from models.consistency.inputs import GAP, MET, NOT_APPLICABLE, NOT_MET, Category, Decisions

COLUMNS = ("unit", "kind", "route", "current_status", "nationality", "sex", "language")
MIX, GROUPS = ("route", "current_status"), ("nationality", "sex", "language")
HEAD = np.dtype([("day", "<i4"), ("examiner", "<i4"), *((name, "<i4") for name in COLUMNS), ("granted", "<i4")])
"""Numbers of one decision: days since 1970-01-01, places in the lists of names (-1: a gap), 1 for a grant."""
CODE = np.dtype("<u2")
BETWEEN, INSIDE = "\n", "\t"
"""What stands between the findings of a case that come as one text, and between a criterion and its finding."""
_HEAD = struct.Struct(f"<{len(COLUMNS) + 3}i")
_FINDINGS = {"met": MET, "not_met": NOT_MET, "not_applicable": NOT_APPLICABLE}
_EPOCH = date(1970, 1, 1).toordinal()
_JAPAN = timezone(timedelta(hours=9))
_REMEMBERED, _LONG = 100_000, 1_000


@dataclass
class Names:
    """Lists of names by column (examiner, the columns, criterion, reason), each name with its place; they only grow."""

    places: dict[str, dict[str, int]] = field(default_factory=dict)
    new: list[tuple[str, int, str]] = field(default_factory=list)
    """What was added since they were read."""

    def place(self, column: str, name: str | None) -> int:
        """The place of a name, new if need be; -1 for no name."""
        if not name:
            return -1
        known = self.places.setdefault(column, {})
        if name not in known:
            known[name] = len(known)
            self.new.append((column, known[name], name))
        return known[name]

    def listed(self, column: str) -> tuple[str, ...]:
        """The names of a column, by place."""
        return tuple(self.places.get(column, {}))


class Packed(NamedTuple):
    """One decision as bytes: its head, pairs of criterion and finding, and the codes of the reasons given."""

    head: bytes
    found: bytes
    reasons: bytes


class Packer:
    """Packs decisions as the database tells them; what many cases have in common is worked out once."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._days: dict[str, int] = {}
        self._known: dict[tuple[str, str], bytes] = {}

    def head(self, moment: str, granted: bool, examiner: str, texts: Sequence[str | None]) -> bytes:
        """``moment``: ISO 8601 in UTC, as the store keeps it. ``texts``: the columns in their order."""
        # Japan is whole hours away, so that the hour tells the day.
        hour = moment[:13]
        if hour not in self._days:
            told = datetime.fromisoformat(moment).astimezone(_JAPAN)
            self._days[hour] = told.date().toordinal() - _EPOCH
        places = map(self._names.place, COLUMNS, texts)
        return _HEAD.pack(self._days[hour], self._names.place("examiner", examiner), *places, granted)

    def found(self, text: str) -> bytes:
        """Findings of one case as one text (``BETWEEN``, ``INSIDE``); a finding without a verdict is a gap."""
        return self._once("criterion", text)

    def reasons(self, text: str) -> bytes:
        """Reasons of one case, the JSON lists of its findings under one another."""
        return self._once("reason", text)

    def _once(self, what: str, text: str) -> bytes:
        if not text:
            return b""
        made = self._known.get((what, text))
        if made is None:
            made = np.array(self._places(what, text), dtype=CODE).tobytes()
            if len(text) < _LONG and len(self._known) < _REMEMBERED:
                self._known[what, text] = made
        return made

    def _places(self, what: str, text: str) -> list[int] | list[tuple[int, int]]:
        lines = text.split(BETWEEN)
        if what == "reason":
            return [self._names.place(what, str(each["code"])) for line in lines for each in json.loads(line) or ()]
        pairs = (line.split(INSIDE) for line in lines)
        return [(self._names.place(what, name), _FINDINGS[finding]) for name, finding in pairs if finding in _FINDINGS]


def unpack(packed: Iterable[Packed | Sequence[bytes]], names: Names) -> Decisions:
    """Decisions as columns, in the order given."""
    heads, found, reasons = zip(*packed, strict=True)
    table = np.frombuffer(b"".join(heads), dtype=HEAD)
    row, code = _listed(reasons, 1)
    return _decisions(
        names,
        {name: table[name].astype(np.int32) for name in HEAD.names or ()},
        _findings(found, len(names.listed("criterion"))),
        row,
        code[:, 0].astype(np.int32),
    )


def joined(parts: Sequence[Decisions], names: Names) -> Decisions:
    """Parts unpacked with the same names, under one another."""
    if len(parts) == 1:
        return parts[0]
    starts = np.cumsum([0, *(part.size for part in parts)])[:-1].astype(np.int32)

    def columns(part: Decisions) -> tuple[Category, ...]:
        by_name = {each.name: each for each in (part.unit, part.kind, *part.mix, *part.groups)}
        return tuple(by_name[name] for name in COLUMNS)

    listed = [columns(part) for part in parts]
    table = {name: np.concatenate([each[n].codes for each in listed]) for n, name in enumerate(COLUMNS)}
    table["day"] = np.concatenate([part.decided_on for part in parts]).astype(np.int32)
    table["examiner"] = np.concatenate([part.examiner for part in parts])
    table["granted"] = np.concatenate([part.granted for part in parts])
    return _decisions(
        names,
        table,
        np.concatenate([part.findings for part in parts], axis=1),
        np.concatenate([part.reason_row + start for part, start in zip(parts, starts, strict=True)]),
        np.concatenate([part.reason_code for part in parts]),
    )


def empty(names: Names) -> Decisions:
    """No decision, with the names of an office."""
    none = np.zeros(0, dtype=np.int32)
    findings = np.zeros((len(names.listed("criterion")), 0), dtype=np.int8)
    return _decisions(names, dict.fromkeys(HEAD.names or (), none), findings, none, none)


def _decisions(names: Names, table: dict[str, Codes], findings: Small, row: Codes, code: Codes) -> Decisions:
    made = {name: Category(name, table[name], names.listed(name)) for name in COLUMNS}
    return Decisions(
        decided_on=table["day"].astype(np.int64),
        examiner=table["examiner"],
        examiners=len(names.listed("examiner")),
        unit=made["unit"],
        kind=made["kind"],
        granted=table["granted"].astype(bool),
        criteria=names.listed("criterion"),
        findings=findings,
        reason_row=row,
        reason_code=code,
        reasons=names.listed("reason"),
        mix=tuple(made[name] for name in MIX),
        groups=tuple(made[name] for name in GROUPS),
    )


def _findings(found: Sequence[bytes], criteria: int) -> Small:
    table = np.full((criteria, len(found)), GAP, dtype=np.int8)
    row, pairs = _listed(found, 2)
    table[pairs[:, 0], row] = pairs[:, 1]
    return table


def _listed(parts: Sequence[bytes], width: int) -> tuple[Codes, Codes]:
    """Entries of all parts under one another, and the row that each belongs to."""
    sizes = np.fromiter(map(len, parts), dtype=np.int64, count=len(parts)) // (CODE.itemsize * width)
    row = np.repeat(np.arange(len(parts), dtype=np.int32), sizes)
    return row, np.frombuffer(b"".join(parts), dtype=CODE).reshape(-1, width).astype(np.int32)
