"""Words, lists, months, history, difference and the check: all without a screen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.casefile import checkform, difference, duties, factrows, history, residence, standing, tasklist, words
from desktop.casefile.checkform import CheckForm
from desktop.casefile.form import Cite
from desktop.casefile.labels import period
from desktop.casefile.months import CellState, counts, exceptions, shift, span, spoken
from desktop.casefile.rowtext import row_text
from desktop.operations import decisions, findings
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.store.office import Office
from tests import builders


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return builders.office(tmp_path)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    with builders.office(Path(tmp_path_factory.mktemp("office"))) as made:
        return builders.case_file(made, builders.ready_case(made))


def test_dates_and_amounts_in_both_languages() -> None:
    day = date(2026, 12, 11)
    assert words.day_with_weekday(day, "ja", year=False) == "12月11日(金)"
    assert words.day_with_weekday(day, "en", year=False) == "Fri 11 Dec"
    assert words.yen(17510, "ja") == "17,510円"
    assert words.days_left(day, date(2026, 11, 24), "ja") == "あと17日"
    assert words.days_left(day, date(2026, 12, 12), "en") == "1 day over"
    assert words.age(date(1992, 5, 8), date(2026, 5, 7)) == 33
    assert period("2025/1", "ja") == "2025年度 第1期"


def test_the_list_has_sections_with_counts_and_goes_round_to_what_is_open(file: CaseFile) -> None:
    rows = tasklist.rows(file, "ja")
    assert isinstance(rows[0], tasklist.SectionRow)
    assert rows[0].count.startswith("0/")
    keys = tasklist.keys(file)
    assert len(keys) == len(file.criteria)
    assert tasklist.next_open(file, keys[-1]) == keys[0]
    assert tasklist.neighbour(file, keys[0], -1) == keys[0]


def test_facts_stand_by_duty_and_the_late_month_below_its_count(file: CaseFile) -> None:
    rows = factrows.rows(file, file.framework.criterion("pension"), "ja")
    late = next(row for row in rows if isinstance(row, factrows.FactRow) and row.id == "F33.2025-05")
    assert late.cells
    assert late.value == "48日"
    above = rows[rows.index(late) - 1]
    assert isinstance(above, factrows.Columns)
    assert any(isinstance(row, factrows.Group) and row.nothing for row in rows), (
        "a duty without a record is said to be so"
    )
    assert len({row.id for row in rows if isinstance(row, factrows.FactRow)}) == sum(
        isinstance(row, factrows.FactRow) for row in rows
    ), "no fact is listed twice"


def test_chips_name_facts_and_documents(file: CaseFile) -> None:
    document = next(
        r for r in factrows.rows(file, file.framework.criterion("pension"), "ja") if isinstance(r, factrows.DocumentRow)
    )
    chips = factrows.chips(file, ("F33.2025-05",), document.cite.evidence, "ja")
    assert "48日遅れ" in chips[0].text
    assert chips[1].cite == document.cite
    assert chips[1].text.startswith("資-")


def test_what_is_cited_but_gone_keeps_its_id(file: CaseFile) -> None:
    assert factrows.chips(file, ("F999",), ("E999",), "en")[1].cite == Cite(evidence=("E999",))


def test_months_are_whole_and_say_themselves(file: CaseFile) -> None:
    rows = duties.of_criterion(file, file.framework.criterion("pension"))
    months = duties.strip_months(rows, file)
    assert len(months) == 24
    cell = rows[0].at((2025, 5))
    assert (cell.state, cell.days) == (CellState.LATE, 48)
    assert "48日遅れ" in spoken(cell, "ja")
    assert [c.key for c in exceptions(rows)] == [(2025, 5)]
    assert counts(rows[0], "ja") == ("対象 24か月", "期限内23　遅れ1")
    assert span((2025, 11), (2026, 2)) == ((2025, 11), (2025, 12), (2026, 1), (2026, 2))
    assert shift((2026, 1), -1) == (2025, 12)


def test_residence_shows_absences_between_stays(file: CaseFile) -> None:
    lanes = {lane.title: lane for lane in residence.lanes(file, "ja")}
    assert lanes["出国"].bars[0].text == "18日"
    assert lanes["在留資格"].bars[-1].text == "技術・人文知識・国際業務"
    assert lanes["継続在留"].flag is not None


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_row_of_evidence_says_something(file: CaseFile, lang: str) -> None:
    assert all(row_text(piece, lang) for piece in file.evidence)


def test_difference_underlines_only_what_the_other_lacks() -> None:
    mine, theirs = "5月分は遅れた。転居は理由にならない。", "5月分は遅れた。督促は受けていない。"
    left, right = difference.spans(mine, theirs)
    assert all(start >= len("5月分は遅れた。") for start, _ in (*left, *right))
    assert difference.spans("同じ", "同じ") == ((), ())
    assert difference.spans("", "あ") == ((), ((0, 1),))


def proposed(office: Office) -> CaseFile:
    builders.ready_case(office)
    builders.find_all(office, not_met=["pension"])
    decisions.propose(office, builders.EXAMINER, "A-001", Outcome.REFUSE, "年金の納付の遅れを重く見る。")
    return builders.case_file(office)


def test_history_speaks_both_languages_and_knows_every_kind_it_meets(office: Office) -> None:
    file = proposed(office)
    for lang in ("ja", "en"):
        lines = history.lines(file, lang, long=True)
        assert len(lines) == len(file.events)
        assert not [line.text for line in lines if "desk." in line.text or "_" in line.text]
    assert len(history.lines(file, "ja")) < len(file.events)
    office.close()


def test_a_case_closed_after_its_decision_still_shows_it(office: Office) -> None:
    open_ = proposed(office)
    withdrawn = replace(open_, case=replace(open_.case, state=State.CLOSED))
    assert (standing.decided(open_), standing.decided(withdrawn)) == (True, False)
    decisions.countersign(office, builders.SUPERVISOR, "A-001")
    signed = builders.case_file(office)
    assert standing.decided(replace(signed, case=replace(signed.case, state=State.CLOSED)))
    office.close()


def test_nothing_changed_before_a_first_proposal_and_after_a_return_the_change_is_named(office: Office) -> None:
    file = proposed(office)
    decisions.send_back(
        office, builders.SUPERVISOR, "A-001", "年金を見直してください。", [("pension", "督促を確かめる")]
    )
    file = builders.case_file(office)
    assert standing.comments(file) == {"pension": "督促を確かめる"}
    form = CheckForm(file, "ja")
    assert form.outcome is Outcome.REFUSE
    assert form.weighing
    assert [item.text for item in form.answers()] == ["まだ変更がありません。"]
    findings.record(
        office,
        builders.EXAMINER,
        builders.draft(file, file.framework.criterion("pension"), FindingState.MET, "督促はない。"),
    )
    form.follow(builders.case_file(office))
    assert form.answers()[0].text == "不適合から適合に変更。"
    changed = {row.key: row.changed for section in form.sections() for row in section.rows}
    assert changed["pension"] == "認定を変更"
    assert not changed["resident_tax"]
    office.close()


def test_the_gates_problems_lead_to_their_criterion(office: Office) -> None:
    builders.ready_case(office)
    gate = decisions.gate(office, builders.EXAMINER, "A-001", Outcome.GRANT, "")
    file = builders.case_file(office)
    assert {checkform.criterion_of(p, file) for p in gate.blocks} >= {each.key for each in file.criteria}
    office.close()


def test_who_may_write_is_said_in_words(office: Office) -> None:
    file = proposed(office)
    assert "提案" in standing.why_read_only(file, builders.EXAMINER, "ja")
    assert standing.decided(file)
    office.close()
