"""Many rows at once: they come back case by case, and nothing of them can be read on the disk."""

import random
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from models.evidence.values import EvidenceKind, Statement
from models.intake.spool import Spool, revive
from models.intake.values import EvidenceRow
from tests.models.intake.tables import OBLIGATIONS, month, pieces, put, text

SECRET = "𠮷田 邊󠄀の秘密"


def _row(line: int, case: str) -> EvidenceRow:
    said = Statement("reply", date(2026, 1, 2), f"{SECRET} {line}")
    return EvidenceRow(line, case, EvidenceKind.STATEMENT, ("reply", f"{line}"), said, "口述", date(2026, 2, 3), None)


def _filled(rows: list[EvidenceRow], buffer: int) -> Spool:
    spool = Spool(buffer)
    for row in rows:
        spool.add(row)
    return spool


def test_rows_come_back_whole_by_case_and_line_as_often_as_asked() -> None:
    rows = [_row(line, f"A-{line % 37:03d}") for line in range(2, 2_000)]
    random.Random(1).shuffle(rows)
    spool = _filled(rows, buffer=150)
    for _ in range(2):
        by_case = [[revive(row) for row in rows] for rows in spool.cases()]
        assert [each[0].case for each in by_case] == sorted({row.case for row in rows})
        assert [row for case in by_case for row in case] == sorted(rows, key=lambda row: (row.case, row.line))


def test_what_lies_on_the_disk_cannot_be_read() -> None:
    spool = _filled([_row(line, "A-001") for line in range(1_000)], buffer=100)
    spool._file.seek(0)
    raw = spool._file.read()
    assert len(raw) > 50_000
    assert SECRET.encode() not in raw
    assert b"A-001" not in raw


def test_few_rows_never_leave_memory() -> None:
    assert not hasattr(_filled([_row(1, "A-001")], buffer=100), "_file")


def _peak(work: Callable[[], object]) -> int:
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_holds_a_part_of_the_rows_only() -> None:
    def rows() -> Iterator[EvidenceRow]:
        return (_row(line, f"A-{line // 20:05d}") for line in range(20_000))

    def spooled() -> None:
        spool = Spool(1_000)
        for row in rows():
            spool.add(row)
        for _ in spool.cases():
            pass

    assert _peak(spooled) < _peak(lambda: list(rows())) / 4


def test_a_long_file_is_read_in_another_encoding_too(tmp_path: Path) -> None:
    """Longer than what is decoded at a time, so that characters lie across the edges of the pieces."""
    rows = [month(case=f"A-{at:06d}", source="日本年金機構の長い名前" * 8) for at in range(6_000)]
    said = text(OBLIGATIONS, rows)
    read = [pieces("obligations", put(tmp_path, said.encode(e), f"{e}.csv")) for e in ("utf-8", "cp932", "utf-16")]
    assert len(read[0]) == len(rows)
    assert read[0] == read[1] == read[2]
