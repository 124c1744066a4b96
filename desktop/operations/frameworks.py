"""Compare versions of a framework, and lay one over the cases that are decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.casefile import service as casefile
from models.casefile import simulation
from models.casefile.values import CaseFile, Decided, Simulation, Touched
from models.cases import service as cases
from models.cases.values import Case, State
from models.decisions import service as decisions
from models.frameworks import differences as compared
from models.frameworks import library, service
from models.frameworks.differences import Change
from models.frameworks.library import Library
from models.frameworks.values import Framework, FrameworkRef
from models.intake.values import Cancelled, Progress
from models.localized import Localized
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.clock import JAPAN
from models.store.office import Office

_OPEN = frozenset({State.RECEIVED, State.EXAMINING, State.WAITING, State.RETURNED, State.PROPOSED})


def named(words: str, office: Office | None = None) -> Framework:
    """The framework that a person names: a file, ``id/version``, or ``id`` for its newest; an office's own versions too. Raises
    ``NotFound``, ``BadInput``."""
    return here(office).named(words)


def here(office: Office | None = None) -> Library:
    """Every version that may govern: those that the program carries, and those that this office published."""
    if office is None:
        return library.shipped()
    with office.read() as session:
        return service.shelf(session)


@dataclass(frozen=True, slots=True)
class Overtaken:
    """An open case under a version that no longer governs it: the one that does (``after``), and the findings that it touches."""

    case: str
    route: str
    before: FrameworkRef
    after: FrameworkRef
    touched: tuple[Touched, ...]


def overtaken(office: Office, actor: Actor, progress: Progress | None = None) -> tuple[Overtaken, ...]:
    """The open cases whose version no longer governs a decision of today, and what is to be looked at again. Raises
    ``NotPermitted``, ``Cancelled``."""
    people.require(actor, Permission.SEE_CASES)
    today = office.clock.today()
    with office.read() as session:
        shelf = service.shelf(session)
        every = [each for each in cases.listing(session) if each.state in _OPEN]
    found: list[Overtaken] = []
    for number, case in enumerate(every, 1):
        if progress is not None and progress(number, len(every)) is False:
            raise Cancelled("overtaken")
        after = shelf.in_force(case.kind.value, today, case.received_on)
        if after is not None and after.ref != case.framework:
            found.append(Overtaken(case.id, case.route, case.framework, after.ref, tuple(_open(office, case, after))))
    return tuple(found)


def governing(file: CaseFile) -> Framework | None:
    """The version that a decision of today falls under, where it is another one than the case's."""
    if file.case.state not in _OPEN:
        return None
    found = file.shelf.in_force(file.case.kind.value, file.seen_on, file.case.received_on)
    return None if found is None or found.ref == file.framework.ref else found


def touches(file: CaseFile, other: Framework) -> tuple[Touched, ...]:
    """The findings of a case that another version touches, and why."""
    return simulation.touched(file, other)


def titles() -> Mapping[tuple[str, str], Localized]:
    """The title of every criterion by (version, key), and by ("", key) as the newest version says it."""
    found: dict[tuple[str, str], Localized] = {}
    for framework in library.all_():
        for criterion in framework.criteria:
            found[framework.version, criterion.key] = found["", criterion.key] = criterion.title
    return found


def differences(old: Framework, new: Framework) -> tuple[Change, ...]:
    """All that differs between two versions. Raises ``BadInput`` when they are for different kinds of case."""
    return compared.differences(old, new)


def simulate(office: Office, actor: Actor, other: Framework, progress: Progress | None = None) -> Simulation:
    """Lay ``other`` over every decided case of its kind: the findings that it touches, and why. Nothing is written.

    ``progress`` is called with (cases looked at, of how many); ``False`` as its answer cancels. Raises
    ``NotPermitted``, ``Cancelled``.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        every = [each for each in cases.listing(session) if each.kind.value == other.kind and each.round]
    same, found, looked = 0, [], 0
    for number, case in enumerate(every, 1):
        if progress is not None and progress(number, len(every)) is False:
            raise Cancelled(other.id)
        decided = _decided(office, case, other)
        same += decided is not None and case.framework == other.ref
        looked += decided is not None and case.framework != other.ref
        found += [decided] if decided is not None and decided.touched else []
    return Simulation(other.ref, looked, same, tuple(found))


def open_cases_touched(office: Office, actor: Actor, other: Framework) -> tuple[Touched, ...]:
    """The findings of open cases under another version that ``other`` touches: what is to be looked at again when it takes
    effect. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        every = [each for each in cases.listing(session) if each.kind.value == other.kind and each.state in _OPEN]
    return tuple(each for case in every if case.framework != other.ref for each in _open(office, case, other))


def _open(office: Office, case: Case, other: Framework) -> Iterator[Touched]:
    with office.read() as session:
        file = casefile.gather(session, case.id, office.clock.today())
    yield from simulation.touched(file, other)


def _decided(office: Office, case: Case, other: Framework) -> Decided | None:
    """The case as it was on the day it was signed; ``None`` when it is not decided."""
    with office.read() as session:
        last = decisions.round_of(session, case.id, case.round)
        signed = None if last.returned else last.countersigned
        if signed is None:
            return None
        day = signed.at.astimezone(JAPAN).date()
        touched: tuple[Touched, ...] = ()
        if case.framework != other.ref:
            touched = simulation.touched(casefile.gather(session, case.id, day), other)
    return Decided(case.id, case.route, last.proposal.outcome, day, case.framework.version, touched)


def write_sheet(
    office: Office, where: Path, format_: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Write what a simulation found as ``csv`` or ``xlsx``, whole or not at all. Raises ``WorldFault``."""
    from desktop.cli import files
    from reports import simulation_sheet

    if format_ == "csv":
        files.write(where, simulation_sheet.as_csv(heads, rows))
    else:
        files.write(where, simulation_sheet.as_xlsx(title, heads, rows, office.clock.now()))
