"""Rows on their way in, kept outside of memory and put in the order of their cases (an external merge sort).

What lies in the temporary file is sealed with a key that never leaves this process (AES-256-GCM; a counter is the nonce,
because the key is used for this one file). The file has no name where the system allows that, and ends with the process.
A file of few rows never leaves memory.
"""

import json
import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from models.evidence import rows as forms
from models.evidence.values import EvidenceKind
from models.intake.values import EvidenceRow

BUFFER = 5_000
"""Rows that are held before they are sorted and written away."""
BLOCK = 50
"""Rows that are sealed, and read again, together."""


_ORDER = itemgetter(0, 1)
_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


class Raw(NamedTuple):
    """A row as it is sorted, written and compared: by case, then by line. All of it is JSON."""

    case: str
    line: int
    kind: str
    identity: Sequence[object]
    record: Mapping[str, object]
    source: str
    as_of: str | None
    receipt: str | None


class _Block(NamedTuple):
    """Where a sealed block lies in the file; its number is its nonce."""

    number: int
    offset: int
    size: int


class Spool:
    """Takes rows in the order of their file, and gives them case by case, as often as asked."""

    def __init__(self, buffer: int = BUFFER) -> None:
        self._buffer = buffer
        self._rows: list[Raw] = []
        self._runs: list[list[_Block]] = []
        self._sealed = 0
        self.count = 0

    def add(self, row: EvidenceRow) -> None:
        """Keep a row. Raises ``OSError`` when the disk is full."""
        day = row.as_of.isoformat() if row.as_of else None
        record = forms.plain(row.record)
        self._rows.append(
            Raw(row.case, row.line, row.kind.value, list(row.identity), record, row.source, day, row.receipt)
        )
        self.count += 1
        if len(self._rows) >= self._buffer:
            self._put_away()

    def cases(self) -> Iterator[tuple[Raw, ...]]:
        """The rows of each case, those of a case in the order of their lines."""
        self._rows.sort(key=_ORDER)
        runs = [self._read(run) for run in self._runs]
        for _, rows in groupby(merge(*runs, self._rows, key=_ORDER), key=itemgetter(0)):
            yield tuple(rows)

    def _put_away(self) -> None:
        if not self._runs:
            self._open()
        self._rows.sort(key=_ORDER)
        self._runs.append([self._seal(self._rows[at : at + BLOCK]) for at in range(0, len(self._rows), BLOCK)])
        self._rows = []

    def _open(self) -> None:
        # Here, because most imports are small and need none of it.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(AESGCM.generate_key(256))
        self._file = tempfile.TemporaryFile(prefix="akashi-")  # noqa: SIM115  lives as long as the rows are wanted
        weakref.finalize(self, self._file.close)

    def _seal(self, rows: Sequence[Raw]) -> _Block:
        self._sealed += 1
        sealed = self._cipher.encrypt(_nonce(self._sealed), _ENCODE(rows).encode(), None)
        self._file.seek(0, 2)
        block = _Block(self._sealed, self._file.tell(), len(sealed))
        self._file.write(sealed)
        return block

    def _read(self, run: Sequence[_Block]) -> Iterator[Raw]:
        for block in run:
            self._file.seek(block.offset)
            plain = self._cipher.decrypt(_nonce(block.number), self._file.read(block.size), None)
            yield from (Raw(*row) for row in json.loads(plain))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def revive(row: Raw) -> EvidenceRow:
    """The row of evidence back."""
    kind = EvidenceKind(row.kind)
    day = date.fromisoformat(row.as_of) if row.as_of else None
    record = forms.revive(kind, row.record)
    return EvidenceRow(row.line, row.case, kind, tuple(row.identity), record, row.source, day, row.receipt)
