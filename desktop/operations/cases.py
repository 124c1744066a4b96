"""The queue, and what is done to whole cases."""

from desktop.operations import refusals
from models.casefile import service as casefile
from models.casefile.values import CaseFile
from models.cases import service
from models.cases.queue import service as queue
from models.cases.values import Case, ClosedAs, QueueCounts, QueueFilter, QueuePage, WaitingFor
from models.findings import service as findings
from models.likecases.kept import service as kept
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.store.office import Office


def page(office: Office, actor: Actor, flt: QueueFilter, after: str | None = None, size: int = 200) -> QueuePage:
    """A page of the queue behind the cursor ``after``. Raises ``NotPermitted``."""
    with office.read() as session:
        return queue.page(session, actor, flt, after, size)


def counts(office: Office, actor: Actor) -> QueueCounts:
    """How many cases each saved view holds for this person."""
    with office.read() as session:
        return queue.counts(session, actor)


@refusals.recorded
def take_next(office: Office, actor: Actor, key: str | None = None) -> str | None:
    """Take the case of one's unit that is due first; ``None`` when there is none."""
    with office.begin(key) as session:
        found: str | None = once(session, "take_next", lambda: service.take_next(session, actor), _same, _same)
        return found


@refusals.recorded
def take(office: Office, actor: Actor, case: str) -> Case:
    """Take an unassigned case. Raises ``NotPermitted`` when somebody has it."""
    with office.begin() as session:
        return service.take(session, actor, case)


@refusals.recorded
def assign(office: Office, actor: Actor, case: str, to: str) -> Case:
    """Give a case to an examiner. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return service.assign(session, actor, case, to)


@refusals.recorded
def wait(office: Office, actor: Actor, case: str, what: WaitingFor) -> Case:
    """Wait for something; the clock stands still."""
    with office.begin() as session:
        return service.wait(session, actor, case, what)


@refusals.recorded
def resume(office: Office, actor: Actor, case: str) -> Case:
    """Go on examining."""
    with office.begin() as session:
        return service.resume(session, actor, case)


@refusals.recorded
def close(office: Office, actor: Actor, case: str, how: ClosedAs, why: str) -> Case:
    """End a case."""
    with office.begin() as session:
        return kept.after(session, case, service.close(session, actor, case, how, why))


@refusals.recorded
def reopen(office: Office, actor: Actor, case: str, why: str) -> Case:
    """Take up an ended case again, with a reason."""
    with office.begin() as session:
        return kept.after(session, case, service.reopen(session, actor, case, why))


@refusals.recorded
def move_framework(office: Office, actor: Actor, case: str, version: str, why: str = "") -> Case:
    """Examine a case under another version of its framework. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        findings.move_framework(session, actor, case, version, why)
        return service.get(session, case)


def listing(office: Office) -> tuple[Case, ...]:
    """Every case, by id."""
    with office.read() as session:
        return service.listing(session)


@refusals.recorded
def open_case(office: Office, actor: Actor, case: str) -> CaseFile:
    """The case file; that this person saw it is recorded. Raises ``NotPermitted``, ``NotFound``."""
    with office.begin() as session:
        service.viewed(session, actor, case)
    return gather(office, case)


def preview(office: Office, actor: Actor, case: str) -> CaseFile:
    """The case file beside the list. That this person saw it is recorded as for opening it: once a person, case and day.

    It stays new for its examiner until it is opened. Raises ``NotPermitted``, ``NotFound``.
    """
    known = preview_again(office, actor, case)
    if known is not None:
        return known
    with office.begin() as session:
        service.viewed(session, actor, case, opened=False)
    return gather(office, case)


def preview_again(office: Office, actor: Actor, case: str) -> CaseFile | None:
    """The same, only reading; ``None`` where the seeing must be recorded first. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        seen = service.seen_today(session, actor, case)
    return gather(office, case) if seen else None


def gather(office: Office, case: str) -> CaseFile:
    """The case file for the program's own work. Raises ``NotFound``."""
    with office.read() as session:
        return casefile.gather(session, case, office.clock.today())


def _same(case: str | None) -> str | None:
    return case
