"""Asking and looking: planned, done, and evidence that a finding can cite; advice among offices is none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.operations import findings as finding_ops
from desktop.operations import inquiries, records
from models.cases.values import State, WaitingFor
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence.values import Document, Statement
from models.findings.values import FindingDraft, FindingState, Reason
from models.inquiries.values import InquiryKind, InquiryState, NewInquiry, NewPicture, Outcome
from models.store.office import Office
from tests import builders

CASE = "A-001"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
INTERVIEW = NewInquiry(
    CASE,
    InquiryKind.INTERVIEW,
    "転職の時期",
    "本人",
    "第2面接室",
    builders.TODAY,
    "14:00",
    "ベトナム語",
    criteria=("pension",),
)
INQUIRY = NewInquiry(CASE, InquiryKind.INQUIRY, "納付の状況", "新宿区役所", ground="入管法59条の2第3項", waits=True)
SURVEY = NewInquiry(CASE, InquiryKind.SURVEY, "居住の実態", "申請人の住居", "新宿区", builders.TODAY)
ADVICE = NewInquiry(CASE, InquiryKind.CONSULTATION, "基準の読み方", "本庁", waits=True)
FORWARD = NewInquiry(CASE, InquiryKind.FORWARDING, "許否", "本庁", opinion="不許可が相当と考える。", waits=True)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made)
    yield made
    made.close()


def outcome(report: str = "聞いたことの記録。", **changes: object) -> Outcome:
    return replace(Outcome(builders.TODAY, report, "本人、通訳", True), **changes)  # type: ignore[arg-type]  # names checked at run time


def test_an_interview_becomes_evidence_that_a_finding_cites(office: Office) -> None:
    inquiries.plan(office, builders.EXAMINER, INTERVIEW)
    done = inquiries.finish(office, builders.EXAMINER, CASE, 1, outcome())
    assert done.state is InquiryState.DONE
    (piece,) = done.evidence
    file = builders.case_file(office)
    record = file.piece(piece).record  # type: ignore[union-attr]  # there
    assert record == Statement("interview", builders.TODAY, "聞いたことの記録。")
    criterion = file.framework.criterion("pension")
    code = criterion.reasons[0].code
    reason = Reason(code, (), (piece,), "面接で確かめた事実から、納付の遅れに理由がないと認める。")
    made = finding_ops.record(office, builders.EXAMINER, FindingDraft(CASE, "pension", FindingState.NOT_MET, (reason,)))
    assert made.reasons[0].evidence == (piece,)
    assert records.verify(office).ok


def test_another_body_s_answer_is_a_document_and_wakes_the_case(office: Office) -> None:
    inquiries.plan(office, builders.EXAMINER, INQUIRY)
    case = builders.case_file(office).case
    assert (case.state, case.waiting_for) == (State.WAITING, WaitingFor.SURVEY)
    done = inquiries.finish(office, builders.SUPERVISOR, CASE, 1, outcome("滞納なし", read_back=None))
    file = builders.case_file(office)
    assert file.case.state is State.EXAMINING
    record = file.piece(done.evidence[0]).record  # type: ignore[union-attr]  # there
    assert isinstance(record, Document)
    assert (record.title, record.note) == ("新宿区役所の回答", "滞納なし")


def test_pictures_of_a_survey_are_kept_by_their_hash(office: Office) -> None:
    inquiries.plan(office, builders.EXAMINER, SURVEY)
    taken = outcome(read_back=None, pictures=(NewPicture("玄関.png", PNG, "表札"),))
    done = inquiries.finish(office, builders.EXAMINER, CASE, 1, taken)
    assert [each.name for each in done.pictures] == ["玄関.png"]
    assert inquiries.picture(office, builders.AUDITOR, CASE, 1, 1) == PNG
    with pytest.raises(NotFound):
        inquiries.picture(office, builders.AUDITOR, CASE, 1, 2)
    assert records.verify(office).ok


@pytest.mark.parametrize("new", [ADVICE, FORWARD])
def test_advice_and_forwarding_are_no_evidence(office: Office, new: NewInquiry) -> None:
    inquiries.plan(office, builders.EXAMINER, new)
    assert builders.case_file(office).case.waiting_for is WaitingFor.CONSULTATION
    done = inquiries.finish(office, builders.EXAMINER, CASE, 1, outcome(read_back=None))
    assert done.evidence == ()
    assert builders.case_file(office).case.state is State.EXAMINING


@pytest.mark.parametrize(
    ("new", "place"),
    [
        (replace(INTERVIEW, subject=" "), "subject"),
        (replace(INTERVIEW, whom=""), "whom"),
        (replace(INTERVIEW, on=None), "on"),
        (replace(INTERVIEW, on=date(2026, 6, 30)), "on"),
        (replace(INTERVIEW, time="25:00"), "time"),
        (replace(INTERVIEW, criteria=("no-such",)), "criteria"),
        (replace(INQUIRY, ground=""), "ground"),
        (replace(FORWARD, opinion=""), "opinion"),
        (replace(INQUIRY, subject="123456789018"), "subject"),
    ],
)
def test_what_cannot_be_planned(office: Office, new: NewInquiry, place: str) -> None:
    with pytest.raises(CheckFailed) as refused:
        inquiries.plan(office, builders.EXAMINER, new)
    assert [each.place for each in refused.value.problems] == [place]
    assert inquiries.listing(office, builders.EXAMINER, CASE) == ()


@pytest.mark.parametrize(
    "said",
    [
        outcome(" "),
        outcome(on=date(2026, 7, 2)),
        outcome(read_back=None),
        outcome(present=""),
        outcome(pictures=(NewPicture("a.png", PNG),)),
    ],
)
def test_what_cannot_be_recorded(office: Office, said: Outcome) -> None:
    inquiries.plan(office, builders.EXAMINER, INTERVIEW)
    with pytest.raises(CheckFailed):
        inquiries.finish(office, builders.EXAMINER, CASE, 1, said)


def test_a_picture_is_a_picture(office: Office) -> None:
    inquiries.plan(office, builders.EXAMINER, SURVEY)
    with pytest.raises(CheckFailed):
        inquiries.finish(
            office, builders.EXAMINER, CASE, 1, outcome(read_back=None, pictures=(NewPicture("a.png", b"MZ"),))
        )


def test_calling_off_needs_a_reason_and_wakes_the_case(office: Office) -> None:
    inquiries.plan(office, builders.EXAMINER, INQUIRY)
    with pytest.raises(BadInput):
        inquiries.cancel(office, builders.EXAMINER, CASE, 1, " ")
    with pytest.raises(NotPermitted):
        inquiries.cancel(office, builders.EXAMINER2, CASE, 1, "不要")
    assert inquiries.cancel(office, builders.EXAMINER, CASE, 1, "不要").state is InquiryState.CANCELLED
    assert builders.case_file(office).case.state is State.EXAMINING
    with pytest.raises(NotPermitted):
        inquiries.finish(office, builders.EXAMINER, CASE, 1, outcome(read_back=None))


def test_who_may(office: Office) -> None:
    for actor in (builders.SUPERVISOR, builders.AUDITOR, builders.ADMIN, builders.RULE_KEEPER):
        with pytest.raises(NotPermitted):
            inquiries.plan(office, actor, INTERVIEW)
    inquiries.plan(office, builders.EXAMINER, INTERVIEW)
    with pytest.raises(NotPermitted):
        inquiries.plan(office, builders.EXAMINER2, INTERVIEW)
    with pytest.raises(NotPermitted):
        inquiries.finish(office, builders.AUDITOR, CASE, 1, outcome())
    with pytest.raises(NotFound):
        inquiries.finish(office, builders.EXAMINER, CASE, 9, outcome())
