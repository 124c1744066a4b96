"""Verbs of rewordings: keep a draft, put a wording into the letter, put the standard wording back."""

from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases.tables import CaseRow
from models.cases.values import State
from models.decisions import service as decisions
from models.errors import BadInput, CheckFailed, NotPermitted, Problem, Severity, Stale
from models.evidence import my_number
from models.letters.rewording.tables import RewordingRow, WordingDraftRow
from models.letters.rewording.values import SavedWording, WordingDraft
from models.letters.values import Rewording
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading
from models.store.told import table_of

_ROW = table_of(RewordingRow)
_IN_FORCE = reading.of_case(RewordingRow, "language", "seq").where(_ROW.c.current.is_(True), _ROW.c.pattern != "")


def of_case(session: Session, case: str) -> tuple[Rewording, ...]:
    """The wordings in force, those put back to standard left out."""
    return tuple(_rewording(row) for row in reading.rows(session, _IN_FORCE, case=case))


def any_of(session: Session, case: str) -> bool:
    """Whether anybody ever worded, or began to word, a sentence of the case's letters."""
    first = session.scalar(select(RewordingRow.seq).where(RewordingRow.case_id == case).limit(1))
    return first is not None or bool(drafts(session, case))


def history(session: Session, case: str, language: str, sentence: str) -> tuple[Rewording, ...]:
    """Every wording of a sentence, oldest first."""
    asked = select(RewordingRow).where(
        RewordingRow.case_id == case, RewordingRow.language == language, RewordingRow.sentence == sentence
    )
    return tuple(_rewording(row) for row in session.scalars(asked.order_by(RewordingRow.revision)))


def drafts(session: Session, case: str) -> tuple[SavedWording, ...]:
    """What everybody keeps for a case's letters."""
    asked = select(WordingDraftRow).where(WordingDraftRow.case_id == case).order_by(WordingDraftRow.at)
    return tuple(_draft(row) for row in session.scalars(asked))


def save_draft(session: Session, actor: Actor, draft: WordingDraft) -> SavedWording | None:
    """Keep what a person wrote so far; an empty one is thrown away. No event: it is working paper. A My Number in it is
    masked, for none is ever stored. Raises ``NotPermitted``."""
    check_may(session, actor, draft.case)
    key = (draft.case, draft.language, draft.sentence, actor.login)
    if not draft.text.strip():
        drop_draft(session, *key)
        return None
    kept = session.get(WordingDraftRow, key)
    if kept is None:
        kept = WordingDraftRow(case_id=key[0], language=key[1], sentence=key[2], by=key[3])
        session.add(kept)
    kept.text, kept.at = my_number.mask(draft.text), records.now(session)
    session.flush()
    return _draft(kept)


def reword(
    session: Session, actor: Actor, new: WordingDraft, standard: str, problems: tuple[Problem, ...], base: int
) -> Rewording:
    """Put a wording into the letter; ``new.text`` is the pattern, empty for the standard wording back.

    ``problems`` are what the rules find in it, asked in this same transaction; ``base`` the revision it was begun from
    (0: none). Raises ``NotPermitted`` (role, another's case, its state), ``CheckFailed`` with what blocks, ``BadInput``
    where there is nothing to put back, ``Stale`` when somebody else worded the sentence meanwhile.
    """
    row = check_may(session, actor, new.case, lock=True)
    before = _current(session, new)
    if (before.revision if before else 0) != base:
        raise Stale("letters.wording_stale", theirs=before and _rewording(before), mine=new, sentence=new.sentence)
    if before is None and not new.text:
        raise BadInput("letters.not_worded", sentence=new.sentence)
    if blocking := tuple(each for each in problems if each.severity is Severity.BLOCK):
        raise CheckFailed("letters.wording_refused", blocking, sentence=new.sentence)
    made = RewordingRow(
        case_id=new.case,
        language=new.language,
        sentence=new.sentence,
        revision=base + 1,
        current=True,
        standard=standard,
        pattern=new.text,
        by=actor.login,
        at=records.now(session),
        seq=records.next_seq(session),
    )
    if before is not None:
        before.current = False
    session.add(made)
    row.version += 1
    drop_draft(session, new.case, new.language, new.sentence, actor.login)
    content = {
        "language": made.language,
        "sentence": made.sentence,
        "revision": made.revision,
        "standard": made.standard,
        "pattern": made.pattern,
    }
    records.append(session, Act(actor.login, "sentence_reworded", content, new.case), [made, row, *_told(before)])
    return _rewording(made)


def revision(session: Session, case: str, language: str, sentence: str) -> int:
    """The number of the revision in force; 0 when the sentence was never worded."""
    row = _current(session, WordingDraft(case, language, sentence, ""))
    return row.revision if row else 0


def revisions(session: Session, case: str, language: str) -> dict[str, int]:
    """The number of the revision in force of every sentence that was ever worded."""
    asked = select(RewordingRow.sentence, RewordingRow.revision).where(
        RewordingRow.case_id == case, RewordingRow.language == language, RewordingRow.current.is_(True)
    )
    return {row.sentence: row.revision for row in session.execute(asked)}


def check_may(session: Session, actor: Actor, case: str, *, lock: bool = False) -> CaseRow:
    """The case, if this person may word its letters now: its examiner while it is examined, and the second person while a
    proposal of somebody else waits for their signature. Raises ``NotPermitted``."""
    row = cases.row_of(session, case, lock=lock)
    if State(row.state) is not State.PROPOSED:
        people.require(actor, Permission.ASSESS)
        cases.check_own(row, actor)
        return row
    people.require(actor, Permission.COUNTERSIGN)
    if decisions.round_of(session, case, row.round).proposal.by == actor.login:
        raise NotPermitted("decisions.two_people", case=case, name=actor.name)
    return row


def drop_draft(session: Session, case: str, language: str, sentence: str, by: str) -> None:
    """Throw a draft away."""
    session.execute(
        delete(WordingDraftRow).where(
            WordingDraftRow.case_id == case,
            WordingDraftRow.language == language,
            WordingDraftRow.sentence == sentence,
            WordingDraftRow.by == by,
        )
    )


def _told(before: RewordingRow | None) -> list[RewordingRow]:
    return [] if before is None else [before]


def _current(session: Session, new: WordingDraft) -> RewordingRow | None:
    asked = select(RewordingRow).where(
        RewordingRow.case_id == new.case,
        RewordingRow.language == new.language,
        RewordingRow.sentence == new.sentence,
        RewordingRow.current.is_(True),
    )
    return session.scalars(asked).first()


def _rewording(row: RewordingRow | Row[Any]) -> Rewording:
    return Rewording(
        row.case_id, row.language, row.sentence, row.standard, row.pattern, row.revision, row.by, row.at, row.seq
    )


def _draft(row: WordingDraftRow) -> SavedWording:
    return SavedWording(WordingDraft(row.case_id, row.language, row.sentence, row.text), row.by, row.at)
