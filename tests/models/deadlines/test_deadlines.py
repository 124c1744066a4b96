"""Deadlines: the standard period, the stay and its hard end, replies; the calendar file; the office's own closing days."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.operations import deadlines, inquiries, letters, records
from desktop.operations import requests as request_ops
from models.cases.values import Kind
from models.deadlines import ics, rules
from models.deadlines.values import Deadline, DeadlineKind, Urgency
from models.errors import AkashiError, BadInput, CheckFailed, NotFound, NotPermitted
from models.inquiries.values import InquiryKind, NewInquiry
from models.letters import settings
from models.localized import Localized
from models.people.values import Actor
from models.requests import rules as requests
from models.requests.values import Item, RequestDraft, RequestKind
from models.store.office import Office
from tests import builders

D, CASE = DeadlineKind, "A-001"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    yield made
    made.close()


def found(office: Office) -> dict[DeadlineKind, Deadline]:
    return {each.kind: each for each in deadlines.of_case(office, builders.EXAMINER, CASE)}


def test_an_extension_ends_hard_two_months_after_the_stay(office: Office) -> None:
    builders.ready_case(office, kind=Kind.EXTENSION, received_on=date(2026, 6, 1), stay_until=date(2026, 6, 30))
    said = found(office)
    assert said[D.STAY].on == date(2026, 6, 30)
    assert said[D.STAY].urgency is Urgency.PAST
    assert said[D.STAY_HARD].on == date(2026, 8, 30)
    assert said[D.STAY_HARD].last_working_day == date(2026, 8, 28)
    assert said[D.DUE].on == builders.case_file(office).case.due_on


def test_whoever_applied_too_late_or_for_permanent_residence_has_no_hard_end(office: Office) -> None:
    builders.ready_case(office, stay_until=date(2026, 6, 30))
    builders.ready_case(
        office, "L-001", kind=Kind.EXTENSION, received_on=date(2026, 7, 1), stay_until=date(2026, 6, 30)
    )
    assert D.STAY_HARD not in found(office)
    late = deadlines.of_case(office, builders.EXAMINER, "L-001")
    assert D.STAY_HARD not in {each.kind for each in late}


def test_what_is_planned_stands_among_them_and_in_the_calendar(office: Office) -> None:
    builders.ready_case(office)
    day = builders.TODAY + timedelta(days=1)
    new = NewInquiry(CASE, InquiryKind.INTERVIEW, "転職", "グエン ティ ラン", "面接室", day, "14:00")
    inquiries.plan(office, builders.EXAMINER, new)
    assert found(office)[D.PLANNED].urgency is Urgency.NEAR
    text = deadlines.calendar(office, builders.EXAMINER, "ja").decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == len(found(office))
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in text
    assert "グエン" not in text.replace("\r\n ", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert deadlines.calendar(office, builders.EXAMINER2, "en").count(b"VEVENT") == 0


def test_folding_never_cuts_a_character() -> None:
    line = "SUMMARY:" + "標準処理期間" * 20
    parts = list(ics._folded(line))
    assert all(len(each.encode()) <= 75 for each in parts)
    assert parts[0] + "".join(each[1:] for each in parts[1:]) == line
    assert ics._escaped("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"


@pytest.mark.parametrize(
    ("ahead", "urgency"), [(-1, Urgency.PAST), (0, Urgency.NEAR), (14, Urgency.NEAR), (15, Urgency.AHEAD)]
)
def test_warnings_come_before(ahead: int, urgency: Urgency) -> None:
    assert rules.urgency(D.DUE, builders.TODAY + timedelta(days=ahead), builders.TODAY) is urgency


def test_the_office_s_own_closing_days(office: Office) -> None:
    day = date(2026, 7, 6)
    before = requests.due_on(RequestKind.DOCUMENTS, builders.TODAY)
    deadlines.add_closing(office, builders.SUPERVISOR, day, "停電")
    closed = frozenset(each.on for each in deadlines.closing_days(office, builders.EXAMINER))
    assert closed == {day}
    assert rules.last_open(day, closed) == date(2026, 7, 3)
    assert requests.due_on(RequestKind.DOCUMENTS, builders.TODAY, closings=closed) > before
    deadlines.remove_closing(office, builders.ADMIN, day)
    assert deadlines.closing_days(office, builders.EXAMINER) == ()
    assert records.verify(office).ok


def test_what_falls_on_a_closing_day_is_told_and_nothing_new_is_due_then(office: Office) -> None:
    builders.ready_case(office)
    letters.change_settings(office, builders.ADMIN, settings.sample())
    day = date(2026, 7, 15)
    item = Item("pension", Localized.of(ja="領収書"))
    asked = RequestDraft(CASE, (item,), day, send_to="第3窓口")
    request_ops.send(office, builders.EXAMINER, asked)
    inquiries.plan(office, builders.EXAMINER, NewInquiry(CASE, InquiryKind.INTERVIEW, "転職", "申請人", on=day))
    assert deadlines.falling_on(office, builders.SUPERVISOR, day) == ((CASE, "inquiry:1"), (CASE, "request:1"))
    deadlines.add_closing(office, builders.SUPERVISOR, day, "停電")
    with pytest.raises(CheckFailed) as refused:
        request_ops.send(office, builders.EXAMINER, asked)
    assert [each.message.code for each in refused.value.problems] == ["requests.closed_day"]
    request_ops.withdraw(office, builders.EXAMINER, CASE, 1, "電話で足りた。")
    assert deadlines.falling_on(office, builders.SUPERVISOR, day) == ((CASE, "inquiry:1"),)


@pytest.mark.parametrize(
    ("actor", "day", "name", "error"),
    [
        (builders.EXAMINER, date(2026, 7, 6), "停電", NotPermitted),
        (builders.SUPERVISOR, date(2026, 7, 6), " ", BadInput),
        (builders.SUPERVISOR, date(2026, 7, 6), "1234-5678-9018", BadInput),
        (builders.SUPERVISOR, date(2026, 7, 4), "土曜", BadInput),
        (builders.SUPERVISOR, date(2026, 6, 1), "過去", BadInput),
    ],
)
def test_what_stands_against_a_closing_day(
    office: Office, actor: Actor, day: date, name: str, error: type[AkashiError]
) -> None:
    with pytest.raises(error):
        deadlines.add_closing(office, actor, day, name)
    with pytest.raises(NotFound):
        deadlines.remove_closing(office, builders.SUPERVISOR, day)
