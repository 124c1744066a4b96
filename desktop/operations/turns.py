"""Turns of a case, absences, and the earlier cases of an applicant."""

from collections.abc import Mapping
from datetime import date

from desktop.operations import refusals
from models.absences import service as absences
from models.absences.values import Absence, LeftBehind
from models.cases import service as cases
from models.cases.turns import service
from models.cases.turns.values import NewTurn, Turn, TurnKind
from models.likecases.kept import service as kept
from models.people import rules as people
from models.people.values import Actor, Permission
from models.reapplications import service as reapplications
from models.reapplications.values import Candidate, Earlier, Link
from models.records.service import once
from models.store.office import Office


@refusals.recorded
def make(office: Office, actor: Actor, new: NewTurn, key: str | None = None) -> Turn:
    """Let a case take a turn. Raises ``NotPermitted``, ``NotFound``, ``CheckFailed`` with the problems."""
    with office.begin(key) as session:
        return once(
            session,
            f"turn_{new.kind.value}",
            lambda: kept.after(session, new.case, service.make(session, actor, new)),
            lambda made: [made.case, made.number],
            lambda kept: service.of(session, *kept),
        )


def listing(office: Office, actor: Actor, case: str) -> tuple[Turn, ...]:
    """Every turn of a case, oldest first. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return service.of_case(session, case)


def targets(office: Office, actor: Actor) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The units that a case can go to, and the examiners that it can be given to. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.units(session), service.examiners(session)


# ---- absences
@refusals.recorded
def note_absence(office: Office, actor: Actor, login: str, from_on: date, until_on: date | None, why: str) -> Absence:
    """Note that a person is away. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return absences.note(session, actor, login, from_on, until_on, why)


@refusals.recorded
def end_absence(office: Office, actor: Actor, login: str, on: date) -> Absence:
    """The person is back. Raises ``NotPermitted``, ``NotFound``."""
    with office.begin() as session:
        return absences.end(session, actor, login, on)


def away(office: Office, actor: Actor) -> tuple[Absence, ...]:
    """Who is away today or soon. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return absences.away(session, office.clock.today())


def left_behind(office: Office, actor: Actor, login: str) -> tuple[LeftBehind, ...]:
    """The open cases of a person and who may get each. Raises ``NotPermitted``."""
    people.require(actor, Permission.ASSIGN)
    with office.read() as session:
        return absences.left_behind(session, login)


@refusals.recorded
def hand_over_all(
    office: Office, actor: Actor, plan: Mapping[str, str], why: str, notes: Mapping[str, str] | None = None
) -> tuple[Turn, ...]:
    """Hand cases over, each to its person with its note: all or none. Raises as ``make``."""
    said = notes or {}
    with office.begin() as session:
        return tuple(
            service.make(session, actor, NewTurn(case, TurnKind.HANDED_OVER, why, note=said.get(case, ""), to=to))
            for case, to in plan.items()
        )


# ---- reapplications
def candidates(office: Office, actor: Actor, case: str) -> tuple[Candidate, ...]:
    """Earlier cases that may be of the same applicant. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return reapplications.candidates(session, case)


def earlier(office: Office, actor: Actor, case: str) -> tuple[Earlier, ...]:
    """The earlier cases that a person linked, with what was found then. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return reapplications.earlier(session, case)


def later(office: Office, actor: Actor, case: str) -> tuple[Link, ...]:
    """The later cases that a person linked to this one. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return reapplications.later(session, case)


@refusals.recorded
def link(office: Office, actor: Actor, case: str, before: str, why: str) -> Link:
    """Say that an earlier case is of the same applicant. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return reapplications.link(session, actor, case, before, why)


@refusals.recorded
def unlink(office: Office, actor: Actor, case: str, before: str, why: str) -> Link:
    """Undo a wrong link. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return reapplications.unlink(session, actor, case, before, why)
