"""Data back to institutions: the fields that the law gives and nothing else, looked at first, logged where it went."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import event

from desktop.operations import decisions as decision_ops
from desktop.operations import provisions, records, seeing
from models.decisions import service as decisions
from models.decisions.values import Outcome
from models.errors import BadInput, CheckFailed, NotPermitted, Stale
from models.provisions import rules
from models.provisions.values import Order
from models.store.clock import fixed
from models.store.office import Office
from tests import builders

TOWN = Order("municipality", "新宿区", builders.TODAY, builders.TODAY)


class Letter:
    """What an issued letter tells the record."""

    language, format, number, sha256 = "ja", "pdf", "1", "0" * 64


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    yield made
    made.close()


def grant(office: Office, case: str = "A-001", **changes: object) -> str:
    builders.ready_case(office, case, **changes)
    builders.find_all(office, case=case)
    decision_ops.propose(office, builders.EXAMINER, case, Outcome.GRANT, "全体を見て、許可が相当である。")
    decision_ops.countersign(office, builders.SUPERVISOR, case)
    return issue(office, case)


def issue(office: Office, case: str) -> str:
    with office.begin() as session:
        decisions.mark_issued(session, builders.SUPERVISOR, case, [Letter()])
    return case


def test_every_institution_names_fields_that_exist_and_its_ground() -> None:
    for each in rules.institutions():
        assert each.fields
        assert set(each.fields) <= set(rules.FIELDS)
        assert each.ground["ja"]
        assert each.ground["en"]
        assert each.verify, "noted from memory"
    with pytest.raises(BadInput, match="Known: municipality"):
        rules.institution("embassy")


def test_what_goes_is_what_was_looked_at_and_stands_in_the_record(office: Office) -> None:
    grant(office)
    builders.ready_case(office, "A-002")
    seen = provisions.preview(office, builders.SUPERVISOR, TOWN)
    assert [each.case for each in seen.lines] == ["A-001"]
    assert dict(zip(seen.institution.fields, seen.lines[0].cells, strict=True)) == {
        "name": "グエン ティ ラン", "born_on": "1988-04-12", "sex": "女", "nationality": "VNM", "address": "東京都新宿区西新宿1-2-3",
        "status": "永住者", "period": "無期限", "decided_on": "2026-07-01",
    }  # fmt: skip
    made, content = provisions.provide(office, builders.SUPERVISOR, seen, "7月の定例の通知", "csv")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows == [list(provisions.heads(seen, "ja")), list(seen.lines[0].cells)]
    assert (made.number, made.cases, made.by) == (1, 1, "supervisor1")
    assert provisions.log(office, builders.AUDITOR, "A-001") == (made,)
    assert provisions.log(office, builders.AUDITOR, "A-002") == ()
    assert provisions.cases_of(office, builders.AUDITOR, 1) == ("A-001",)
    told = records.page(office, builders.AUDITOR, size=3)
    assert {each.kind for each in told} >= {"data_provided", "case_provided"}
    assert not any("グエン" in str(each.content) for each in told)
    assert sum(each.took_out for each in seeing.seen(office, builders.AUDITOR, "A-001")) == 1
    assert records.verify(office).ok
    again = provisions.preview(office, builders.SUPERVISOR, TOWN)
    assert again.lines[0].before == 1
    with pytest.raises(BadInput, match="Nothing would go"):
        provisions.provide(office, builders.SUPERVISOR, again, "もう一度", "csv")
    once_more = provisions.preview(office, builders.SUPERVISOR, replace(TOWN, again=True))
    assert provisions.provide(office, builders.SUPERVISOR, once_more, "届かなかった", "xlsx")[0].number == 2


def test_only_supervisors_send_and_only_with_a_reason(office: Office) -> None:
    grant(office)
    for actor in (builders.EXAMINER, builders.AUDITOR, builders.ADMIN, builders.RULE_KEEPER):
        with pytest.raises(NotPermitted):
            provisions.preview(office, actor, TOWN)
    seen = provisions.preview(office, builders.SUPERVISOR, TOWN)
    with pytest.raises(NotPermitted):
        provisions.provide(office, builders.EXAMINER, seen, "why", "csv")
    for why, said in ((" ", "on whose request"), ("1234-5678-9018", "My Number")):
        with pytest.raises(CheckFailed, match=said):
            provisions.provide(office, builders.SUPERVISOR, seen, why, "csv")
    with pytest.raises(BadInput, match="no format"):
        provisions.provide(office, builders.SUPERVISOR, seen, "why", "exe")
    for order in (replace(TOWN, recipient=""), replace(TOWN, to_on=date(2026, 6, 1)), replace(TOWN, to_on=date(2026, 8, 1)),
                  replace(TOWN, from_on=date(2020, 1, 1))):  # fmt: skip
        with pytest.raises(CheckFailed):
            provisions.preview(office, builders.SUPERVISOR, order)
    assert provisions.log(office, builders.AUDITOR) == ()


def test_a_confidential_address_stays_and_no_cell_is_a_formula(office: Office) -> None:
    grant(office, name="=HYPERLINK(1)", confidential=True)
    seen = provisions.preview(office, builders.SUPERVISOR, TOWN)
    cells = dict(zip(seen.institution.fields, seen.lines[0].cells, strict=True))
    assert (cells["address"], seen.lines[0].withheld) == ("", ("address",))
    _, content = provisions.provide(office, builders.SUPERVISOR, seen, "定例", "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == "=HYPERLINK(1)"
    again = provisions.preview(office, builders.SUPERVISOR, replace(TOWN, again=True))
    _, text = provisions.provide(office, builders.SUPERVISOR, again, "定例", "csv")
    assert "'=HYPERLINK(1)" in text.decode("utf-8-sig")


def test_another_town_gets_nothing_and_what_changed_meanwhile_does_not_go(office: Office) -> None:
    grant(office)
    assert provisions.preview(office, builders.SUPERVISOR, replace(TOWN, recipient="渋谷区")).lines == ()
    assert provisions.municipalities(office, builders.SUPERVISOR) == ("新宿区",)
    pension = provisions.preview(office, builders.SUPERVISOR, Order("pension", "", builders.TODAY, builders.TODAY))
    assert (pension.recipient, len(pension.lines)) == ("日本年金機構", 1)
    grant(office, "A-002")
    with pytest.raises(Stale):
        provisions.provide(office, builders.SUPERVISOR, pension, "定例", "csv")


def test_a_line_that_somebody_sent_meanwhile_does_not_go_twice(office: Office) -> None:
    grant(office)
    office.clock = fixed(datetime(2026, 7, 2, 3, tzinfo=UTC))
    grant(office, "A-002")
    mine = provisions.preview(office, builders.SUPERVISOR, replace(TOWN, to_on=date(2026, 7, 2)))
    theirs = provisions.preview(office, builders.SUPERVISOR2, TOWN)
    assert [[each.case for each in parcel.lines] for parcel in (mine, theirs)] == [["A-001", "A-002"], ["A-001"]]
    provisions.provide(office, builders.SUPERVISOR2, theirs, "照会", "csv")
    with pytest.raises(Stale):
        provisions.provide(office, builders.SUPERVISOR, mine, "定例", "csv")


def test_what_was_signed_at_the_end_of_a_month_and_issued_in_the_next_goes_with_the_next(office: Office) -> None:
    office.clock = fixed(datetime(2026, 7, 31, 3, tzinfo=UTC))
    builders.ready_case(office)
    builders.find_all(office)
    decision_ops.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "全体を見て、許可が相当である。")
    decision_ops.countersign(office, builders.SUPERVISOR, "A-001")
    office.clock = fixed(datetime(2026, 8, 31, 16, tzinfo=UTC))  # 1 September in Japan
    months = [replace(TOWN, from_on=date(2026, n, 1), to_on=date(2026, n, 31)) for n in (7, 8)]
    july, august = (provisions.preview(office, builders.SUPERVISOR, each).lines for each in months)
    assert (july, august) == ((), ())
    office.clock = fixed(datetime(2026, 8, 31, 14, tzinfo=UTC))
    issue(office, "A-001")
    (line,) = provisions.preview(office, builders.SUPERVISOR, months[1]).lines
    assert "2026-07-31" in line.cells


def test_who_was_issued_in_the_span_is_asked_once_for_all_cases(office: Office) -> None:
    """Asked for each case it took minutes in a large office: SQLite walks every issue of it each time."""
    asked: list[str] = []

    def note(_1: Any, _2: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(office._reader, "before_cursor_execute", note)
    try:
        provisions.preview(office, builders.SUPERVISOR, TOWN)
    finally:
        event.remove(office._reader, "before_cursor_execute", note)
    about = [each for each in asked if "FROM event" in each]
    assert about
    assert not any("EXISTS" in each for each in about)
