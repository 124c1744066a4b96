"""What the timelines of a dozen very different cases say, in words and figures; the pictures are drawn by ``timelines``."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.casefile import duebasis, duties, figures, residence
from desktop.casefile.labels import duty_label
from desktop.casefile.months import Cell, CellState, counts, exceptions
from desktop.casefile.payments import PaymentsTab
from desktop.casefile.residence import Bar
from models.casefile.values import CaseFile
from tests.desktop import desk as driver
from tests.desktop.casefile import timelines

FIGURES = {
    "all-on-time": {"国民年金": "期限内24", "国民健康保険": "期限内16"},
    "late-runs": {"国民年金": "期限内10　遅れ14", "住民税": "遅れ8"},
    "unpaid-exempt-deferred": {"国民年金": "期限内22　未納2"},
    "withheld": {"厚生年金": "天引き24", "健康保険（勤務先）": "天引き24", "住民税": "天引き60"},
    "municipal": {"国民健康保険": "期限内12　遅れ2　未納2"},
    "long-absences": {"国民年金": "期限内24"},
    "contradictions": {"国民年金": "期限内10　不明1　食い違い1"},
    "era-change": {"国民年金": "期限内22　遅れ2"},
    "short": {"厚生年金": "天引き10", "健康保険（勤務先）": "天引き10"},
    "twenty-five-years": {"国民年金": "", "厚生年金": "天引き24"},
    "nobody-insured": {},
    "everything": {"国民年金": "期限内4　遅れ1　未納1", "厚生年金": "天引き18", "国民健康保険": "期限内6　遅れ1", "住民税": "天引き30"},
}  # fmt: skip


def lanes(file: CaseFile, lang: str = "ja") -> dict[str, residence.Lane]:
    return {lane.title: lane for lane in residence.lanes(file, lang)}


@pytest.mark.parametrize("name", timelines.CASES)
def test_the_figures_beside_the_months_and_the_order_of_rows_does_not_matter(name: str) -> None:
    for file in (timelines.file(name), timelines.shuffled(name)):
        rows = duties.rows(file, duties.WHOLE)
        assert {duty_label(row.duty, "ja"): counts(row, "ja")[1] for row in rows} == FIGURES[name]


def test_absences_are_counted_as_the_facts_count_them() -> None:
    for name in timelines.CASES:
        file = timelines.file(name)
        shown = lanes(file).get("出国")
        days = [int(bar.text.removesuffix("日")) for bar in shown.bars if bar.kind == "absence"] if shown else []
        fact = next((f.value for f in file.facts if f.key == "residence.longest_absence"), None)
        assert fact is None or fact in {0, *days}, name
    long = lanes(timelines.file("long-absences"))["出国"]
    assert [bar.text for bar in long.bars][:3] == ["0日", "0日", "171日"]
    assert long.remark == "最長 171日"


def test_what_does_not_fit_is_named_and_the_break_of_the_stay_is_seen() -> None:
    shown = lanes(timelines.file("contradictions"))
    assert [bar.text for bar in shown["在留資格"].bars if bar.kind == "problem"] == ["空白", "重なり"]
    assert [bar.text for bar in shown["出国"].bars if bar.kind == "problem"] == [
        "重なり",
        "出国の記録なし",
        "出国の記録なし",
    ]
    assert [bar.kind for bar in shown["継続在留"].bars] == ["before", "line"]
    assert shown["継続在留"].remark == "2023年6月1日から 3年"
    assert [bar.text for bar in shown["同時の勤務先"].bars] == ["みなと食堂"]
    assert "2つの在留資格の記録が重なっています" in shown["在留資格"].spoken
    assert all(bar.evidence for lane in shown.values() for bar in lane.bars if bar.kind == "problem")


def test_the_years_are_reached_across_a_leap_day_and_a_change_of_era() -> None:
    shown = lanes(timelines.file("era-change"))
    flag = shown["継続在留"].flag
    assert flag is not None
    assert flag.text == "必要な年数 2017年3月1日"
    assert [bar.text for bar in shown["出国"].bars] == ["0日", "0日", "1日"]


def test_a_due_day_says_why() -> None:
    unpaid, towns = timelines.file("contradictions"), timelines.file("municipal")
    said = [duebasis.why(cell, unpaid, "ja") for cell in exceptions(duties.rows(unpaid))]
    assert said == ["5月31日が土曜日のため、次の開庁日", "翌月の末日"]
    assert "31 May is a Saturday" in duebasis.why(exceptions(duties.rows(unpaid))[0], unpaid, "en")
    assert all("倉敷市の納期限の表" in duebasis.why(cell, towns, "ja") for cell in exceptions(duties.rows(towns)))
    cell = exceptions(duties.rows(towns))[0]
    other = Cell(cell.duty, cell.year, cell.month, CellState.LATE, cell.period, due_on=timelines.SEEN)
    assert duebasis.why(other, towns, "en").startswith("computed: ")


def test_every_figure_has_a_line_of_its_own_where_columns_are_narrow() -> None:
    assert figures.lines([(8, 20), (24, 20), (40, 20)]) == (0, 1, 0)
    assert figures.lines([(4, 20), (12, 20), (20, 20), (60, 20)]) == (0, 1, 2, 0)
    assert (figures.needed([]), figures.needed([[(8, 7), (24, 7)]])) == (1, 1)


@pytest.fixture
def tab(qtbot: QtBot) -> PaymentsTab:
    made = PaymentsTab("ja")
    qtbot.addWidget(made)
    made.resize(1440, 700)
    driver.in_front(made)
    return made


def test_a_month_of_long_ago_is_found_from_the_table_and_a_short_record_begins_with_two_years(tab: PaymentsTab) -> None:
    tab.show_file(timelines.file("twenty-five-years"))
    assert [cell.key for cell in tab.exceptions.cells] == [(2004, 10), (2001, 9)]
    tab.exceptions.table.setCurrentCell(1, 0)
    assert tab.zoom.value() == str(duties.WHOLE)
    assert tab.grid.cell is not None
    assert tab.grid.cell.days == 800
    tab.show_file(timelines.file("short"))
    assert tab.zoom.value() == "2"


def test_late_months_side_by_side_keep_their_figures(tab: PaymentsTab) -> None:
    tab.show_file(timelines.file("late-runs"))
    heights = {}
    for years in (2, 5, 10):
        tab.show_years(years)
        heights[years] = tab.grid.verticalHeader().defaultSectionSize()
    assert heights[2] <= heights[5] < heights[10]


def test_the_bars_of_the_residence_are_read_by_keyboard_and_open_their_rows(tab: PaymentsTab) -> None:
    tab.show_file(timelines.file("contradictions"))
    view = tab.residence
    asked: list[object] = []
    read: list[object] = []
    tab.source_asked.connect(lambda fact, rows: asked.append(rows))
    view.read.connect(read.append)
    view.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert all(isinstance(bar, Bar) for bar in read)
    assert len(asked) == 1
    assert asked[0] == view.bar.evidence if view.bar else False
    assert tab.reading.heading.text().startswith("在留資格")
    assert "在留資格" in view.accessibleDescription()
    before = len(read)
    QTest.mouseMove(view, QPoint(900, 12))
    driver.turn(0.05)
    assert len(read) > before
