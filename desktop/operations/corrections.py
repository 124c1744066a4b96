"""Correct an issued letter: a new letter names the old one; proposed by one person, countersigned by another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.operations import letters as lettering
from desktop.operations import refusals, sealing
from models.errors import BadInput, CheckFailed, NotFound
from models.letters import service
from models.letters.certificates import service as certificates
from models.letters.corrections import compose
from models.letters.corrections import service as corrections
from models.letters.corrections.values import Correction, Item, Standing
from models.letters.values import IssuedLetter, Letter
from models.letters.wording import AUTHORITATIVE
from models.people import rules as people
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service as records
from models.store.office import Office, Session
from reports import letter_pdf

CORRECT = "correct"
"""What the password is typed for: to countersign and to issue a correction."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A correction as letters: a front page a language, and the corrected Japanese text."""

    fronts: tuple[Letter, ...]
    text: Letter

    @property
    def digest(self) -> str:
        """What the second person signs."""
        return compose.content_digest(self.fronts, self.text)


def listing(office: Office, actor: Actor, case: str) -> tuple[Correction, ...]:
    """Every correction of a case, oldest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return corrections.of_case(session, case)


@refusals.recorded
def propose(office: Office, actor: Actor, case: str, items: Sequence[Item], reason: str) -> Correction:
    """Propose to correct the letter in force. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (a place that is none)."""
    with office.begin() as session:
        people_service.require_current(session, actor)
        old = _old(session, case)
        base = _base(session, case, office.clock.today(), "")
        compose.check(base[0], items, reason)
        return corrections.propose(session, actor, old, items, reason)


@refusals.recorded
def drop(office: Office, actor: Actor, case: str, comment: str) -> Correction:
    """Take a correction back. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return corrections.drop(session, actor, case, comment)


def preview(office: Office, actor: Actor, case: str) -> bytes:
    """The pages of the correction under way, as they would be issued now. Raises ``NotPermitted``, ``BadInput``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        made = _composed(session, case, office.clock.today())
    return letter_pdf.render((made.fronts[0], made.text))


def digest_of(office: Office, actor: Actor, case: str) -> str:
    """The digest of the correction under way, as it would be signed now. Raises as ``preview``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return _composed(session, case, office.clock.today()).digest


@refusals.recorded
def countersign(office: Office, actor: Actor, case: str) -> Correction:
    """Sign the correction as the second person. Raises ``NotPermitted``, ``BadInput``, ``Stale``."""
    people.require(actor, Permission.COUNTERSIGN)
    people.require_confirmed(actor, CORRECT, case)
    with office.begin(None, actor.signer) as session:
        people_service.require_current(session, actor)
        seen = records.last_act(session, case)
        digest = _composed(session, case, office.clock.today()).digest
        people.require_confirmed(actor, CORRECT, case, digest)
        return corrections.countersign(session, actor, case, digest, seen)


@refusals.recorded
def issue(office: Office, actor: Actor, case: str) -> tuple[IssuedLetter, ...]:
    """Render, sign and seal the correction; the letters in force give way to it and stay as they are.

    Raises ``NotPermitted``, ``BadInput``; ``CheckFailed`` when it is not the one that was countersigned.
    """
    people.require(actor, Permission.ISSUE)
    people.require_confirmed(actor, CORRECT, case)
    with office.begin(None, actor.signer) as session:
        people_service.require_current(session, actor)
        made = _composed(session, case, office.clock.today())
        open_ = corrections.of_case(session, case)[-1]
        if open_.standing is not Standing.COUNTERSIGNED or open_.content_digest != made.digest:
            raise CheckFailed("letters.not_as_signed", case=case)
        people.require_confirmed(actor, CORRECT, case, made.digest)
        key, at = certificates.open_key(session), records.now(session)
        old = corrections.supersede(session, case)
        sealed = [
            service.seal(session, actor, front, sealing.of_front(front, made.text, key, at)) for front in made.fronts
        ]
        issued = tuple(each for several, _ in sealed for each in several)
        rows = [each for _, several in sealed for each in several]
        corrections.mark_issued(session, actor, case, issued, old, rows)
    return issued


def _old(session: Session, case: str) -> IssuedLetter:
    old = service.fetch(session, case, AUTHORITATIVE, "pdf")
    if old is None:
        raise NotFound("issuing.nothing_issued", case=case)
    return old


def _composed(session: Session, case: str, today: date) -> Composed:
    known = corrections.of_case(session, case)
    if not known or known[-1].standing not in corrections.OPEN:
        raise BadInput("correction.none_open", case=case)
    issued = [each for each in known if each.standing is Standing.ISSUED]
    root = known[-1].number_before.partition(compose.MARK)[0]
    base = _base(session, case, today, f"{root}{compose.MARK}{len(issued) + 1}")
    text = compose.corrected(base[0], known[-1].items)
    return Composed(tuple(compose.front(each, known[-1]) for each in base), text)


def _base(session: Session, case: str, today: date, number: str) -> tuple[Letter, ...]:
    """The letter in Japanese (earlier corrections in it) and in every language it was issued in, under the number given."""
    file, context = lettering.matter(session, case, today)
    context = replace(context, dispatched_on=today, received_on=context.dispatched_on, draft=False)
    context = replace(context, number=number or context.number)
    issued = [each.language for each in service.issued(session, case) if not sealing.is_twin(each.language)]
    made = lettering.versions_of(file, context, tuple(dict.fromkeys((AUTHORITATIVE, *issued))))
    before = [
        item for each in corrections.of_case(session, case) if each.standing is Standing.ISSUED for item in each.items
    ]
    return (compose.corrected(made[0], before), *made[1:])
