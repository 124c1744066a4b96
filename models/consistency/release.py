"""The release: rounded, checked against everything released before, entered in the ledger; or not made."""

from dataclasses import dataclass, field, replace

from models.consistency import release_parts, suppression, working_paper
from models.consistency.ledger import Box, Cell, Entry, Ledger, refusal
from models.consistency.rounding import Rounder
from models.consistency.values import (
    Basis,
    Charts,
    Contribution,
    Noise,
    Overdispersion,
    Population,
    Protection,
    Report,
    Withheld,
)

LEAST_EXAMINERS = 10
ONCE = {"examiners": "part_examiners", "months": "part_months", "agreement": "part_agreement"}


@dataclass
class Desk:
    """One release in the making: what has been accepted so far, and what was withheld."""

    box: Box
    k: int
    ledger: Ledger
    rounder: Rounder
    basis: Basis
    cells: list[Cell] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def withhold(self, part: str, reason: str, about: str = "") -> None:
        """Note that a part is not given."""
        self.withheld.append(Withheld(part, reason, about))

    def is_sensitive(self, variable: str) -> bool:
        """Small or dominated."""
        return suppression.is_sensitive(self.basis.contributions.get(variable, Contribution(0, 0, 0)), self.k)

    def rounded(self, counts: dict[tuple[Box, str], int]) -> list[Cell]:
        """The counts as they would be published."""
        made = []
        for (box, variable), count in counts.items():
            value = self.rounder.round(f"{box.name()}|{variable}", count)
            made.append(Cell(box, variable, value, *self.rounder.bounds(value, self.k)))
        return made

    def accept(self, cells: list[Cell]) -> str | None:
        """Enter cells, unless they would let something be worked out; then why not."""
        so_far = self.ledger.with_entry(Entry("", self.box, tuple(self.cells), ()))
        why = refusal(so_far, cells, self.k)
        if why is None:
            self.cells += cells
        return why

    def publish(self, part: str, variables: dict[str, int], about: str = "") -> dict[str, int] | None:
        """Round and enter counts of the whole box; None, with the reason noted, where they may not be given."""
        if any(self.is_sensitive(variable) for variable in variables):
            self.withhold(part, "why_small_or_dominated", about)
            return None
        cells = self.rounded({(self.box, variable): count for variable, count in variables.items()})
        why = self.accept(cells)
        if why is not None:
            self.withhold(part, why, about)
            return None
        return {cell.variable: cell.value for cell in cells}

    def once(self, part: str) -> bool:
        """Whether a part that is given only once may be given now; notes it either way."""
        if self.ledger.has_part(part, self.box):
            self.withhold(ONCE[part], "why_given_before")
            return False
        self.parts.append(part)
        return True


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
