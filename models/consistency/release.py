"""The release: rounded, checked against everything released before, entered in the ledger; or not made."""

from dataclasses import replace
from datetime import date

from models.consistency import release_parts, working_paper
from models.consistency.desk import Desk
from models.consistency.ledger import Box, Entry, Ledger
from models.consistency.rounding import Rounder
from models.consistency.values import (
    Basis,
    Charts,
    Overdispersion,
    Population,
    Protection,
    Report,
    Withheld,
)


def make(report: Report, ledger: Ledger, key: bytes) -> tuple[Report, Ledger]:
    """The release and the ledger after it. Where even the totals may not be given it holds no figure on decisions and says
    why; where nothing is left to give, it is empty and the ledger stays as it was."""
    basis = report.basis or Basis()
    desk = Desk(_box(report), report.protection.k, ledger, Rounder(key), basis)
    totals = {"outcome:grant": report.population.grants or 0, "outcome:refuse": report.population.refusals or 0}
    given = desk.publish("part_decisions" if report.agreement else "part_all", totals) if _decided(report) else None
    made = release_parts.agreement(_emptied(report, desk), desk) if given is None else _filled(report, desk, given)
    hidden = Protection(
        desk.k, "rule_release", working_paper.suppressed_cells(made), tuple(desk.withheld), desk.rounder.base
    )
    made = replace(made, protected=True, basis=None, protection=hidden)
    if given is None and not desk.parts:
        return made, ledger
    return made, ledger.with_entry(Entry(report.id, desk.box, tuple(desk.cells), tuple(desk.parts)))


def _decided(report: Report) -> bool:
    """Whether there was a register of decisions at all: one without a single usable row counts."""
    return Withheld("part_decisions", "why_no_decisions") not in report.notes


def _box(report: Report) -> Box:
    """Which decisions it is about. Readings without decisions bear no days: they may be of any time, so that what was given
    of them is given for all time."""
    if _decided(report):
        return Box(report.from_, report.to, report.kind, report.unit)
    return Box(date.min, date.max)


def _emptied(report: Report, desk: Desk) -> Report:
    """The question that was asked, and what readings gave; nothing of decisions."""
    dropped = () if _decided(report) else tuple(release_parts.dropped(each, desk) for each in report.population.dropped)
    return replace(
        report,
        population=Population(None, None, None, None, None, dropped, suppressed=True),
        examiners=(),
        criteria=(),
        drift=(),
        reasons=(),
        reason_use=(),
        groups=(),
        overdispersion=Overdispersion(None, None, "none"),
        charts=Charts(),
        strata=0,
    )


def _filled(report: Report, desk: Desk, given: dict[str, int]) -> Report:
    """Every part in turn; the order matters: totals first, what is cut finer later."""
    grants, refusals = given["outcome:grant"], given["outcome:refuse"]
    population = release_parts.population(report.population, grants, refusals, desk)
    made = replace(report, population=population, groups=(), reason_use=())
    for part in ("part_groups", "part_reason_use", "part_examiner_criterion"):
        desk.withhold(part, "why_inside_office_only")
    made = replace(made, overdispersion=release_parts.overdispersion(report, population))
    made = release_parts.examiners(made, desk, grants / (grants + refusals))
    made = release_parts.criteria(made, desk)
    made = release_parts.months(made, desk)
    made = release_parts.reasons(made, desk)
    return release_parts.agreement(made, desk)
