"""Verbs of the versions that an office drafts: begin, save, keep, propose, withdraw, return, publish, give up."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Stale
from models.evidence import my_number
from models.frameworks import editing
from models.frameworks.drafts import rules
from models.frameworks.drafts.values import Draft, DraftState, DraftText, Published, Revision, Step, Taken
from models.frameworks.service import digest_of, shelf, text_of
from models.frameworks.tables import FrameworkDraftRow, FrameworkRevisionRow, FrameworkStepRow, FrameworkVersionRow
from models.frameworks.values import FrameworkRef
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store.base import Base

_WORDS = 4_000
_CLOSED = {
    DraftState.PROPOSED: "frameworks.draft_proposed",
    DraftState.PUBLISHED: "frameworks.draft_published",
    DraftState.GIVEN_UP: "frameworks.draft_given_up",
}


def begin(session: Session, actor: Actor, based_on: FrameworkRef) -> DraftText:
    """Begin a draft on the text of a version. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.KEEP_RULES)
    text = _lines(text_of(session, based_on))
    row = FrameworkDraftRow(
        id=_next_id(session, based_on.id),
        framework_id=based_on.id,
        based_on=based_on.version,
        text=text,
        by=actor.login,
        at=records.now(session),
        saving=1,
    )
    session.add(row)
    first = _revision(session, actor, row, "")
    _record(session, actor, "rules_drafted", row, [first], revision=first.number)
    return DraftText(get(session, row.id), text)


def save(session: Session, actor: Actor, draft: str, text: str, base: int) -> Draft:
    """Keep what was typed. No event: it is working paper; what was kept stays beside it. A My Number in it is masked.

    ``base`` is the saving that the text grew from. Raises ``Stale`` (with both texts) when somebody saved since,
    ``NotPermitted``, ``NotFound``, ``BadInput`` for a text that is too large.
    """
    row = _writable(session, actor, draft)
    text = my_number.mask(_lines(text))
    if len(text.encode()) > rules.LONGEST:
        raise BadInput("frameworks.too_large", file=draft, bytes=len(text.encode()))
    if row.saving != base:
        raise Stale("frameworks.draft_stale", theirs=row.text, mine=text, draft=draft, by=row.by)
    _set_text(session, actor, row, text)
    return get(session, draft)


def keep(session: Session, actor: Actor, draft: str, note: str) -> Draft:
    """Keep the text as it stands as a revision, with a note: on the record. Raises ``NotPermitted``, ``NotFound``."""
    row = _writable(session, actor, draft)
    new = _revision(session, actor, row, _said(note))
    _record(session, actor, "rules_kept", row, [new], revision=new.number, digest=new.digest)
    return get(session, draft)


def propose(session: Session, actor: Actor, draft: str, in_force_from: date, comment: str) -> Draft:
    """Propose the text as it stands to take effect on a day, which is written into it; a second person publishes or returns it.

    Raises ``CheckFailed`` with everything that stands against it, ``NotPermitted``, ``NotFound``.
    """
    row = _writable(session, actor, draft)
    _set_text(session, actor, row, editing.put(row.text, ("in_force", "from"), in_force_from.isoformat()))
    version = _check(session, row.text, get(session, draft), in_force_from)
    new = _revision(session, actor, row, _said(comment))
    step = _step(session, actor, row, Step.PROPOSED, new.number, comment, version, in_force_from)
    told = {"version": version, "in_force_from": in_force_from.isoformat(), "digest": new.digest}
    _record(session, actor, "rules_proposed", row, [new, step], revision=new.number, comment=step.comment, **told)
    return get(session, draft)


def withdraw(session: Session, actor: Actor, draft: str, comment: str = "") -> Draft:
    """Take a proposal back to go on writing. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.KEEP_RULES)
    return _answer(session, actor, draft, Step.WITHDRAWN, "rules_withdrawn", comment)


def send_back(session: Session, actor: Actor, draft: str, comment: str) -> Draft:
    """Return a proposal to its writer, with what is to be done. Raises ``NotPermitted``, ``BadInput`` without words."""
    people.require(actor, Permission.APPROVE_RULES)
    if not comment.strip():
        raise BadInput("frameworks.draft_return_says_nothing", draft=draft)
    return _answer(session, actor, draft, Step.RETURNED, "rules_returned", comment)


def publish(session: Session, actor: Actor, draft: str, comment: str = "") -> Published:
    """Publish a proposal as it was proposed: from then on it never changes. A second person does it: not who proposed it, and
    not who wrote the revision that is proposed.

    Raises ``CheckFailed`` when its day has passed or another version took its place, ``NotPermitted``, ``NotFound``.
    """
    people.require(actor, Permission.APPROVE_RULES)
    row, asked = _proposed(session, draft)
    revision = _revision_of(session, draft, asked.revision)
    if actor.login in (asked.by, revision.by):
        raise NotPermitted("frameworks.draft_own", draft=draft, name=actor.name)
    assert asked.in_force_from is not None
    version = _check(session, revision.text, get(session, draft), asked.in_force_from)
    new = FrameworkVersionRow(
        framework_id=row.framework_id,
        version=version,
        text=revision.text,
        digest=revision.digest,
        in_force_from=asked.in_force_from,
        draft=draft,
        revision=asked.revision,
        proposed_by=asked.by,
        published_by=actor.login,
        at=records.now(session),
    )
    session.add(new)
    step = _step(session, actor, row, Step.PUBLISHED, asked.revision, comment, version, asked.in_force_from)
    told = {"version": version, "in_force_from": asked.in_force_from.isoformat(), "digest": revision.digest}
    _record(session, actor, "rules_published", row, [new, step], revision=asked.revision, comment=step.comment, **told)
    return _published(new)


def give_up(session: Session, actor: Actor, draft: str, comment: str = "") -> Draft:
    """Close a draft that will not be published. Raises ``NotPermitted``, ``NotFound``."""
    row = _writable(session, actor, draft)
    step = _step(session, actor, row, Step.GIVEN_UP, _last(session, draft), comment)
    _record(session, actor, "rules_given_up", row, [step], comment=step.comment)
    return get(session, draft)


def get(session: Session, draft: str) -> Draft:
    """A draft without its text. Raises ``NotFound``."""
    row = _row(session, draft)
    revisions = session.scalars(
        select(FrameworkRevisionRow).where(FrameworkRevisionRow.draft == draft).order_by(FrameworkRevisionRow.number)
    )
    steps = session.scalars(
        select(FrameworkStepRow).where(FrameworkStepRow.draft == draft).order_by(FrameworkStepRow.number)
    )
    return Draft(
        row.id,
        row.framework_id,
        row.based_on,
        row.saving,
        row.by,
        row.at,
        tuple(Revision(each.number, each.digest, each.note, each.by, each.at) for each in revisions),
        tuple(_taken(each) for each in steps),
    )


def text(session: Session, draft: str, revision: int | None = None) -> str:
    """The text of a draft as last saved, or of one of its revisions. Raises ``NotFound``."""
    if revision is None:
        return _row(session, draft).text
    return _revision_of(session, draft, revision).text


def listing(session: Session) -> tuple[Draft, ...]:
    """Every draft, the last one written in first."""
    ids = session.scalars(select(FrameworkDraftRow.id).order_by(FrameworkDraftRow.at.desc(), FrameworkDraftRow.id))
    return tuple(get(session, each) for each in ids.all())


def published(session: Session) -> tuple[Published, ...]:
    """The versions that the office published, the newest first."""
    asked = select(FrameworkVersionRow).order_by(FrameworkVersionRow.at.desc(), FrameworkVersionRow.framework_id)
    return tuple(_published(each) for each in session.scalars(asked))


def _answer(session: Session, actor: Actor, draft: str, what: Step, kind: str, comment: str) -> Draft:
    row, asked = _proposed(session, draft)
    step = _step(session, actor, row, what, asked.revision, comment)
    _record(session, actor, kind, row, [step], revision=asked.revision, comment=step.comment)
    return get(session, draft)


def _check(session: Session, words: str, draft: Draft, day: date) -> str:
    """The version that the text names. Raises ``CheckFailed`` with everything that stands against it."""
    found = rules.examine(words)
    problems = rules.to_propose(found, draft, day, session.info["clock"].today(), shelf(session))
    if problems or found.framework is None:
        raise CheckFailed("frameworks.draft_unsound", problems, draft=draft.id, count=len(problems))
    return found.framework.version


def _set_text(session: Session, actor: Actor, row: FrameworkDraftRow, words: str) -> None:
    if row.text != words:
        row.text, row.by, row.at, row.saving = words, actor.login, records.now(session), row.saving + 1
        session.flush()


def _writable(session: Session, actor: Actor, draft: str) -> FrameworkDraftRow:
    people.require(actor, Permission.KEEP_RULES)
    row = _row(session, draft, lock=True)
    state = get(session, draft).state
    if state is not DraftState.OPEN:
        raise NotPermitted(_CLOSED[state], draft=draft)
    return row


def _proposed(session: Session, draft: str) -> tuple[FrameworkDraftRow, Taken]:
    row = _row(session, draft, lock=True)
    asked = get(session, draft).proposal
    if asked is None:
        raise NotPermitted("frameworks.draft_not_proposed", draft=draft)
    return row, asked


def _row(session: Session, draft: str, *, lock: bool = False) -> FrameworkDraftRow:
    row = session.get(FrameworkDraftRow, draft, with_for_update=lock)
    if row is None:
        raise NotFound("frameworks.draft_unknown", draft=draft)
    return row


def _revision(session: Session, actor: Actor, row: FrameworkDraftRow, note: str) -> FrameworkRevisionRow:
    new = FrameworkRevisionRow(
        draft=row.id,
        number=_last(session, row.id) + 1,
        text=row.text,
        digest=digest_of(row.text),
        note=note,
        by=actor.login,
        at=records.now(session),
    )
    session.add(new)
    return new


def _revision_of(session: Session, draft: str, number: int) -> FrameworkRevisionRow:
    row = session.get(FrameworkRevisionRow, (draft, number))
    if row is None:
        raise NotFound("frameworks.draft_no_revision", draft=draft, number=number)
    return row


def _step(
    session: Session, actor: Actor, row: FrameworkDraftRow, what: Step, revision: int, comment: str,
    version: str = "", day: date | None = None,
) -> FrameworkStepRow:  # fmt: skip
    asked = select(func.max(FrameworkStepRow.number)).where(FrameworkStepRow.draft == row.id)
    new = FrameworkStepRow(
        draft=row.id,
        number=(session.scalar(asked) or 0) + 1,
        step=what.value,
        revision=revision,
        version=version,
        in_force_from=day,
        comment=_said(comment),
        by=actor.login,
        at=records.now(session),
    )
    session.add(new)
    return new


def _record(
    session: Session, actor: Actor, kind: str, row: FrameworkDraftRow, rows: Iterable[Base], **more: object
) -> None:
    content = {"draft": row.id, "framework": row.framework_id, "based_on": row.based_on, **more}
    records.append(session, Act(actor.login, kind, content), rows)


def _last(session: Session, draft: str) -> int:
    asked = select(func.max(FrameworkRevisionRow.number)).where(FrameworkRevisionRow.draft == draft)
    return session.scalar(asked) or 0


def _next_id(session: Session, framework: str) -> str:
    asked = select(func.count()).select_from(FrameworkDraftRow).where(FrameworkDraftRow.framework_id == framework)
    return f"{framework}.{(session.scalar(asked) or 0) + 1}"


def _said(words: str) -> str:
    return my_number.mask(words.strip())[:_WORDS]


def _lines(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n")


def _taken(row: FrameworkStepRow) -> Taken:
    return Taken(Step(row.step), row.revision, row.version, row.in_force_from, row.comment, row.by, row.at)


def _published(row: FrameworkVersionRow) -> Published:
    return Published(
        row.framework_id,
        row.version,
        row.digest,
        row.in_force_from,
        row.draft,
        row.revision,
        row.proposed_by,
        row.published_by,
        row.at,
    )
