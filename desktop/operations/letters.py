"""Letters: compose, render, issue; the one place where a letter is rendered and sealed."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.operations import authority, refusals, sealing
from desktop.operations.drawing import HERE, Hands
from models.casefile import service as casefile
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions import service as decisions
from models.decisions.values import Outcome, Proposal, Round
from models.errors import BadInput, CheckFailed, Message, NotFound, NotPermitted, Problem, Severity, Stale, problem
from models.letters import compose as composing
from models.letters import drift, letterheads, rules, service
from models.letters.certificates import service as certificates
from models.letters.rewording import service as rewording
from models.letters.values import IssuedLetter, Letter, LetterContext, LetterSettings, Rewording
from models.letters.wording import AUTHORITATIVE, Wording, allowed, languages, written_in
from models.people import rules as people
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.service import once
from models.store.clock import JAPAN
from models.store.office import Office, Session
from reports import letter_html, letter_json, letter_pdf, letter_twin
from resources.letters import readings

RENDERERS: Mapping[str, Callable[[Sequence[Letter]], bytes]] = {
    "pdf": letter_pdf.render,
    "html": letter_html.render,
    "json": letter_json.render,
}
FORMATS = tuple(RENDERERS)
ISSUE = "issue"
"""What the password is typed for."""


def compose(office: Office, actor: Actor, case: str, language: str) -> Letter:
    """The letter in a language: with a draft mark before it is issued, as issued afterwards.

    A language without wording gives the Japanese letter and says so in its notes. Raises ``NotPermitted``, ``NotFound``,
    ``BadInput`` when nothing is proposed yet.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file, context = matter(session, case, office.clock.today())
    return _composed(file, context, language)[0]


def render(office: Office, actor: Actor, case: str, language: str, form: str) -> bytes:
    """The bytes of a letter: after issue the sealed ones, before it a draft (the signature beside the HTML twin has none).

    Raises as ``compose``; ``BadInput`` for another format, ``NotFound`` for a language that was not issued.
    """
    people.require(actor, Permission.SEE_CASES)
    if form not in (*RENDERERS, sealing.DETACHED):
        raise BadInput("letters.no_format", format=form, known=", ".join((*FORMATS, sealing.DETACHED)))
    with office.read() as session:
        sealed = service.fetch(session, case, language if language in languages() else AUTHORITATIVE, form)
        if sealed is not None:
            return sealed.content
        file, context = matter(session, case, office.clock.today())
    if not context.draft or form not in RENDERERS:
        key = "not_issued_not_chosen" if _left_out(file, context, language) else "not_issued_in"
        raise NotFound(f"letters.{key}", case=case, language=language)
    return RENDERERS[form](_composed(file, context, language))


def signature(office: Office, actor: Actor, case: str, language: str) -> bytes | None:
    """The signature beside a sealed HTML letter, or beside an enclosure (``ja+vi``); nothing before it is issued, and without
    a certificate."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        sealed = service.fetch(session, case, language, sealing.DETACHED)
    return sealed.content if sealed else None


def preview(
    office: Office, actor: Actor, case: str, language: str, form: str, outcome: Outcome, weighing: str
) -> bytes:
    """The letter as it would be if this outcome were proposed now: always a draft, nothing is written.

    Raises as ``compose``; ``BadInput`` for another format.
    """
    people.require(actor, Permission.SEE_CASES)
    if form not in RENDERERS:
        raise BadInput("letters.no_format", format=form, known=", ".join(FORMATS))
    with office.read() as session:
        file, context = matter_under(session, office, actor, case, outcome, weighing)
    return RENDERERS[form](_composed(file, context, language))


def matter_under(
    session: Session, office: Office, actor: Actor, case: str, outcome: Outcome | None, weighing: str
) -> tuple[CaseFile, LetterContext]:
    """What a letter of a case is made of: as it was proposed or issued, or, with an outcome, as if that were proposed now."""
    file, context = matter(session, case, office.clock.today())
    if outcome is None:
        return file, context
    imagined = Proposal(case, file.case.round + 1, outcome, weighing, actor.login, office.clock.now())
    return replace(file, rounds=(*file.rounds, Round(imagined))), replace(context, draft=True, anchor="")


TWINS: Mapping[str, Callable[[Letter, Letter], bytes]] = {
    "pdf": letter_twin.render_pdf,
    "html": letter_twin.render_html,
}


def twin(office: Office, actor: Actor, case: str, language: str, form: str) -> bytes:
    """The Japanese letter and another language side by side, sentence by sentence: the sealed enclosure, or made anew (the
    signature beside the sealed one, for ``html.p7s``).

    Raises as ``compose``; ``BadInput`` for a format without a twin, or a language that is not offered; ``NotFound`` for the
    signature of one that was not sealed.
    """
    people.require(actor, Permission.SEE_CASES)
    if form not in (*TWINS, sealing.DETACHED):
        raise BadInput("letters.no_format", format=form, known=", ".join((*TWINS, sealing.DETACHED)))
    with office.read() as session:
        sealed = service.fetch(session, case, sealing.twin_name(language), form)
        if sealed is not None:
            return sealed.content
        file, context = matter(session, case, office.clock.today())
    if form not in TWINS:
        raise NotFound("letters.twin_not_sealed", case=case, language=language)
    original, other = versions_of(file, context, (AUTHORITATIVE, language), whole=True)
    return TWINS[form](original, other)


def offered(office: Office, actor: Actor, case: str) -> tuple[tuple[str, str, str], ...]:
    """The languages a letter of this case can be read in, with their own name and the status of their wording.

    Japanese first, then what the applicant gets, then the others; a drafted one only where the office allows it. Raises as
    ``compose``.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file, context = matter(session, case, office.clock.today())
    known = [each for each in languages(file.framework) if allowed(each, context.drafted)]
    return tuple(
        (each, readings.plain(Wording(each)["frame.name"]), drift.standing(each, (file.framework,)))
        for each in dict.fromkeys((*_theirs(file, context), *known))
    )


def check(office: Office, actor: Actor, case: str) -> tuple[Problem, ...]:
    """What stands against issuing the letters of a case now, in all its languages; what cannot be drawn, too.

    Warnings (``Severity.WARN``) do not stop the issue: figures in an examiner's text that the record does not hold.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file, context = matter(session, case, office.clock.today())
    versions = versions_of(file, context, _theirs(file, context))
    found = (
        *problems_of(file, versions, context.rewordings),
        *_not_drawn(versions),
        *_other_than_signed(file, versions[0]),
        *rules.warnings(versions[0], file),
    )
    theirs = file.case.applicant.language
    if not _left_out(file, context, theirs):
        return found
    return (*found, problem("letters.language_not_chosen", "language", Severity.WARN, language=theirs))


def _other_than_signed(file: CaseFile, letter: Letter) -> Iterator[Problem]:
    """Between the signature and the issue something changed: evidence, settings, or the program's own wording."""
    signed = file.rounds[-1].countersigned
    if file.case.state is State.COUNTERSIGNED and signed and signed.content_digest != letter.content_digest:
        yield problem("letters.not_as_signed", "signed", case=file.case.id)


def _left_out(file: CaseFile, context: LetterContext, language: str) -> bool:
    """Whether there is wording in a language that the office has not chosen to issue."""
    return language in languages(file.framework) and not allowed(language, context.drafted)


def _not_drawn(versions: Sequence[Letter]) -> Iterator[Problem]:
    """A missing glyph or an address too long shows only when the letter is drawn."""
    for letter in versions:
        try:
            letter_pdf.render([letter])
        except BadInput as error:
            yield Problem(error.message, f"pdf.{letter.language}")


@dataclass(frozen=True, slots=True)
class AsIssued:
    """The pages of a letter as they would be issued now: under which number, and the hash of the bytes before the
    signature."""

    number: str
    language: str
    content: bytes
    sha256: str


def problems_of(file: CaseFile, letters: Sequence[Letter], rewordings: Sequence[Rewording] = ()) -> tuple[Problem, ...]:
    """The blocking points of every version, and where the versions differ."""
    found = [each for letter in letters for each in rules.problems(letter, file, rewordings)]
    return (*found, *rules.compare(letters))


@refusals.recorded
def issue(
    office: Office,
    actor: Actor,
    case: str,
    key: str | None = None,
    languages: Sequence[str] | None = None,
    twins: Sequence[str] = (),
    expected: str | None = None,
    hands: Hands = HERE,
) -> tuple[IssuedLetter, ...]:
    """Issue the letters of a countersigned case: check, render, sign, seal, and record, in one transaction.

    ``languages``: besides Japanese; left out, the applicant's own. ``twins``: languages that are enclosed side by side with
    the Japanese text. ``expected``: the hash of the Japanese pages that were looked at (``as_issued``). ``hands``: who draws.

    Raises ``NotPermitted`` (role, state), ``CheckFailed`` (a blocking point, or the letter is not the one that was
    countersigned), ``BadInput`` (a character that no font draws, an address too long for the envelope), ``Stale`` (not the
    pages that were looked at: another letter took the number, or the day changed).
    """
    people.require(actor, Permission.ISSUE)
    people.require_confirmed(actor, ISSUE, case)
    with office.begin(key, actor.signer) as session:
        people_service.require_current(session, actor)

        def do() -> tuple[IssuedLetter, ...]:
            return _issue(session, actor, case, office.clock.today(), languages, twins, expected, hands)

        return once(session, "issued", do, lambda made: made[0].seq, lambda _: service.issued(session, case))


def as_issued(office: Office, actor: Actor, case: str, language: str = AUTHORITATIVE) -> AsIssued:
    """The exact pages that would be issued now, without the draft mark, under the number that is next; nothing is written.

    The signature is added behind these bytes. Raises as ``issue``, but for ``Stale``.
    """
    people.require(actor, Permission.SEE_CASES)
    today = office.clock.today()
    with office.read() as session:
        file, context = matter(session, case, today)
        _check_state(file)
        number = service.next_number(session, context.letterhead.number_pattern, today)
    letters = versions_of(
        file, replace(context, number=number, draft=False), tuple(dict.fromkeys((AUTHORITATIVE, language)))
    )
    _check(file, letters, context.rewordings)
    content = letter_pdf.render([letters[-1]])
    return AsIssued(number, language, content, hashlib.sha256(content).hexdigest())


def foreseen(office: Office, actor: Actor, case: str, language: str) -> bytes:
    """The exact pages that would be issued; where something stands against the issue, the draft. Raises as ``compose``."""
    try:
        return as_issued(office, actor, case, language).content
    except CheckFailed:
        return render(office, actor, case, language, "pdf")


def issue_of(office: Office, actor: Actor, case: str) -> tuple[IssuedLetter, ...]:
    """Every sealed letter of a case that is in force. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.issued(session, case)


def number_of(office: Office, actor: Actor, case: str) -> str:
    """The number of the letter in force; empty before it is issued. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        sent = service.dispatch_of(session, case)
    return sent.number if sent else ""


def settings(office: Office) -> LetterSettings:
    """The office's letter settings."""
    with office.read() as session:
        return service.letter_settings(session)


def change_settings(office: Office, actor: Actor, new: LetterSettings) -> None:
    """Keep new letter settings. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        service.put_letter_settings(session, actor, new)


def _issue(
    session: Session,
    actor: Actor,
    case: str,
    today: date,
    wanted: Sequence[str] | None,
    twins: Sequence[str],
    expected: str | None,
    hands: Hands,
) -> tuple[IssuedLetter, ...]:
    file, context = matter(session, case, today)
    _check_state(file)
    number = service.draw_number(session, context.letterhead.number_pattern, today)
    context = replace(context, number=number, draft=False)
    theirs = _theirs(file, context)
    beside = sealing.chosen_twins(twins, theirs)
    chosen = dict.fromkeys((AUTHORITATIVE, *(wanted or theirs)))
    if refused := [each for each in (*chosen, *beside) if not allowed(each, context.drafted)]:
        raise BadInput("letters.drafted_not_allowed", language=", ".join(refused))
    letters = versions_of(file, context, tuple(chosen))
    enclosed = versions_of(file, context, beside, whole=True)
    # Drawn while they are checked; what a letter cannot be drawn for is told after what stands against it.
    drawings = sealing.begun(letters, enclosed, hands)
    _check(file, (*letters, *enclosed), context.rewordings)
    people.require_confirmed(actor, ISSUE, case, letters[0].content_digest)
    seal_key, at = certificates.open_key(session), records.now(session)
    made = [(each.letter, each.sealed(seal_key, at)) for each in drawings]
    first = made[0][1][0].making
    if expected is not None and first is not None and first.unsigned_sha256 != expected:
        raise Stale("issuing.not_as_previewed", theirs=number, mine=expected[:16], case=case)
    sealed = [service.seal(session, actor, letter, sealings) for letter, sealings in made]
    issued = tuple(each for letters_, _ in sealed for each in letters_)
    rows = [each for _, several in sealed for each in several]
    decisions.mark_issued(session, actor, case, issued, rows)
    return issued


def _check_state(file: CaseFile) -> None:
    if file.case.state is not State.COUNTERSIGNED:
        state = Message(f"cases.state_{file.case.state.value}")
        raise NotPermitted("letters.not_countersigned", case=file.case.id, state=state)


def _check(file: CaseFile, letters: Sequence[Letter], rewordings: Sequence[Rewording]) -> None:
    found = problems_of(file, letters, rewordings)
    if found:
        raise CheckFailed("letters.blocked", found, case=file.case.id)
    signed = file.rounds[-1].countersigned
    if signed is None or signed.content_digest != letters[0].content_digest:
        raise CheckFailed("letters.not_as_signed", case=file.case.id)


def matter(session: Session, case: str, today: date) -> tuple[CaseFile, LetterContext]:
    """The case file seen from the day of decision, and what the letter needs beside it.

    The day of decision is the day of the countersignature; before it, today. Number and day of dispatch are those of the
    issued letter, where there is one.
    """
    file = casefile.gather(session, case, today)
    signed = file.rounds[-1].countersigned if file.rounds else None
    sent = service.dispatch_of(session, case)
    decided = signed.at.astimezone(JAPAN).date() if signed else today
    if decided != file.seen_on:
        file = casefile.gather(session, case, decided)
    kept = service.letter_settings(session)
    return file, LetterContext(
        letterhead=authority.named(session, file, letterheads.of_kind(kept, file.case.kind.value)),
        number=sent.number if sent else "",
        decided_on=sent.decided_on if sent else decided,
        dispatched_on=sent.dispatched_on if sent else today,
        draft=sent is None,
        desks=kept.desks,
        desks_as_of=kept.desks_as_of,
        drafted=kept.drafted,
        rewordings=rewording.of_case(session, case),
        anchor=file.anchor,
    )


def _theirs(file: CaseFile, context: LetterContext) -> tuple[str, ...]:
    """The languages of this applicant's letters."""
    return written_in(file.case.applicant.language, file.framework, context.drafted)


def _proposal(file: CaseFile) -> Proposal:
    if file.proposal is None:
        raise BadInput("letters.nothing_proposed", case=file.case.id)
    return file.proposal


def versions_of(
    file: CaseFile, context: LetterContext, chosen: Sequence[str], *, whole: bool = False
) -> tuple[Letter, ...]:
    """The letter in each language chosen; ``whole``: easy Japanese sentence by sentence, not in its short form."""
    proposal = _proposal(file)
    return composing.compose_in(file, proposal, context, chosen, whole=whole)


def _composed(file: CaseFile, context: LetterContext, language: str) -> tuple[Letter, ...]:
    """The letter in a language; for one without wording the Japanese and the English one, and a note."""
    if language in languages(file.framework):
        return versions_of(file, context, (language,))
    first, *rest = versions_of(file, context, written_in(language, file.framework, context.drafted))
    note = Message("letters.no_wording_yet", {"language": language})
    return (replace(first, notes=(*first.notes, note.text("ja"), note.text("en"))), *rest)
