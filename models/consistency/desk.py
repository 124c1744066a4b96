"""The desk at which a release is made: what was accepted, what was withheld, what the ledger allows."""

from dataclasses import dataclass, field

from models.consistency import suppression
from models.consistency.ledger import Box, Cell, Entry, Ledger, refusal
from models.consistency.rounding import Rounder
from models.consistency.values import Basis, Contribution, Withheld

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
