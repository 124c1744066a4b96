"""Correct an issued letter: a new letter names the old one; proposed by one person, countersigned by another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.operations import letters as lettering
from desktop.operations import refusals, sealing
from models.errors import BadInput, CheckFailed, NotFound
from models.letters import service
from models.letters.certificates import service as certificates
from models.letters.corrections import compose, text
from models.letters.corrections import service as corrections
from models.letters.corrections.values import Correction, Item, Standing
from models.letters.values import IssuedLetter, Letter
from models.letters.wording import AUTHORITATIVE, Wording
from models.people import rules as people
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service as records
from models.store.office import Office, Session
from reports import letter_pdf
from resources.letters import readings

CORRECT = "correct"
"""What the password is typed for: to countersign and to issue a correction."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A correction as letters: in each language a front page and the corrected text, and in two languages side by side what
    was enclosed so. The Japanese ones come first."""

    fronts: tuple[Letter, ...]
    texts: tuple[Letter, ...]
    twins: tuple[Letter, ...] = ()

    @property
    def digest(self) -> str:
        """What the second person signs."""
        return compose.content_digest((*self.fronts, *self.texts))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language of the letter besides Japanese, with its own name."""

    language: str
    name: str


def listing(office: Office, actor: Actor, case: str) -> tuple[Correction, ...]:
    """Every correction of a case, oldest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return corrections.of_case(session, case)


@refusals.recorded
def propose(
    office: Office,
    actor: Actor,
    case: str,
    items: Sequence[Item],
    reason: str,
    reasons: Sequence[tuple[str, str]] = (),
) -> Correction:
    """Propose to correct the letter in force; ``reasons`` is the reason in other languages. Raises ``NotPermitted``,
    ``NotFound``, ``BadInput`` (a place that is none, figures that differ)."""
    with office.begin() as session:
        people_service.require_current(session, actor)
        old = _old(session, case)
        text.check(_all(session, case, office.clock.today()), items, reason, reasons)
        return corrections.propose(session, actor, old, items, reason, reasons)


def spoken(office: Office, actor: Actor, case: str, *, enclosed: bool = False) -> tuple[Spoken, ...]:
    """The languages besides Japanese that the letter in force was issued in; ``enclosed``: those too that only stand beside the
    Japanese text of an enclosure. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        issued = service.issued(session, case)
    wanted = (*_languages(issued), *(_only_beside(issued) if enclosed else ()))
    found = [each for each in wanted if each != AUTHORITATIVE]
    return tuple(Spoken(each, readings.plain(Wording(each)["frame.name"])) for each in found)


def elsewhere(office: Office, actor: Actor, case: str, items: Sequence[Item]) -> tuple[tuple[Item, int], ...]:
    """Where words that are replaced still stand in the corrected Japanese letter, with the paragraph (0: page 1). Raises as
    ``propose``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        made = text.corrected(_base(session, case, office.clock.today(), "")[:1], items)
    return text.elsewhere(made[0], items)


@refusals.recorded
def drop(office: Office, actor: Actor, case: str, comment: str) -> Correction:
    """Take a correction back. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return corrections.drop(session, actor, case, comment)


def preview(office: Office, actor: Actor, case: str, language: str = AUTHORITATIVE) -> bytes:
    """The pages of the correction under way in a language, as they would be issued now. Raises ``NotPermitted``, ``BadInput``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        made = _composed(session, case, office.clock.today())
    known = [each.language for each in made.fronts]
    if language not in known:
        raise BadInput("correction.no_language", language=language, known=", ".join(known))
    place = known.index(language)
    return letter_pdf.render((made.fronts[place], made.texts[place]))


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
        pairs = zip(made.fronts, made.texts, strict=True)
        sealed = [service.seal(session, actor, front, sealing.of_front(front, said, key, at)) for front, said in pairs]
        twins = ((each, sealing.of_twin(made.texts[0], each, key, at)) for each in made.twins)
        sealed += [service.seal(session, actor, each, made_) for each, made_ in twins]
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
    number, items = f"{root}{compose.MARK}{len(issued) + 1}", known[-1].items
    base = _base(session, case, today, number)
    made, beside = _finished(base, items), _beside(service.issued(session, case))
    enclosed = _finished(_base(session, case, today, number, beside), items)[1:] if beside else ()
    return Composed(compose.fronts(base, known[-1]), made, enclosed)


def _finished(base: tuple[Letter, ...], items: Sequence[Item]) -> tuple[Letter, ...]:
    return compose.numbered(text.corrected(base, items))


def _base(
    session: Session, case: str, today: date, number: str, beside: Sequence[str] | None = None
) -> tuple[Letter, ...]:
    """The letter in Japanese and in every language it was issued in (``beside``: in these, whole, to stand side by side),
    earlier corrections in it, under the number given."""
    file, context = lettering.matter(session, case, today)
    context = replace(context, dispatched_on=today, received_on=context.dispatched_on, draft=False)
    context = replace(context, number=number or context.number)
    wanted = _languages(service.issued(session, case)) if beside is None else beside
    chosen = tuple(dict.fromkeys((AUTHORITATIVE, *wanted)))
    made = lettering.versions_of(file, context, chosen, whole=beside is not None)
    known = corrections.of_case(session, case)
    return text.corrected(made, (item for each in known if each.standing is Standing.ISSUED for item in each.items))


def _languages(issued: Sequence[IssuedLetter]) -> tuple[str, ...]:
    """The languages of letters; enclosures of two languages are none."""
    return tuple(dict.fromkeys(each.language for each in issued if not sealing.is_twin(each.language)))


def _beside(issued: Sequence[IssuedLetter]) -> tuple[str, ...]:
    """The languages that stand beside the Japanese text in enclosures."""
    twins = (each.language.partition("+")[2] for each in issued if sealing.is_twin(each.language))
    return tuple(dict.fromkeys(twins))


def _only_beside(issued: Sequence[IssuedLetter]) -> tuple[str, ...]:
    return tuple(each for each in _beside(issued) if each not in _languages(issued))


def _all(session: Session, case: str, today: date) -> tuple[Letter, ...]:
    """The letter in every language in which any of it went out: what a correction must be able to say."""
    only = _only_beside(service.issued(session, case))
    enclosed = _base(session, case, today, "", only)[1:] if only else ()
    return (*_base(session, case, today, ""), *enclosed)
