"""Signatures inside the record: which acts a person signs, when a checkpoint of everybody's acts is due."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from models.errors import NotPermitted
from models.records import chain
from models.records.signatures import Signer
from models.records.tables import EventRow
from models.records.values import Act, Event, Witness
from models.store.office import UNSIGNED

SIGNED = frozenset(
    {"endorsed", "countersigned", "issued", "correction_countersigned", "correction_issued", "report.released"}
    | {"disposal_approved"}
)
"""Acts of two people, and the last step out of the house: signed with the person's own key, which their password opens for
this act; anchored at once."""
CHECKPOINT = "checkpoint"
WITNESSED = frozenset(
    {CHECKPOINT, "rules_published", "authority_approved", "disposed", "person_added", "password_reset"}
)
"""Signed with the key that the sign-in opened: a checkpoint of the record, what a second person puts in force, each tombstone, and
whatever gives a person a key. The console has none."""
KEY_MADE = "key_made"
SIGNATURE = "signature"
CHECKPOINT_EVERY = timedelta(minutes=10)
"""No act stands longer than this behind the last signature, as long as anybody works."""
CREATED = "office_created"
CONSOLE = "console"
_BATCH = 5_000
HELD = (
    EventRow.seq,
    type_coerce(EventRow.at, String),
    EventRow.who,
    EventRow.kind,
    EventRow.case_id,
    EventRow.content,
    EventRow.link,
)
"""An event as its bytes lie in the table (``chain.Held``)."""


def signer_of(session: Session, act: Act) -> Signer | None:
    """Who signs an act; ``None``: it is not signed. Raises ``NotPermitted`` where nobody does and somebody must."""
    if act.kind not in SIGNED | WITNESSED:
        return None
    signer: Signer | None = session.info.get("signer")
    if act.kind in WITNESSED and signer is None:
        witness: Witness | None = session.info.get("witness")
        signer = witness.signer if witness is not None and witness.who == act.who else None
    if act.kind in SIGNED and signer is not None and not signer.confirmed:
        raise NotPermitted("records.confirm_first")
    if signer is None and act.who != CONSOLE and signed_from(session) is not None:
        raise NotPermitted("records.confirm_first")
    return signer


def signature(signer: Signer, held: chain.Held, previous: str) -> dict[str, str]:
    """What stands in an act's content beside the rest of it."""
    return {"key": signer.public, "value": signer.sign(chain.statement(held, previous))}


def checkpoint(session: Session, last: Event) -> Act:
    """What is signed is the link before it: all that was recorded until then."""
    witness: Witness = session.info["witness"]
    return Act(witness.who, CHECKPOINT, {"seq": last.seq, "link": last.link})


def checkpoint_due(session: Session, events: Sequence[Event]) -> bool:
    """Whether an act stands behind the last signature for too long; who works here must be known."""
    pulse = session.info.get("pulse")
    if session.info.get("witness") is None or pulse is None:
        return False
    if any(SIGNATURE in each.content for each in events):
        pulse[UNSIGNED] = None
        return False
    if UNSIGNED not in pulse:
        pulse[UNSIGNED] = unsigned_since(session)
    since: datetime = pulse[UNSIGNED] or events[0].at
    due = events[-1].at - since >= CHECKPOINT_EVERY
    pulse[UNSIGNED] = None if due else since
    return due


def unsigned_since(session: Session) -> datetime | None:
    """When the first act behind the last signature was done; ``None``: there is none."""
    asked = select(func.max(EventRow.seq)).where(EventRow.kind.in_(SIGNED | {CHECKPOINT}))
    last = session.scalar(asked) or 0
    return session.scalar(select(EventRow.at).where(EventRow.seq == last + 1))


def signed_from(session: Session) -> int | None:
    """From which event on whatever is to be signed must be; ``None``: an office from before that, or one that said no."""
    asked = select(EventRow.seq, EventRow.content).where(EventRow.kind == CREATED).order_by(EventRow.seq).limit(1)
    row = session.execute(asked).one_or_none()
    return row.seq if row is not None and json.loads(row.content).get("signed") else None


def signed_acts(session: Session, after: int = 0) -> Iterator[tuple[chain.Held, str]]:
    """Every act behind number ``after`` that a person signs, or that gives a person a key, with the link before it."""
    before = aliased(EventRow)
    asked = (
        select(*HELD, before.link)
        .outerjoin(before, before.seq == EventRow.seq - 1)
        .where(EventRow.seq > after, EventRow.kind.in_(SIGNED | WITNESSED | {KEY_MADE}))
        .order_by(EventRow.seq)
    )
    for row in session.execute(asked.execution_options(yield_per=_BATCH)):
        yield chain.Held(*row[:7]), row[7] or chain.GENESIS
