"""The import screen on a real office: guessed, checked, mended by a map, taken in, refused to who may not."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.changes import Change, What
from desktop.context import Context
from desktop.intake import ask
from desktop.intake.dialog import ImportDialog
from desktop.intake.drops import dropped
from desktop.intake.form import Stage
from desktop.operations import cases as case_ops
from desktop.operations import intake, records
from desktop.tasks import Tasks
from desktop.widgets import Combo, EmptyState
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.desk import find, in_front, turn, wait_for
from tests.models.intake.tables import MY_NUMBER, case, cases, month, months, put, text

ContextOf = Callable[[Actor], Context]
Shown = Callable[..., ImportDialog]
THEIRS = ("受付番号", "種別", "期", "納期限", "納付日", "金額", "状態", "出所", "時点", "整理番号")


@pytest.fixture
def shown(qtbot: QtBot, context_of: ContextOf, tasks: Tasks) -> Shown:
    """The import of a person over these files, quiet."""

    def made(*paths: Path, actor: Actor = builders.EXAMINER) -> ImportDialog:
        dialog = ImportDialog(context_of(actor), paths)
        qtbot.addWidget(dialog)
        in_front(dialog)
        settle(dialog, tasks)
        return dialog

    return made


def settle(dialog: ImportDialog, tasks: Tasks) -> None:
    """Until nothing is under way."""
    turn(0.02)
    wait_for(lambda: tasks.idle and not dialog.work.busy)


def test_two_files_are_guessed_checked_and_taken_in_by_keys(
    shown: Shown, office: Office, tasks: Tasks, tmp_path: Path
) -> None:
    payments = put(tmp_path, months(month(), month(period="2025-06")), "b.csv")
    people = put(tmp_path, cases(case(), encoding="cp932"), "a.csv")
    dialog = shown(payments, people)
    heard: list[Change] = []
    dialog._context.changes.changed.connect(heard.append)
    assert [item.what for item in dialog.form.items] == ["obligations", "cases"]
    assert "2 rows: 2 new" in dialog.page.found.text()
    assert case_ops.listing(office) == ()
    assert dialog.go.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(dialog, tasks)
    assert [each.id for each in case_ops.listing(office)] == ["A-001"]
    assert "Imported. 3 rows: 3 new, 1 case" in dialog.outcome.text
    assert {change.what for change in heard} == {What.CASE, What.EVIDENCE}
    assert all(item.stage is Stage.DONE for item in dialog.form.items)
    assert not dialog.go.isVisible()


def test_the_encoding_and_the_first_rows_are_shown(shown: Shown, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, cases(case(), encoding="cp932")))
    assert dialog.page.about.text() == "CP932 (Shift_JIS)"
    model = dialog.page.rows
    assert model.index(0, 5).data() == "グエン ティ ラン"
    assert model.headerData(5, Qt.Orientation.Horizontal) == "name\nName"


def test_bad_rows_are_named_and_nothing_can_be_imported(shown: Shown, office: Office, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, cases(case(), case(case="A-002", born_on="x"), case(case="A-003", address=1))))
    model = dialog.page.problems
    assert [model.index(0, n).data() for n in range(3)] == ["3", "born_on", "x"]
    assert not dialog.go.isEnabled()
    assert dialog.go.accessibleDescription()
    assert dialog.page.tabs.key() == "problems"
    assert dialog.page.cause.text() == model.index(0, 3).data()
    dialog._import()
    assert case_ops.listing(office) == ()


def test_what_the_office_refuses_is_named_too(shown: Shown, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, months(month(case="A-404"))))
    (bad,) = dialog.page.problems.bad
    assert (bad.line, bad.column) == (2, "case")


def test_a_my_number_is_never_shown(shown: Shown, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, months(month(receipt=MY_NUMBER))))
    texts = [str(dialog.page.problems.index(0, n).data()) for n in range(4)]
    texts += [str(dialog.page.rows.index(0, n).data()) for n in range(10)]
    assert not any(MY_NUMBER in each for each in texts)
    assert dialog.form.items[0].stage is Stage.BAD


def test_numbers_that_are_no_my_numbers_are_declared(
    shown: Shown, office: Office, tasks: Tasks, tmp_path: Path
) -> None:
    intake.import_file(office, builders.EXAMINER, "cases", put(tmp_path, cases(case()), "cases.csv"))
    dialog = shown(put(tmp_path, months(month(receipt=MY_NUMBER))))
    combo = find(dialog.page.map, Combo, "number-receipt")
    combo.setCurrentIndex(combo.place_of(True))
    settle(dialog, tasks)
    assert dialog.form.clean
    assert dialog.form.items[0].mapped.not_my_number == ("receipt",)


def test_columns_and_words_are_mapped_kept_and_used_again(
    shown: Shown, office: Office, tasks: Tasks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.import_file(office, builders.EXAMINER, "cases", put(tmp_path, cases(case()), "cases.csv"))
    path = put(tmp_path, text(THEIRS, [month(status="済", duty="年金")]).encode("cp932"), "theirs.csv")
    dialog = shown(path)
    assert dialog.form.items[0].stage is Stage.CHOOSE
    dialog.page.kind.setCurrentIndex(dialog.page.kind.place_of("obligations"))
    settle(dialog, tasks)
    for name, value in (
        ("map-duty", "種別"),
        ("map-period", "期"),
        ("word-duty-年金", "national_pension"),
        ("word-status-済", "paid"),
    ):
        combo = find(dialog.page.map, Combo, name)
        combo.setCurrentIndex(combo.place_of(value))
        settle(dialog, tasks)
    assert dialog.form.clean, dialog.page.found.text()
    kept = tmp_path / "kept.toml"
    monkeypatch.setattr(ask, "map_to_write", lambda _parent, _name: kept)
    dialog.page.map.save.emit()
    again = shown(path)
    again.page.kind.setCurrentIndex(again.page.kind.place_of("obligations"))
    settle(again, tasks)
    monkeypatch.setattr(ask, "map_to_read", lambda _parent: kept)
    again.page.map.load.emit()
    settle(again, tasks)
    assert again.form.clean
    assert intake.import_file(office, builders.EXAMINER, "obligations", path, kept).new == 1


def test_a_map_for_something_else_is_refused_in_words(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(put(tmp_path, cases(case())))
    wrong = put(tmp_path, b'[columns]\nduty = "x"\n', "wrong.toml")
    monkeypatch.setattr(ask, "map_to_read", lambda _parent: wrong)
    dialog.page.map.load.emit()
    assert "wrong.toml" in dialog.page.map.problem.text


def test_a_mended_file_is_checked_again(shown: Shown, tasks: Tasks, tmp_path: Path) -> None:
    path = put(tmp_path, cases(case(born_on="x")))
    dialog = shown(path)
    assert not dialog.form.clean
    put(tmp_path, cases(case()))
    dialog.again.click()
    settle(dialog, tasks)
    assert dialog.form.clean


def test_a_file_that_is_no_table_is_told(shown: Shown, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, b"%PDF-1.7", "x.csv"))
    assert dialog.form.items[0].stage is Stage.WRONG
    assert "x.csv" in dialog.page.found.text()


def test_whoever_may_not_import_is_told_why(shown: Shown, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, cases(case())), actor=builders.AUDITOR)
    why = dialog.stack.currentWidget()
    assert isinstance(why, EmptyState)
    assert builders.AUDITOR.name in why.words.text()
    assert dialog.form.items == []
    assert not dialog.go.isVisible()


def test_a_stopped_import_leaves_the_office_as_it_was(
    shown: Shown, office: Office, tasks: Tasks, tmp_path: Path
) -> None:
    dialog = shown(put(tmp_path, cases(*[case(case=f"A-{n}") for n in range(50)])))
    before = len(records.page(office, builders.AUDITOR))
    stopped = threading.Event()
    tasks.run(lambda: stopped.wait(20.0), lambda _: None, lambda _: None, dialog)  # the database has other work first
    dialog.work.import_()
    dialog.work.cancel()
    stopped.set()
    settle(dialog, tasks)
    assert dialog.outcome.text == "Stopped. Nothing was imported."
    assert case_ops.listing(office) == ()
    assert len(records.page(office, builders.AUDITOR)) == before
    assert dialog.form.clean


def test_files_dropped_are_taken_and_others_left(shown: Shown, tasks: Tasks, tmp_path: Path) -> None:
    dialog = shown()
    assert isinstance(dialog.stack.currentWidget(), EmptyState)
    good, other = put(tmp_path, cases(case())), put(tmp_path, b"x", "photo.png")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(other)), QUrl("https://example.jp/x.csv")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert dropped(event) == [good]
    dialog.dropEvent(event)
    settle(dialog, tasks)
    assert [item.path for item in dialog.form.items] == [good]


def test_everything_that_acts_has_a_name(shown: Shown, tmp_path: Path) -> None:
    dialog = shown(put(tmp_path, months(month(receipt=MY_NUMBER, status="済"))))
    acting = [each for each in dialog.findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    inside = {each for combo in dialog.findChildren(Combo) for each in combo.findChildren(QWidget)}
    unnamed = [
        each.objectName() or type(each).__name__ for each in acting if each not in inside and not each.accessibleName()
    ]
    assert [name for name in unnamed if not name.startswith("qt_")] == []
