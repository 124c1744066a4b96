"""A finding whose facts changed is flagged and confirmed in one act; the value before is kept. Old records are shown as old."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import findings as ops
from desktop.operations import records
from models.decisions import rules
from models.errors import NotFound, NotPermitted
from models.evidence import service as evidence
from models.evidence.values import Duty, EvidenceKind, NewEvidence, Obligation, PaymentStatus
from models.facts.changed import changed
from models.facts.staleness import is_stale
from models.findings.values import FindingDraft, FindingState, Reason
from models.people.values import CONSOLE
from models.store.office import Office
from tests import builders

CASE, KEY = "A-001", "pension"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    reason = Reason(None, ("F33",), (), "1か月の遅れはあるが、ほかの月は期限までに納めている。")
    criterion = builders.case_file(made).framework.criterion(KEY)
    if criterion.grounds:
        reason = replace(reason, code=criterion.grounds[0].code)
    ops.record(made, builders.EXAMINER, FindingDraft(CASE, KEY, FindingState.MET, (reason,)))
    yield made
    made.close()


def later(office: Office, as_of: date = date(2026, 6, 1)) -> None:
    """A newer record says that another month was late as well."""
    record = Obligation(
        Duty.NATIONAL_PENSION, "2025-06", date(2025, 7, 28), date(2025, 9, 1), 16_980, PaymentStatus.PAID
    )
    row = NewEvidence(
        CASE, EvidenceKind.OBLIGATION, (record.duty.value, record.period), record, "日本年金機構", as_of, "受-2"
    )
    with office.begin() as session:
        evidence.add(session, CONSOLE, [row], {"what": "evidence"})


def codes(office: Office) -> list[str]:
    return [each.message.code for each in rules.gate(builders.case_file(office), None, "").problems]


def test_confirmed_in_one_act_with_the_old_value_kept(office: Office) -> None:
    with pytest.raises(NotFound):
        ops.confirm(office, builders.EXAMINER, CASE, (KEY,))
    later(office)
    assert "gate.fact_changed" in codes(office)
    made = ops.confirm(office, builders.EXAMINER, CASE)
    assert [(each.criterion, each.revision) for each in made] == [(KEY, 2)]
    assert "gate.fact_changed" not in codes(office)
    values = [each.cited[0].value for each in ops.history(office, CASE, KEY)]
    assert values == ["1", "2"]
    assert records.verify(office).ok
    assert ops.confirm(office, builders.EXAMINER, CASE) == ()


def test_a_year_more_of_stay_is_no_change_and_a_year_less_is() -> None:
    before, seen = date(2026, 7, 1), date(2026, 11, 23)
    assert not changed("residence.years", "10", 11, before, seen)
    assert changed("residence.years", "10", 9, before, seen)
    assert changed("residence.years", "10", 12, before, seen)


def test_another_examiner_does_not_confirm(office: Office) -> None:
    later(office)
    for who in (builders.EXAMINER2, builders.SUPERVISOR):
        with pytest.raises(NotPermitted):
            ops.confirm(office, who, CASE, (KEY,))


@pytest.mark.parametrize(("seen", "old"), [(date(2026, 5, 31), False), (date(2026, 6, 1), True)])
def test_three_months_to_the_day(seen: date, old: bool) -> None:
    """The end of February stands for 31 March less a month: 28 February is three months before 28 May."""
    assert is_stale(date(2026, 2, 28), seen) is True
    assert is_stale(date(2026, 3, 1), seen) is False or old
    assert is_stale(date(2026, 3, 1), date(2026, 6, 2)) is True
    assert not is_stale(None, seen)


def test_the_gate_names_old_records_once(office: Office) -> None:
    assert "gate.stale" not in codes(office)
    file = builders.case_file(office)
    later_file = replace(file, seen_on=date(2026, 9, 1))
    told = [each for each in rules.gate(later_file, None, "").problems if each.message.code == "gate.stale"]
    assert [each.message.params["day"] for each in told] == [date(2026, 5, 1)]
