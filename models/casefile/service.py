"""Gather everything about one case at one moment, and say which rows the record speaks of."""

from datetime import date

from sqlalchemy.orm import Session

from models.casefile.values import CaseFile
from models.cases import forms
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.decisions import drafts
from models.decisions import service as decisions
from models.decisions.tables import RoundRow
from models.evidence.tables import EvidenceRow
from models.findings import service as findings
from models.findings.tables import FindingRow
from models.people.tables import CredentialRow, PersonRow
from models.records import service as records
from models.store.base import Base
from models.store.tables import SettingRow

TOLD: tuple[type[Base], ...] = (SettingRow, PersonRow, CredentialRow, CaseRow, EvidenceRow, FindingRow, RoundRow)
"""The tables that a verification compares with the events (letters come on top)."""


def gather(session: Session, case: str, today: date) -> CaseFile:
    """The case file, its facts seen from ``today``. Raises ``NotFound``."""
    row = cases.row_of(session, case)
    base = findings.ground(session, row, today)
    return CaseFile(
        case=forms.case(row),
        framework=base.framework,
        evidence=base.evidence,
        facts=base.facts,
        findings=findings.of_case(session, case),
        drafts=findings.drafts(session, case),
        rounds=decisions.rounds(session, case),
        events=records.of_case(session, case),
        seen_on=today,
        papers=drafts.of_case(session, case),
    )
