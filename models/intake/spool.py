"""Rows on their way in, kept outside of memory and put in the order of their cases (an external merge sort).

What lies in the temporary file is sealed with a key that never leaves this process (AES-256-GCM; a counter is the nonce,
because the key is used for this one file). The file has no name where the system allows that, and ends with the process.
A file of few rows never leaves memory.
"""

import json
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from datetime import date
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from models.evidence import rows as forms
from models.evidence.values import EvidenceKind
from models.intake.values import EvidenceRow

BUFFER = 10_000
"""Rows that are held before they are sorted and written away."""
BLOCK = 50
"""Rows that are sealed, and read again, together."""

_Row = tuple[str, int, str]
"""Its case, its line, and the rest as JSON: what is sorted and written."""


class _Block(NamedTuple):
    """Where a sealed block lies in the file; its number is its nonce."""

    number: int
    offset: int
    size: int


class Spool:
    """Takes rows in the order of their file, and gives them case by case, as often as asked."""

    def __init__(self, buffer: int = BUFFER) -> None:
        self._buffer = buffer
        self._rows: list[_Row] = []
        self._runs: list[list[_Block]] = []
        self._sealed = 0
        self.count = 0

    def add(self, row: EvidenceRow) -> None:
        """Keep a row. Raises ``OSError`` when the disk is full."""
        self._rows.append((row.case, row.line, _written(row)))
        self.count += 1
        if len(self._rows) >= self._buffer:
            self._put_away()

    def cases(self) -> Iterator[tuple[EvidenceRow, ...]]:
        """The rows of each case, those of a case in the order of their lines."""
        self._rows.sort()
        runs = [self._read(run) for run in self._runs]
        for _, rows in groupby(merge(*runs, self._rows), key=itemgetter(0)):
            yield tuple(_row(*each) for each in rows)

    def _put_away(self) -> None:
        if not self._runs:
            self._open()
        self._rows.sort()
        self._runs.append([self._seal(self._rows[at : at + BLOCK]) for at in range(0, len(self._rows), BLOCK)])
        self._rows = []

    def _open(self) -> None:
        # Here, because most imports are small and need none of it.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        self._cipher = AESGCM(AESGCM.generate_key(256))
        self._file = tempfile.TemporaryFile(prefix="akashi-")  # noqa: SIM115  lives as long as the rows are wanted
        weakref.finalize(self, self._file.close)

    def _seal(self, rows: Sequence[_Row]) -> _Block:
        self._sealed += 1
        sealed = self._cipher.encrypt(_nonce(self._sealed), json.dumps(rows, ensure_ascii=False).encode(), None)
        self._file.seek(0, 2)
        block = _Block(self._sealed, self._file.tell(), len(sealed))
        self._file.write(sealed)
        return block

    def _read(self, run: Sequence[_Block]) -> Iterator[_Row]:
        for block in run:
            self._file.seek(block.offset)
            plain = self._cipher.decrypt(_nonce(block.number), self._file.read(block.size), None)
            yield from ((case, line, rest) for case, line, rest in json.loads(plain))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _written(row: EvidenceRow) -> str:
    day = row.as_of.isoformat() if row.as_of else None
    said = (row.kind.value, row.identity, forms.plain(row.record), row.source, day, row.receipt)
    return json.dumps(said, ensure_ascii=False)


def _row(case: str, line: int, rest: str) -> EvidenceRow:
    said: list[Any] = json.loads(rest)
    kind, identity, record, source, as_of, receipt = said
    known = EvidenceKind(kind)
    day = date.fromisoformat(as_of) if as_of else None
    return EvidenceRow(line, case, known, tuple(identity), forms.revive(known, record), source, day, receipt)
