"""What tests stand on: an office with a person of each role, a case with its evidence, findings on every criterion.

Everything is synthetic and the same in every run; the clock stands at noon of 1 July 2026 in Japan.
"""

import atexit
import shutil
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from desktop.operations import cases as case_ops
from desktop.operations import offices, people
from models.casefile.values import CaseFile
from models.cases import service as cases
from models.cases.values import Applicant, Kind, NewCase
from models.evidence import service as evidence
from models.evidence.values import (
    Duty,
    Employment,
    EvidenceKind,
    Income,
    LanguageTest,
    NewEvidence,
    Obligation,
    PaymentStatus,
    Record,
    Statement,
    StatusPeriod,
    Stay,
    Tie,
)
from models.findings import service as findings
from models.findings.values import Finding, FindingDraft, FindingState, Reason
from models.frameworks.values import Criterion
from models.people.values import CONSOLE, Actor, Person, Role
from models.store.clock import Clock, fixed
from models.store.keys import Hardness
from models.store.office import Office
from tests.postgres import backends

NOON = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
TODAY = date(2026, 7, 1)
PASSPHRASE = "correct horse battery staple"
PASSWORD = "long enough"
UNIT = "東京第一"
SOFT = Hardness(8, 1)
"""argon2id as weak as it can be: tests sign in often."""

EXAMINER = Actor("examiner1", "佐藤 花子", Role.EXAMINER, UNIT)
EXAMINER2 = Actor("examiner2", "鈴木 一郎", Role.EXAMINER, UNIT)
SUPERVISOR = Actor("supervisor1", "高橋 誠", Role.SUPERVISOR, UNIT)
SUPERVISOR2 = Actor("supervisor2", "田中 恵", Role.SUPERVISOR, UNIT)
RULE_KEEPER = Actor("rules1", "伊藤 実", Role.RULE_KEEPER, None)
AUDITOR = Actor("auditor1", "渡辺 直子", Role.AUDITOR, None)
ADMIN = Actor("admin1", "山本 健", Role.ADMINISTRATOR, None)
EVERYONE = (EXAMINER, EXAMINER2, SUPERVISOR, SUPERVISOR2, RULE_KEEPER, AUDITOR, ADMIN)


def office(folder: Path, clock: Clock | None = None, name: str = "office.akashi") -> Office:
    """An open office under ``folder`` with a person of each role (password ``PASSWORD``) and no case.

    Its acts need no signature, so that tests may act as anybody; ``signed_office`` is as strict as a person's own.
    """
    if backends.on_server():
        return backends.office(furnish, MADE, clock or fixed(NOON))
    where = folder / name
    shutil.copyfile(_template(), where)
    return opened(where, clock)


def signed_office(where: Path, clock: Clock | None = None) -> Office:
    """As a person would make it: what two people do is refused without their own signature."""
    with offices.create(where, PASSPHRASE, "試験局", MADE, SOFT) as made:
        furnish(made)
    return opened(where, clock)


def opened(where: Path, clock: Clock | None = None) -> Office:
    """An office of the tests that lies at ``where``; its key is derived once a run, because all have the same salt
    (``conftest.keys_derived_once``)."""
    return offices.open_(where, PASSPHRASE, clock or fixed(NOON))


@cache
def _template() -> Path:
    """Made once a run; every office of the tests is a copy of it."""
    folder = tempfile.TemporaryDirectory(prefix="akashi-tests-")
    atexit.register(folder.cleanup)
    where = Path(folder.name) / "template.akashi"
    with offices.create(where, PASSPHRASE, "試験局", MADE, SOFT, signed=False) as made:
        furnish(made)
    return where


MADE = fixed(datetime(2026, 6, 1, tzinfo=UTC))


def furnish(made: Office) -> None:
    """A person of each role."""
    for actor in EVERYONE:
        person = Person(actor.login, actor.name, actor.role, actor.unit)
        people.add_person(made, CONSOLE, person, PASSWORD, SOFT)


def new_case(case: str = "A-001", **changes: object) -> NewCase:
    """A case on its way in: permanent residence, general route. ``changes`` are fields of it or of its applicant."""
    who: dict[str, object] = {
        "name": "グエン ティ ラン", "name_reading": "グエンティラン", "born_on": date(1988, 4, 12), "nationality": "VNM",
        "current_status": "engineer_humanities", "stay_until": date(2027, 3, 31), "language": "en", "sex": "female",
        "address": "東京都新宿区西新宿1-2-3", "municipality": "新宿区",
    }  # fmt: skip
    said: dict[str, object] = {
        "kind": Kind.PERMANENT_RESIDENCE, "route": "general", "received_on": date(2026, 4, 6), "unit": UNIT,
        "receipt_number": f"R-{case}",
    }  # fmt: skip
    for key, value in changes.items():
        (who if key in who or key == "confidential" else said)[key] = value
    return NewCase(id=case, applicant=Applicant(**who), **said)  # type: ignore[arg-type]  # names checked at run time


def evidence_of(case: str = "A-001") -> list[NewEvidence]:
    """Ordinary pieces: ten years of stay, 24 months of pension (one late), tax of three years, work, language, ties."""
    rows = [
        _piece(case, EvidenceKind.STAY, Stay(date(2015, 10, 1), date(2019, 8, 1))),
        _piece(case, EvidenceKind.STAY, Stay(date(2019, 8, 20), None)),
        _piece(case, EvidenceKind.STATUS, StatusPeriod("student", date(2015, 10, 1), date(2019, 3, 31))),
        _piece(case, EvidenceKind.STATUS, StatusPeriod("engineer_humanities", date(2019, 4, 1), None)),
        _piece(
            case, EvidenceKind.EMPLOYMENT, Employment("株式会社みどり", "full_time", date(2019, 4, 1), None, 4_200_000)
        ),
        _piece(case, EvidenceKind.LANGUAGE, LanguageTest("JLPT", "N2", 118, date(2018, 12, 2))),
        _piece(case, EvidenceKind.TIE, Tie("housing", date(2020, 5, 1), None, "賃貸住宅に居住")),
        _piece(case, EvidenceKind.STATEMENT, Statement("reasons", date(2026, 4, 6), "日本で働き続けたい。")),
    ]
    rows += [_piece(case, EvidenceKind.INCOME, Income(year, 4_000_000 + year, 1)) for year in (2023, 2024, 2025)]
    for n in range(24):
        rows.append(
            _piece(case, EvidenceKind.OBLIGATION, _month(Duty.NATIONAL_PENSION, 2024 + (n + 3) // 12, (n + 3) % 12 + 1))
        )
        rows.append(
            _piece(case, EvidenceKind.OBLIGATION, _month(Duty.RESIDENT_TAX, 2024 + (n + 3) // 12, (n + 3) % 12 + 1))
        )
    return rows


def _month(duty: Duty, year: int, month: int) -> Obligation:
    due = date(year + month // 12, month % 12 + 1, 28)
    late = duty is Duty.NATIONAL_PENSION and (year, month) == (2025, 5)
    paid = date(2025, 8, 15) if late else due
    return Obligation(duty, f"{year}-{month:02}", due, paid, 16_980, PaymentStatus.PAID)


def _piece(case: str, kind: EvidenceKind, record: Record) -> NewEvidence:
    """One row; the whole record is what it speaks of, but for a duty's month."""
    identity: tuple[object, ...] = (repr(record),)
    if isinstance(record, Obligation):
        identity = (record.duty.value, record.period)
    return NewEvidence(case, kind, identity, record, "日本年金機構", date(2026, 5, 1), f"受-{kind.value}")


def ready_case(where: Office, case: str = "A-001", **changes: object) -> str:
    """A case with its evidence in the office, received and with nobody yet."""
    with where.begin() as session:
        cases.insert_new(session, CONSOLE, [new_case(case, **changes)], {"what": "cases"})
        evidence.add(session, CONSOLE, evidence_of(case), {"what": "evidence"})
    return case


def many_cases(where: Office, count: int, **changes: object) -> list[str]:
    """Bare cases ``B-00001`` …, due on different days."""
    new = [new_case(f"B-{n:05}", received_on=date(2026, 1 + n % 6, 1 + n % 28), **changes) for n in range(count)]
    with where.begin() as session:
        return list(cases.insert_new(session, CONSOLE, new, {"what": "cases"}).new)


def case_file(where: Office, case: str = "A-001") -> CaseFile:
    """The case file as it stands."""
    return case_ops.gather(where, case)


def draft(
    file: CaseFile, criterion: Criterion, finding: FindingState = FindingState.MET, text: str = ""
) -> FindingDraft:
    """A finding that rests on the first fact that bears on the criterion, or on the application form."""
    facts = [fact.id for fact in file.facts_of(criterion) if fact.value is not None][:1]
    code = criterion.reasons[0].code if finding is FindingState.NOT_MET else None
    if finding is FindingState.MET and criterion.grounds:
        code = criterion.grounds[0].code
    before = file.finding(criterion.key)
    words = text or "提出された資料から、この項目について必要な事実が確認できる。"
    reason = Reason(code, tuple(facts), () if facts else ("E1",), words)
    return FindingDraft(file.case.id, criterion.key, finding, (reason,), before.revision if before else 0)


def find_all(where: Office, actor: Actor = EXAMINER, case: str = "A-001", not_met: Iterable[str] = ()) -> list[Finding]:
    """Findings on every criterion of the case: met, but for the keys in ``not_met``."""
    file = case_file(where, case)
    wanted = frozenset(not_met)
    states = {each.key: FindingState.NOT_MET if each.key in wanted else FindingState.MET for each in file.criteria}
    with where.begin() as session:  # in one transaction, on one reading of the evidence: most tests only stand on these
        base = findings.ground(session, case, where.clock.today())
        drafts = [draft(file, each, states[each.key]) for each in file.criteria]
        return [findings.record(session, actor, each, base) for each in drafts]
