"""Verbs of attached papers: keep one, read it."""

import hashlib
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from models.attachments import rules
from models.attachments.tables import AttachmentContentRow, AttachmentRow
from models.attachments.values import MOST_PAGES, Attachment, Media, NewAttachment
from models.cases import service as cases
from models.errors import BadInput, NotFound
from models.evidence import my_number
from models.evidence import service as evidence
from models.evidence.rows import number_of
from models.evidence.values import Document, EvidenceKind, NewEvidence
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading, told

_OF_CASE = reading.of_case(AttachmentRow, "number")


def attach(session: Session, actor: Actor, new: NewAttachment, pages: int) -> Attachment:
    """Keep a paper with a case: it becomes a piece of evidence. ``pages``: as counted in the process of its own.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (size, kind, a My Number in its words, the same paper again).
    """
    people.require(actor, Permission.IMPORT)
    rules.check_words(new.name, new.source, new.note)
    media = rules.media_of(new.name, new.content)
    if not 1 <= pages <= MOST_PAGES:
        raise BadInput("attachments.pages", name=new.name, pages=pages, most=MOST_PAGES)
    row = cases.row_of(session, new.case, lock=True)
    sha256 = hashlib.sha256(new.content).hexdigest()
    if any(each.sha256 == sha256 for each in of_case(session, new.case)):
        raise BadInput("attachments.there", name=new.name, case=new.case)
    today = session.info["clock"].today()
    record = Document("attachment", new.name, today, new.note)
    identity = ("attachment", sha256)
    piece = NewEvidence(new.case, EvidenceKind.DOCUMENT, identity, record, new.source, new.as_of or today)
    (key,), said = evidence.put(session, new.case, [piece])
    written = _write(session, actor, new, (number_of(key) or 0, media, pages, sha256))
    row.is_new = True
    content = {"added": [key], "name": new.name, "sha256": sha256, "pages": pages, "size": len(new.content)}
    session.flush()
    told_rows = [*said, *(told.of_row(each) for each in (*written, row))]
    records.append_many(session, [(Act(actor.login, "paper_attached", content, new.case), told_rows)])
    return _value(written[0])


def of_case(session: Session, case: str) -> tuple[Attachment, ...]:
    """The papers of a case, in order."""
    return tuple(_value(row) for row in reading.rows(session, _OF_CASE, case=case))


def content(session: Session, case: str, key: str) -> tuple[Attachment, bytes]:
    """A paper and its bytes. Raises ``NotFound``; ``BadInput`` where the bytes are not what was kept."""
    row = session.get(AttachmentRow, (case, number_of(key) or 0))
    if row is None:
        raise NotFound("attachments.unknown", case=case, evidence=my_number.mask(key))
    kept = session.get(AttachmentContentRow, (case, row.sha256))
    if kept is None or hashlib.sha256(kept.content).hexdigest() != row.sha256:
        raise BadInput("attachments.damaged", case=case, evidence=key)
    return _value(row), kept.content


def _write(
    session: Session, actor: Actor, new: NewAttachment, seen: tuple[int, Media, int, str]
) -> tuple[AttachmentRow, AttachmentContentRow]:
    number, media, pages, sha256 = seen
    row = AttachmentRow(
        case_id=new.case, number=number, name=new.name, media=media.value, size=len(new.content), pages=pages,
        sha256=sha256, by=actor.login, at=records.now(session),
    )  # fmt: skip
    kept = AttachmentContentRow(case_id=new.case, sha256=sha256, content=new.content)
    session.add(kept)
    session.flush()
    session.add(row)
    session.flush()
    return row, kept


def _value(row: AttachmentRow | Row[Any]) -> Attachment:
    return Attachment(
        row.case_id, f"E{row.number}", row.name, Media(row.media), row.size, row.pages, row.sha256, row.by, row.at
    )
