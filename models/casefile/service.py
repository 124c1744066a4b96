"""Gather everything about one case at one moment, and say which rows the record speaks of."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from models.absences.tables import AbsenceRow
from models.attachments.tables import AttachmentContentRow, AttachmentRow
from models.attestations import service as attestations
from models.attestations.tables import AttestationRow
from models.authority import service as authority
from models.authority.tables import AuthorityRow, SigningRow
from models.casefile.values import CaseFile
from models.cases import forms
from models.cases import service as cases
from models.cases.holds import service as holds
from models.cases.tables import CaseRow, HoldRow
from models.cases.turns.tables import TurnRow
from models.cases.values import State
from models.closings.tables import ClosingRow
from models.decisions import service as decisions
from models.decisions.drafts import service as drafts
from models.decisions.tables import DecisionDraftRow, RoundRow
from models.decisions.values import Round
from models.duedates import service as duedates
from models.duedates.tables import DueDateRow
from models.evidence.tables import EvidenceRow
from models.findings import service as findings
from models.findings.tables import FindingDraftRow, FindingRow
from models.frameworks.tables import FrameworkRevisionRow, FrameworkStepRow, FrameworkVersionRow
from models.households.tables import DistinctionRow, FindingCopyRow
from models.inquiries import service as inquiries
from models.inquiries.tables import InquiryRow, PictureRow
from models.likecases import service as likecases
from models.likecases.tables import ComparisonRow, WhyUnlikeRow
from models.people.tables import AccountRow, CredentialRow, PersonRow
from models.provisions.tables import ProvidedRow, ProvisionRow
from models.reapplications.tables import EarlierRow
from models.records import service as records
from models.representatives.tables import RepresentativeRow
from models.requests import service as requests
from models.requests.tables import ReplyRow, RequestPaperRow, RequestRow, UnaskedRow
from models.retention import service as retention
from models.retention.tables import HoldRow as RetentionHoldRow
from models.store.base import Base
from models.store.clock import JAPAN
from models.store.tables import SettingRow

TOLD: tuple[type[Base], ...] = (
    SettingRow, PersonRow, AccountRow, CredentialRow, CaseRow, EvidenceRow, FindingRow, RoundRow,
    FrameworkRevisionRow, FrameworkStepRow, FrameworkVersionRow,
    HoldRow, RequestRow, ReplyRow, RequestPaperRow, InquiryRow, PictureRow, AuthorityRow, SigningRow, UnaskedRow, DueDateRow,
    AttachmentContentRow, AttachmentRow, AttestationRow, ProvisionRow, ProvidedRow,
    TurnRow, AbsenceRow, EarlierRow, FindingCopyRow, DistinctionRow, RepresentativeRow, ClosingRow,
    ComparisonRow, WhyUnlikeRow,
)  # fmt: skip
"""The tables that a verification compares with the events (letters come on top)."""
_MAY_HAVE: tuple[type[Base], ...] = (
    FindingDraftRow, DecisionDraftRow, RequestRow, InquiryRow, HoldRow, SigningRow, AttestationRow, RetentionHoldRow, UnaskedRow,
    ComparisonRow,
)  # fmt: skip
_HAS = select(*(exists().where(each.__table__.c.case_id == bindparam("case")) for each in _MAY_HAVE))
_DECIDED = frozenset({State.COUNTERSIGNED, State.ISSUED, State.CLOSED})


def gather(session: Session, case: str, today: date) -> CaseFile:
    """The case file, its facts seen from ``today``, or from the day of the decision once there is one: what was decided
    does not grow older, and says what its letter says. Raises ``NotFound``."""
    row = cases.row_of(session, case)
    rounds = decisions.rounds(session, case)
    seen_on, has = _seen_on(State(row.state), rounds, today), _has(session, case)
    base = findings.ground(session, row, seen_on)
    return CaseFile(
        case=forms.case(row),
        framework=base.framework,
        evidence=base.evidence,
        facts=base.facts,
        findings=findings.of_case(session, case),
        drafts=findings.drafts(session, case) if FindingDraftRow in has else (),
        rounds=rounds,
        events=records.of_case(session, case),
        seen_on=seen_on,
        papers=drafts.of_case(session, case) if DecisionDraftRow in has else (),
        shelf=base.shelf,
        requests=requests.of_case(session, case) if RequestRow in has else (),
        inquiries=inquiries.of_case(session, case) if InquiryRow in has else (),
        holds=holds.standing(session, case) if HoldRow in has else (),
        signings=authority.signings(session, case) if SigningRow in has else (),
        attachments=base.papers,
        attestations=attestations.of_case(session, case, seen_on) if AttestationRow in has else (),
        takes_attestations=attestations.switch(session).on,
        kept=retention.kept(session, case),
        held_back=retention.hold_of(session, case) if RetentionHoldRow in has else None,
        due_dates=duedates.of_town(session, row.municipality),
        unasked=requests.unasked_of(session, case) if UnaskedRow in has else (),
        comparisons=likecases.of_case(session, case) if ComparisonRow in has else (),
        pending=decisions.due(session, case) if State(row.state) is State.PROPOSED and rounds else None,
    )


def _has(session: Session, case: str) -> frozenset[type[Base]]:
    """Which of what a case may have it has. Most have little of it: one question in place of ten."""
    found = session.execute(_HAS, {"case": case}).one()
    return frozenset(kind for kind, there in zip(_MAY_HAVE, found, strict=True) if there)


def _seen_on(state: State, rounds: Sequence[Round], today: date) -> date:
    signed = rounds[-1].countersigned if rounds else None
    if signed is None or state not in _DECIDED:
        return today
    return min(today, signed.at.astimezone(JAPAN).date())
