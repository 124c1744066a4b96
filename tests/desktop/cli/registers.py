"""Register files for the command line, made from the small registers of the reports' tests."""

import csv
from datetime import date, timedelta
from pathlib import Path

from models.consistency.inputs import Assessments, Decisions
from tests.reports.consistency.registers import CRITERIA

WORDS = {0: "not_applicable", 1: "met", 2: "not_met", -1: ""}


def write_decisions(path: Path, found: Decisions, prefix: str = "", encoding: str = "utf-8") -> Path:
    """A register as the contract has it; ``prefix`` stands before every name of a case and an examiner."""
    reasons = {int(row): found.reasons[code] for row, code in zip(found.reason_row, found.reason_code, strict=True)}
    head = [
        "case",
        "decided_on",
        "examiner",
        "unit",
        "kind",
        "outcome",
        *(f"finding:{each}" for each in CRITERIA),
        "reason:1",
        "mix:route",
    ]
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(head)
        for n in range(found.size):
            day = date(1970, 1, 1) + timedelta(days=int(found.decided_on[n]))
            findings = [WORDS[int(found.findings[k, n])] for k in range(len(CRITERIA))]
            outcome = "grant" if found.granted[n] else "refuse"
            unit = found.unit.levels[found.unit.codes[n]]
            route = found.mix[0].levels[found.mix[0].codes[n]]
            who = f"{prefix}E{found.examiner[n]}"
            writer.writerow(
                [f"{prefix}C{n}", day, who, unit, "permanent_residence", outcome, *findings, reasons.get(n, ""), route]
            )
    return path


def write_assessments(path: Path, found: Assessments, prefix: str = "", encoding: str = "utf-8") -> Path:
    """Blind readings as the contract has them."""
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["unit", "rater", "value", "item"])
        for n in range(found.size):
            value, item = found.levels[found.value[n]], found.items[found.item[n]]
            writer.writerow([f"{prefix}u{found.unit[n]}", f"{prefix}r{found.rater[n]}", value, item])
    return path
