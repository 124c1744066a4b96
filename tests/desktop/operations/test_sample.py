"""The synthetic office: believable, varied, the same for the same seed, and made through the services."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import cases, deadlines, people, records, representatives, sample, turns
from desktop.operations.invented.people import nationalities
from models.casefile.values import CaseFile
from models.cases.turns.values import TurnKind
from models.cases.values import Kind, State
from models.decisions import rules as decisions
from models.errors import BadInput
from models.evidence import my_number
from models.findings.values import FindingState
from models.frameworks import library
from models.inquiries.values import InquiryKind, InquiryState
from models.intake.values import Cancelled
from models.people.values import Role
from models.requests.values import RequestState
from models.store.office import Office

TODAY = date(2026, 11, 20)
NUMBER = 40


def made(folder: Path, seed: int = 7, number: int = NUMBER, **options: object) -> Office:
    """A synthetic office."""
    where = folder / f"sample{len(list(folder.iterdir()))}.akashi"
    return sample.make(where, "sample", number, seed, today=TODAY, **options)  # type: ignore[arg-type]  # named in each test


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for the tests that only look."""
    with made(tmp_path_factory.mktemp("sample"), letters=2) as office:
        yield office


@pytest.fixture(scope="module")
def files(office: Office) -> tuple[CaseFile, ...]:
    """Every case file."""
    return tuple(cases.gather(office, each.id) for each in cases.listing(office))


def test_every_state_and_route_and_many_nationalities(files: tuple[CaseFile, ...]) -> None:
    assert {each.case.state for each in files} == set(State)
    frameworks = [each for each in library.all_() if each.in_force_on(TODAY) and each.kind in set(Kind)]
    routes = {(each.kind, route.key) for each in frameworks for route in each.routes}
    assert {(each.case.kind.value, each.case.route) for each in files} == routes
    assert len({each.case.applicant.nationality for each in files}) >= 12
    assert len(nationalities()) >= 12


def test_names_have_readings_and_some_are_rare(files: tuple[CaseFile, ...]) -> None:
    assert all(each.case.applicant.name_reading for each in files)
    names = "".join(each.case.applicant.name for each in files)
    assert any("\u4e00" <= char <= "\u9fff" for char in names)
    assert any("A" <= char <= "Z" for char in names)


def test_clean_and_hard_cases(files: tuple[CaseFile, ...]) -> None:
    adverse = [any(fact.adverse and fact.value for fact in each.facts) for each in files]
    assert 0.15 < sum(adverse) / len(adverse) < 0.85
    values = Counter(f.key for each in files for f in each.facts if f.parent is None and f.value)
    for part in ("months_late", "exempt", "withheld"):
        assert any(key.endswith(part) for key in values), part


def test_decided_cases_pass_the_gate(files: tuple[CaseFile, ...]) -> None:
    decided = [each for each in files if each.case.state in (State.PROPOSED, State.COUNTERSIGNED, State.RETURNED)]
    assert decided
    for file in decided:
        assert file.proposal is not None
        assert decisions.gate(file, file.proposal.outcome, file.proposal.weighing).ok
        assert all(file.state_of(criterion.key).is_answer for criterion in file.criteria)
    states = {finding.finding for each in files for finding in each.findings}
    assert {FindingState.MET, FindingState.NOT_MET} <= states


def test_no_my_number_anywhere(files: tuple[CaseFile, ...]) -> None:
    said = [str(value) for file in files for piece in file.evidence for value in (*piece.values.values(), piece.source)]
    said += [str(value) for file in files for value in asdict(file.case).values()]
    said += [reason.text for file in files for finding in file.findings for reason in finding.reasons]
    assert [each for each in said if my_number.find(each)] == []


def test_the_record_holds_and_time_never_runs_ahead(office: Office) -> None:
    assert records.verify(office).ok
    newest = records.page(office, people.sign_in(office, "auditor1", sample.PASSWORD))[1]
    assert newest.at.date() < TODAY


def test_the_week_between_opening_and_proposing(files: tuple[CaseFile, ...], office: Office) -> None:
    """Some of each that an examiner's week holds, and a family and a second application with the same people."""
    asked = {each.state for file in files for each in file.requests}
    assert {RequestState.SENT, RequestState.PART, RequestState.ANSWERED, RequestState.FOLLOWED} <= asked
    assert {(each.kind, each.state) for file in files for each in file.inquiries} >= {
        (InquiryKind.INTERVIEW, InquiryState.DONE),
    }
    head = people.sign_in(office, "supervisor1", sample.PASSWORD)
    courses = [turns.listing(office, head, file.case.id) for file in files]
    assert {each.kind for made in courses for each in made} >= {
        TurnKind.TRANSFERRED, TurnKind.HANDED_OVER, TurnKind.WITHDRAWN,
    }  # fmt: skip
    family = [file.case for file in files if file.case.household]
    assert len(family) == 3
    assert len({each.applicant.address for each in family}) == 1
    assert len({each.applicant.name for each in family}) == 3
    again = [pair for file in files for pair in turns.earlier(office, head, file.case.id)]
    assert len(again) == 1
    assert any(representatives.listing(office, head, file.case.id) for file in files)
    assert len(turns.away(office, head)) == 1
    assert len(deadlines.closing_days(office, head)) == 1


def test_letters_are_limited(office: Office, files: tuple[CaseFile, ...]) -> None:
    sent = [each for each in files if any(event.kind == "issued" for event in each.events)]
    assert len(sent) == 2


def test_everyone_can_sign_in(office: Office) -> None:
    roles = {
        "examiner1": Role.EXAMINER, "examiner4": Role.EXAMINER, "supervisor1": Role.SUPERVISOR, "supervisor2": Role.SUPERVISOR,
        "rules1": Role.RULE_KEEPER, "auditor1": Role.AUDITOR, "admin1": Role.ADMINISTRATOR,
    }  # fmt: skip
    assert {login: people.sign_in(office, login, "sample").role for login in roles} == roles


def told(office: Office) -> list[object]:
    """Everything that the seed decides: cases, evidence, findings, and who did what when."""
    found: list[object] = []
    for each in cases.listing(office):
        file = cases.gather(office, each.id)
        events = [(e.at, e.who, e.kind) for e in file.events]
        found.append((file.case, file.evidence, file.findings, file.drafts, file.rounds, events))
    return found


def test_the_same_seed_makes_the_same_office(tmp_path: Path) -> None:
    with made(tmp_path, number=12, letters=1) as first, made(tmp_path, number=12, letters=1) as second:
        assert told(first) == told(second)
    with made(tmp_path, number=12, letters=1, seed=8) as other:
        assert [each.applicant for each in cases.listing(other)] != [each[0].applicant for each in told(first)]  # type: ignore[index]  # tuples


def test_cancelled_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        made(tmp_path, progress=lambda _done, _total: False)
    assert list(tmp_path.iterdir()) == []


def test_an_office_that_stands_there_is_not_touched(tmp_path: Path) -> None:
    where = tmp_path / "office.akashi"
    sample.make(where, "sample", 0, 1, today=TODAY).close()
    before = where.read_bytes()
    with pytest.raises(BadInput):
        sample.make(where, "sample", 1, 1, today=TODAY)
    assert where.read_bytes() == before


def test_a_day_before_any_framework(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        sample.make(tmp_path / "a.akashi", "sample", 1, 1, today=date(1990, 1, 1))
    assert refused.value.message.code == "sample.no_framework"
    assert list(tmp_path.iterdir()) == []
