"""A workbook of 100,000 rows against openpyxl's streaming mode writing the same cells."""

import io
from collections.abc import Iterator
from dataclasses import replace

import openpyxl

from models.consistency.values import Report
from tests.bench.measure import Ratio, Wanted, side_by_side


def run(wanted: Wanted) -> Iterator[Ratio]:
    """Ours streams; the peer is the library's own fast way."""
    from reports import consistency_xlsx
    from tests.reports.consistency import registers

    report = registers.working_paper()
    row = report.criteria[0]
    people = 400 if wanted.quick else 8_334
    inner = tuple(replace(row.examiners[0], code=f"A{n}") for n in range(people))
    large = replace(report, criteria=tuple(replace(row, criterion=f"c{n}", examiners=inner) for n in range(12)))
    yield side_by_side(
        "workbook / openpyxl write-only",
        lambda: consistency_xlsx.render(large),
        lambda: _openpyxl(large),
        0.5,
        f"{12 * people:,} rows x 8",
    )


def _openpyxl(report: Report) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in report.criteria:
        for each in row.examiners:
            sheet.append([row.criterion, each.code, each.findings, each.rate, each.z, each.q, each.flag.value, ""])
    book.save(io.BytesIO())
