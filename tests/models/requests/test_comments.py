"""Linked data that a finding rests on are put to the applicant first, and the reply is answered; otherwise the gate says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.operations import decisions, records, requests
from desktop.operations import findings as finding_ops
from models.decisions import rules as gate_rules
from models.decisions.values import Outcome
from models.errors import CheckFailed, NotFound, NotPermitted
from models.evidence.values import Statement
from models.findings.values import FindingDraft, FindingState, Reason
from models.requests.comments import Lack
from models.requests.values import NewReply, RequestKind
from models.store.office import Office
from tests import builders
from tests.models.requests.test_service import Days

CASE, KEY = "A-001", "pension"
WHY = "申請人が自分で同じ記録を提出し、内容を認めている。"


@pytest.fixture
def clock() -> Days:
    return Days()


@pytest.fixture
def office(tmp_path: Path, clock: Days) -> Iterator[Office]:
    made = builders.office(tmp_path, clock.clock())
    builders.ready_case(made)
    builders.find_all(made, not_met=[KEY])
    yield made
    made.close()


def cite(office: Office, facts: tuple[str, ...], evidence: tuple[str, ...] = ()) -> None:
    file = builders.case_file(office)
    code = file.framework.criterion(KEY).reasons[0].code
    before = file.finding(KEY)
    reason = Reason(code, facts, evidence, "2025年5月分が納期限の48日後に納められ、納期限までという基準に合わない。")
    draft = FindingDraft(CASE, KEY, FindingState.NOT_MET, (reason,), before.revision if before else 0)
    finding_ops.record(office, builders.EXAMINER, draft)


def lacks(office: Office) -> list[Lack]:
    return [each.lack for each in gate_rules.unheard(builders.case_file(office))]


def ask(office: Office) -> None:
    prepared = requests.prepare(office, builders.EXAMINER, CASE, RequestKind.COMMENT)
    requests.send(office, builders.EXAMINER, prepared)


def propose(office: Office, *, heard: bool = True) -> None:
    who, weighing = builders.EXAMINER, "年金の納付の遅れを重く見る。"
    decisions.propose(office, who, CASE, Outcome.REFUSE, weighing, heard=heard)


def test_what_nobody_put_to_the_applicant_stops_the_desk_and_is_told_to_a_script(office: Office) -> None:
    cite(office, ("F33", "F33.2025-05"))
    assert lacks(office) == [Lack.NOT_PUT]
    with pytest.raises(CheckFailed) as stopped:
        propose(office)
    assert [each.message.code for each in stopped.value.problems] == ["gate.not_put"]
    result = decisions.gate(office, builders.EXAMINER, CASE, Outcome.REFUSE, "年金の納付の遅れを重く見る。")
    assert result.ok
    assert "gate.not_put" in [each.message.code for each in result.warnings]
    propose(office, heard=False)
    last = builders.case_file(office).events[-1]
    assert (last.kind, last.content["unheard"]) == ("proposed", [KEY])


def test_the_notice_names_the_records_in_both_languages(office: Office) -> None:
    cite(office, ("F33", "F33.2025-05"))
    items = requests.prepare(office, builders.EXAMINER, CASE, RequestKind.COMMENT).items
    assert [(each.criterion, each.facts) for each in items] == [(KEY, ("F33", "F33.2025-05"))]
    assert "2025年8月15日" in items[0].title["ja"]
    assert "15 August 2025" in items[0].title["en"]


def test_asked_awaited_answered(office: Office, clock: Days) -> None:
    cite(office, ("F33.2025-05",))
    ask(office)
    assert lacks(office) == [Lack.AWAITED]
    clock.go(7)
    reply = NewReply(clock.at.date(), (), "入院していて納められなかった。")
    made = requests.answer(office, builders.EXAMINER, CASE, 1, reply)
    assert lacks(office) == [Lack.NOT_ANSWERED]
    piece = made.replies[0].evidence[0]
    assert isinstance(next(e for e in builders.case_file(office).evidence if e.id == piece).record, Statement)
    cite(office, ("F33.2025-05",), (piece,))
    assert lacks(office) == []
    propose(office)
    assert "unheard" not in builders.case_file(office).events[-1].content


def test_silence_after_the_day_is_enough(office: Office, clock: Days) -> None:
    cite(office, ("F33",))
    ask(office)
    clock.go(30)
    requests.give_up(office, builders.EXAMINER, CASE, 1)
    assert lacks(office) == []


def test_a_withdrawn_notice_asked_nothing(office: Office) -> None:
    cite(office, ("F33",))
    ask(office)
    requests.withdraw(office, builders.EXAMINER, CASE, 1, "書き間違い")
    assert lacks(office) == [Lack.NOT_PUT]


def test_why_not_asked_stands_in_the_record_and_holds_for_what_it_speaks_of(office: Office) -> None:
    cite(office, ("F33",))
    made = requests.leave_unasked(office, builders.EXAMINER, CASE, KEY, WHY)
    assert (made.about, made.why) == (("F33",), WHY)
    assert lacks(office) == []
    assert records.verify(office).ok
    cite(office, ("F33", "F32"))
    assert lacks(office) == [Lack.NOT_PUT], "another record was never spoken of"


def test_who_may_not_leave_it_and_where_there_is_nothing(office: Office) -> None:
    with pytest.raises(NotPermitted):
        requests.leave_unasked(office, builders.SUPERVISOR, CASE, KEY, WHY)
    with pytest.raises(NotPermitted):
        requests.leave_unasked(office, builders.EXAMINER2, CASE, KEY, WHY)
    with pytest.raises(CheckFailed):
        requests.leave_unasked(office, builders.EXAMINER, CASE, KEY, " ")
    with pytest.raises(NotFound):
        requests.leave_unasked(office, builders.EXAMINER, CASE, "japanese", WHY)


def test_a_file_of_findings_may_say_why(office: Office) -> None:
    code = builders.case_file(office).framework.criterion(KEY).reasons[0].code
    reason = {"code": code, "facts": ["F33"], "text": "1か月分が納期限の後に納められ、基準に合わない。"}
    said = {"criterion": KEY, "finding": "not_met", "reasons": [reason], "unasked": WHY}
    assessed = finding_ops.assess(office, builders.EXAMINER, {"cases": [{"case": CASE, "findings": [said]}]})
    assert not [each for each in assessed[0].gate.problems if each.message.code == "gate.not_put"]
    assert builders.case_file(office).unasked[0].why == WHY
