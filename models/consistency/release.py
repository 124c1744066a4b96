"""The release: rounded, checked against everything released before, entered in the ledger; or not made."""

from dataclasses import replace

from models.consistency import release_parts, working_paper
from models.consistency.desk import Desk
from models.consistency.ledger import Box, Entry, Ledger
from models.consistency.rounding import Rounder
from models.consistency.values import (
    Basis,
    Charts,
    Noise,
    Overdispersion,
    Population,
    Protection,
    Report,
)


def make(report: Report, ledger: Ledger, key: bytes) -> tuple[Report, Ledger]:
    """The release and the ledger after it. Where even the totals may not be given it is empty, says why, and the
    ledger stays as it was."""
    basis = report.basis or Basis()
    box = Box(report.from_, report.to, report.kind, report.unit)
    desk = Desk(box, report.protection.k, ledger, Rounder(key), basis)
    totals = {"outcome:grant": report.population.grants or 0, "outcome:refuse": report.population.refusals or 0}
    given = desk.publish("part_all", totals)
    made = empty(report) if given is None else _filled(report, desk, given)
    hidden = Protection(
        desk.k, "rule_release", working_paper.suppressed_cells(made), tuple(desk.withheld), desk.rounder.base
    )
    made = replace(made, protected=True, basis=None, protection=hidden)
    if given is None:
        return made, ledger
    return made, ledger.with_entry(Entry(report.id, box, tuple(desk.cells), tuple(desk.parts)))


def empty(report: Report) -> Report:
    """Nothing but the question that was asked."""
    return replace(
        report,
        population=Population(None, None, None, None, None, (), suppressed=True),
        examiners=(),
        criteria=(),
        agreement=(),
        noise=Noise(),
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
