"""A hundred thousand rows taken in, and the case with the most rows opened, against what the issue allows."""

import csv
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.operations import cases as case_ops
from desktop.operations import intake, offices
from models.people.values import CONSOLE
from models.store.office import Office
from tests.bench.measure import Ratio, Wanted, of_each, peak_megabytes

PASSPHRASE = "bench-passphrase"
DUTIES = ("national_pension", "national_health_insurance", "resident_tax", "employees_pension")
MOST = "C-00000"
"""The case with the most rows."""


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Import (all of it, then undone, so that each round finds the same office); its memory; a case of 2,400 rows."""
    rows = 5_000 if wanted.quick else 100_000
    with tempfile.TemporaryDirectory() as folder:
        large, small = (_made(Path(folder), number) for number in (rows, rows // 10))
        office = _office(large)
        try:
            (taken,) = of_each([lambda: _taken(office, large)])
            yield Ratio("import of obligations / ten seconds", taken, 10.0, "s", 1.0, f"{rows:,} rows")
            intake.import_file(office, CONSOLE, "obligations", large.with_name(f"{large.stem}-most.csv"))
            (opened,) = of_each([lambda: case_ops.gather(office, MOST)])
            many = len(case_ops.gather(office, MOST).evidence)
            yield Ratio("case with the most rows / 200 ms", opened * 1_000, 200.0, "ms", 1.0, f"{many:,} pieces")
        finally:
            office.close()
        most, less = (peak_megabytes(partial(_alone, path)) for path in (large, small))
        yield Ratio("memory of an import / a tenth of the rows", most, less, "MB", 1.2, "constant, but for the program")


def _alone(path: Path) -> None:
    office = _office(path)
    _taken(office, path)
    office.close()


def _taken(office: Office, path: Path) -> None:
    intake.import_file(office, CONSOLE, "obligations", path, dry_run=True)


def _office(path: Path) -> Office:
    where = path.with_suffix(".akashi")
    where.unlink(missing_ok=True)
    office = offices.create(where, PASSPHRASE, name="速さの事務所")
    intake.import_file(office, CONSOLE, "cases", path.with_name(f"{path.stem}-cases.csv"))
    return office


def _made(folder: Path, rows: int) -> Path:
    """The files of an office: cases, their obligations, and those of the one case with the most."""
    path = folder / f"rows-{rows}.csv"
    numbers = [f"C-{n:05d}" for n in range(max(2, rows // 200))]
    _write(
        folder / f"{path.stem}-cases.csv",
        "case,kind,route,received_on,unit,name,name_reading,born_on,nationality,current_status,stay_until,language",
        (
            (n, "permanent_residence", "general", "2026-05-01", "一部", "NGUYEN THI LAN", "", "1985-02-03", "VNM",
             "engineer_humanities", "2028-05-01", "vi")
            for n in numbers
        ),
    )  # fmt: skip
    head = "case,duty,period,due_on,paid_on,amount,status,source,as_of,receipt"
    _write(path, head, (row for n in numbers for row in _months(n, DUTIES[:2], 100)))
    _write(folder / f"{path.stem}-most.csv", head, _months(MOST, DUTIES, 600))
    return path


def _months(case: str, duties: tuple[str, ...], months: int) -> Iterator[tuple[str, ...]]:
    for duty in duties:
        for at in range(months):
            year, month = 1976 + (600 - months + at) // 12, (600 - months + at) % 12 + 1
            period = f"{year}-{month:02d}"
            yield (
                case,
                duty,
                period,
                f"{period}-28",
                f"{period}-20",
                "16610",
                "paid",
                "日本年金機構",
                "2026-06-01",
                f"R-{at}",
            )


def _write(path: Path, head: str, rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write(head + "\n")
        csv.writer(file).writerows(rows)
