"""Who signs: what a person is told before letters go out in nobody's name."""

from collections.abc import Collection, Mapping
from datetime import date

from desktop.operations import authority
from models.casefile import service as casefile
from models.cases.values import Kind
from models.errors import Message, Problem, Severity, problem
from models.letters import letterheads, service
from models.letters.values import Letterhead
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office, Session


def missing(office: Office, actor: Actor, chosen: Collection[str]) -> tuple[Problem, ...]:
    """A warning for each kind whose letters name nobody who decides, neither in the letterhead nor on the line of authority:
    they would go out in the name of the authority. Of the chosen cases those that wait for the issue are looked at; who may
    see no case is told nothing."""
    if not people.may(actor.role, Permission.SEE_CASES):
        return ()
    with office.read() as session:
        kept, found = service.letter_settings(session), dict[str, Problem]()
        waiting = ((case, kind) for case, _, kind, _ in service.countersigned(session) if case in chosen)
        for case, kind in waiting:
            head = letterheads.of_kind(kept, kind)
            if kind not in found and _nobody(session, case, office.clock.today(), head):
                found[kind] = _warning(kind, head)
    return tuple(found.values())


def by_case(office: Office, actor: Actor, chosen: Collection[str]) -> Mapping[str, tuple[Problem, ...]]:
    """The same of each case by itself, asked of all at once: the cases that have such a warning."""
    if not people.may(actor.role, Permission.SEE_CASES):
        return {}
    with office.read() as session:
        kept, today = service.letter_settings(session), office.clock.today()
        waiting = ((case, kind) for case, _, kind, _ in service.countersigned(session) if case in chosen)
        heads = ((case, kind, letterheads.of_kind(kept, kind)) for case, kind in waiting)
        return {case: (_warning(kind, head),) for case, kind, head in heads if _nobody(session, case, today, head)}


def _nobody(session: Session, case: str, today: date, head: Letterhead) -> bool:
    return not _named(head) and not _decides(session, case, today, head)


def _named(head: Letterhead) -> bool:
    return bool(head.signatory["ja"].strip())


def _decides(session: Session, case: str, today: date, head: Letterhead) -> bool:
    """Whether the line of authority names who decides this case."""
    file = casefile.gather(session, case, today)
    return _named(authority.named(session, file, head))


def _warning(kind: str, head: Letterhead) -> Problem:
    if kind == Kind.NATURALIZATION.value:  # that one blocks the issue
        return problem("letters.no_signatory", "signatory")
    said = {"of": Message(f"letters.of_{kind}"), "kind": kind, "authority": head.authority["ja"] or "—"}
    return Problem(Message("letters.signatory_missing", said), "signatory", Severity.WARN)
