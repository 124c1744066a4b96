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
from models.cases.holds import service as holds
from models.cases.standing import service as standing
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
from models.store import reading
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
    FindingDraftRow, DecisionDraftRow, RequestRow, InquiryRow, HoldRow, SigningRow, AttestationRow, AttachmentRow,
    RetentionHoldRow, UnaskedRow, ComparisonRow,
)  # fmt: skip
_HAS = select(*(exists().where(each.__table__.c.case_id == bindparam("case")) for each in _MAY_HAVE))
_DECIDED = frozenset({State.COUNTERSIGNED, State.ISSUED, State.CLOSED})


def gather(session: Session, case: str, today: date) -> CaseFile:
    """The case file, its facts seen from ``today``, or from the day of the decision once there is one: what was decided
    does not grow older, and says what its letter says. Raises ``NotFound``."""
    row = standing.row_of(session, case)
    rounds = decisions.rounds(session, case)
    seen_on, lacks = _seen_on(State(row.state), rounds, today), _lacks(session, case)
    base = findings.ground(session, row, seen_on, lacks=lacks)
    return CaseFile(
        case=forms.case(row),
        framework=base.framework,
        evidence=base.evidence,
        facts=base.facts,
        findings=findings.of_case(session, case),
        drafts=() if FindingDraftRow in lacks else findings.drafts(session, case),
        rounds=rounds,
        events=records.of_case(session, case),
        seen_on=seen_on,
        papers=() if DecisionDraftRow in lacks else drafts.of_case(session, case),
        shelf=base.shelf,
        requests=() if RequestRow in lacks else requests.of_case(session, case),
        inquiries=() if InquiryRow in lacks else inquiries.of_case(session, case),
        holds=() if HoldRow in lacks else holds.standing(session, case),
        signings=() if SigningRow in lacks else authority.signings(session, case),
        attachments=base.papers,
        attestations=() if AttestationRow in lacks else attestations.of_case(session, case, seen_on),
        takes_attestations=attestations.switch(session).on,
        kept=retention.kept(session, case) if retention.ended(row.state) else None,
        held_back=None if RetentionHoldRow in lacks else retention.hold_of(session, case),
        due_dates=duedates.of_town(session, row.municipality),
        unasked=() if UnaskedRow in lacks else requests.unasked_of(session, case),
        comparisons=() if ComparisonRow in lacks else likecases.of_case(session, case),
        pending=decisions.due(session, case) if State(row.state) is State.PROPOSED and rounds else None,
    )


def _lacks(session: Session, case: str) -> frozenset[type[Base]]:
    """Which of what a case may have it has not. Most have little of it: one question in place of eleven."""
    (found,) = reading.rows(session, _HAS, case=case)
    return frozenset(kind for kind, there in zip(_MAY_HAVE, found, strict=True) if not there)


def _seen_on(state: State, rounds: Sequence[Round], today: date) -> date:
    signed = rounds[-1].countersigned if rounds else None
    if signed is None or state not in _DECIDED:
        return today
    return min(today, signed.at.astimezone(JAPAN).date())
