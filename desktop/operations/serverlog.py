"""Take what the server itself refused into the record: raw SQL under somebody's own database role."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.operations.refusals import KIND
from models.errors import BadInput, NotFound, NotPermitted
from models.people import service as persons
from models.people.values import CONSOLE
from models.records import service
from models.records.values import Act
from models.store import serverlog
from models.store.office import Office, Session
from models.store.serving import ServerOffice

ACT = "sql"
CODE = "records.refused_by_server"


class Taken(NamedTuple):
    """How many refusals of this office a log tells of, and how many of them the record did not yet hold."""

    found: int
    new: int


def take(office: Office, log: Path) -> Taken:
    """Record each refusal that ``log`` (PostgreSQL's jsonlog or csvlog) tells of this office, once; by its console.

    Raises ``BadInput`` (a file's office; no such log; an entry too long), ``NotFound``, ``NotPermitted``.
    """
    if not isinstance(office, ServerOffice):
        raise BadInput("records.log_of_server_only", where=office.location)
    if office.person is not None:
        raise NotPermitted("records.log_by_console")
    if not log.is_file():
        raise NotFound("records.no_packet", file=log)
    try:
        with log.open(encoding="utf-8", errors="replace", newline="") as lines:
            found = list(serverlog.refusals(lines, office.url.database or ""))
    except serverlog.TooLong as error:
        raise BadInput("records.log_entry_too_long", file=log, line=error.line, most=serverlog.MOST) from error
    except ValueError as error:
        raise BadInput("records.no_server_log", file=log) from error
    with office.begin() as session:
        acts = _acts(office, session, found)
        service.append_many(session, [(act, ()) for act in acts])
    return Taken(len(found), len(acts))


def _acts(office: ServerOffice, session: Session, found: Sequence[serverlog.Refused]) -> list[Act]:
    """What is not yet in the record, as acts of the console; whose role it was where it is one of the office's."""
    known = {str(each.content.get("line")) for each in service.said(session, [KIND])}
    people = {each.login: each for each in persons.listing(session)}
    logins = office.roles_of(session, people)
    new = {each.line: each for each in found if each.line not in known}
    acts = []
    for each in new.values():
        login = each.login if each.login in people else logins.get(each.role, each.role)
        role = people[login].role.value if login in people else ""
        said = {"act": ACT, "code": CODE, "role": role, "login": login, "on": each.at, "why": each.why}
        acts.append(Act(CONSOLE.login, KIND, {**said, "state": each.state, "line": each.line}))
    return acts
