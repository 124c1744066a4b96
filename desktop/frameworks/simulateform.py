"""What another version would touch, as lines to read and rows of a sheet. Plain Python."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from models.casefile.values import Simulation, Touched

HEAD = ("case", "route", "decided_on", "outcome", "version", "criterion", "finding", "why")


@dataclass(frozen=True, slots=True)
class Row:
    """One finding that is touched; ``why`` in words. ``open_``: of a case that is not decided."""

    case: str
    route: str
    decided_on: str
    outcome: str
    version: str
    criterion: str
    finding: str
    why: tuple[str, ...]
    open_: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """As the cells of a sheet."""
        return (
            self.case, self.route, self.decided_on, self.outcome, self.version, self.criterion, self.finding,
            " / ".join(self.why),
        )  # fmt: skip


Named = Callable[[str, str], str]
"""``named("criterion" | "finding" | "outcome" | "route", key)`` in the reader's words."""


def rows(found: Simulation, waiting: Iterable[Touched], named: Named, lang: str) -> Iterator[Row]:
    """Decided cases first, then the open ones."""
    for case in found.cases:
        for each in case.touched:
            outcome = named("outcome", case.outcome.value)
            yield _row(each, named, lang, case.decided_on.isoformat(), outcome, case.version)
    for each in waiting:
        yield _row(each, named, lang)


def _row(each: Touched, named: Named, lang: str, day: str = "", outcome: str = "", version: str = "") -> Row:
    finding = named("finding", each.finding.value) if each.finding else "—"
    why = tuple(message.text(lang) for message in each.why)
    criterion = named("criterion", each.criterion)
    return Row(each.case, named("route", each.route), day, outcome, version, criterion, finding, why, not day)
