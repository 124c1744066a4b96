"""The small widgets do what they say."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Scheme, Theme
from desktop.views import Hint
from desktop.widgets import (
    Button,
    ChipData,
    ChipField,
    Combo,
    ElidedLabel,
    EmptyState,
    Field,
    FindingButtons,
    KeyHints,
    Label,
    LineEdit,
    NavItem,
    NavList,
    Pane,
    ProblemLine,
    SavedLabel,
    Segmented,
    TabBar,
    ViewTabs,
)
from desktop.widgets.keys import entered
from desktop.widgets.pane import BAR_AFTER, SHOW_AFTER
from desktop.widgets.tabs import TabFace
from desktop.widgets.viewtabs import ViewTab
from models.findings.values import FindingState
from tests.desktop.desk import in_front, turn, wait_for


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    said: list[str] = []

    def update(event: object) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return said


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = Label("<b>O'Brien</b> & Sons")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_label_shortens_and_keeps_the_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("公衆衛生上の問題がないこと" * 3)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(2000, 20)
    turn()
    assert label.toolTip() == ""


def test_a_button_says_its_key_but_is_named_by_its_words(qtbot: QtBot) -> None:
    button = Button("Save & close", key="Ctrl+Enter")
    qtbot.addWidget(button)
    assert button.text() == "Save && close\u3000Ctrl+Enter"
    assert button.accessibleName() == "Save & close"
    button.describe("one problem")
    assert button.accessibleDescription() == button.toolTip() == "one problem"


def test_no_finding_is_chosen_beforehand_and_one_can_be_cleared(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    buttons = FindingButtons("Finding", parent=view)
    buttons.bind_keys(view)
    in_front(view)
    heard: list[FindingState | None] = []
    buttons.chosen.connect(heard.append)
    assert buttons.value() is None
    buttons.buttons[FindingState.MET].setFocus()
    QTest.keyClick(view, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert buttons.value() is FindingState.NOT_MET
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert buttons.value() is None
    assert heard == [FindingState.NOT_MET, None]
    buttons.set_value(FindingState.MET)
    assert len(heard) == 2


def test_a_narrow_finding_button_never_loses_its_word(qtbot: QtBot) -> None:
    buttons = FindingButtons("Finding")
    qtbot.addWidget(buttons)
    for button in buttons.buttons.values():
        least = button.minimumSizeHint().width()
        assert least >= button.fontMetrics().horizontalAdvance(button.text()) + 30
        assert least < button.sizeHint().width()


def test_chips_are_removed_and_opened_by_keyboard(qtbot: QtBot) -> None:
    field = ChipField("Rests on")
    qtbot.addWidget(field)
    in_front(field)
    data = [ChipData("F34", "事-34"), ChipData("F35", "事-35")]
    field.set_chips(data)
    opened: list[str] = []
    field.opened.connect(opened.append)
    field.removed.connect(lambda cited: field.set_chips([each for each in data if each.id != cited]))
    first, second = field._chips
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert opened == ["F35"]
    QTest.keyClick(second, Qt.Key.Key_Delete)
    assert field.ids == ("F34",)
    assert QApplication.focusWidget() is first


def test_chips_wrap(qtbot: QtBot) -> None:
    field = ChipField("Rests on")
    qtbot.addWidget(field)
    field.set_chips([ChipData(f"F{i}", f"事-{i}　5月分 14日遅れ") for i in range(8)])
    assert field.heightForWidth(300) > field.heightForWidth(3000)


def test_a_problem_stands_under_its_field_and_describes_it(qtbot: QtBot, spoken: list[str]) -> None:
    edit = LineEdit("Amount")
    field = Field("Amount", edit)
    qtbot.addWidget(field)
    field.show()
    assert not field.problem.isVisible()
    field.show_problem("The amounts differ.", spoken=True)
    assert field.problem.isVisible()
    assert edit.accessibleDescription() == "The amounts differ."
    assert spoken == ["The amounts differ."]
    field.show_problem("")
    assert not field.problem.isVisible()


def test_the_saved_time_is_shown_and_spoken(qtbot: QtBot, spoken: list[str]) -> None:
    label = SavedLabel()
    qtbot.addWidget(label)
    label.saving()
    assert label.text == "Saving…"
    label.saved(datetime(2026, 11, 24, 1, 32, 5, tzinfo=UTC))
    assert label.text == "Saved 10:32:05"
    label.failed("the disk is full")
    assert label.text == "Not saved: the disk is full"
    assert spoken == ["Saved 10:32:05", "Not saved: the disk is full"]


def test_a_pane_waits_before_it_says_so(qtbot: QtBot) -> None:
    pane = Pane(QLabel("content"))
    qtbot.addWidget(pane)
    pane.show()
    pane.show_loading()
    assert not pane.loading.words.isVisible()
    wait_for(pane.loading.words.isVisible)
    pane.loading._second.setInterval(1)
    pane.loading._second.start()
    wait_for(pane.loading.bar.isVisible)
    assert pane.loading.cancel.isVisible()
    assert (SHOW_AFTER, BAR_AFTER) == (300, 2000)
    pane.show_content()
    assert pane.currentWidget() is pane.content


def test_an_error_stays_in_the_pane_with_a_way_on(qtbot: QtBot) -> None:
    pane = Pane(QLabel("content"))
    qtbot.addWidget(pane)
    tried: list[bool] = []
    pane.show_error("The disk is full. Free some room.", lambda: tried.append(True))
    pane.error.button.click()
    assert tried == [True]
    pane.show_error("No.", None)
    assert pane.error.button.isHidden()
    empty = EmptyState("Nothing", "Do it")
    pane.show_empty(empty)
    assert pane.currentWidget() is empty


def test_the_list_skips_headings(qtbot: QtBot) -> None:
    nav = NavList("Saved views")
    qtbot.addWidget(nav)
    nav.show_items([NavItem("Mine"), NavItem("A", "a"), NavItem("Unit"), NavItem("B", "b", "7")])
    heard: list[str] = []
    nav.chosen.connect(heard.append)
    nav.choose("a")
    assert heard == []
    QTest.keyClick(nav, Qt.Key.Key_Down)
    assert nav.key() == "b"
    QTest.keyClick(nav, Qt.Key.Key_Down)
    QTest.keyClick(nav, Qt.Key.Key_Up)
    assert heard == ["b", "a"]
    nav.show_items([NavItem("Mine"), NavItem("A", "a", "12")])
    assert nav.key() == "a"
    assert nav.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "A 12"


def test_a_combo_ignores_the_wheel_until_it_has_the_keyboard(qtbot: QtBot) -> None:
    combo = Combo("Kind", "Kind")
    qtbot.addWidget(combo)
    combo.fill([("All", None), ("One", 1)], 1)
    assert combo.currentData() == 1
    assert combo.place_of(None) == 0
    assert combo.place_of("none such") == -1
    assert combo.accessibleName() == "Kind"


def test_tabs_show_faces_and_close(qtbot: QtBot) -> None:
    bar = TabBar("Open")
    qtbot.addWidget(bar)
    bar.insert(0, TabFace("task_list_ltr", "Cases", "23"))
    bar.insert(1, TabFace("document_person", "PR-1", closable=True))
    closed: list[int] = []
    bar.tabCloseRequested.connect(closed.append)
    button = bar.tabButton(1, TabBar.ButtonPosition.RightSide)
    assert isinstance(button, QWidget)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert closed == [1]
    assert bar.tabText(0) == "Cases 23"
    bar.show_face(0, TabFace("task_list_ltr", "Cases", "24"))
    assert bar.tabText(0) == "Cases 24"


def test_inner_tabs_keep_the_front_one(qtbot: QtBot) -> None:
    tabs = ViewTabs("Views", [ViewTab("a", "A"), ViewTab("b", "B", "12")])
    qtbot.addWidget(tabs)
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    tabs.setCurrentIndex(1)
    tabs.show_tabs([ViewTab("z", "Z"), ViewTab("a", "A"), ViewTab("b", "B", "13")])
    assert tabs.key() == "b"
    assert heard == ["b"]


def test_a_segment_is_chosen(qtbot: QtBot) -> None:
    segments = Segmented("Show", [("all", "All"), ("diff", "Differences")])
    qtbot.addWidget(segments)
    heard: list[str] = []
    segments.chosen.connect(heard.append)
    segments.set_value("all")
    segments._buttons["diff"].click()
    assert (segments.value(), heard) == ("diff", ["diff"])


def test_key_hints_that_do_not_fit_are_left_out(qtbot: QtBot) -> None:
    hints = KeyHints()
    qtbot.addWidget(hints)
    hints.resize(160, 24)
    hints.show()
    hints.show_hints([Hint("Ctrl+Enter", "commit"), Hint("F1", "guide"), Hint("F5", "reload")])
    turn()
    shown = [label.text() for label in hints.findChildren(QLabel) if label.isVisible()]
    assert shown == ["commit"]


def test_widgets_follow_another_palette_without_error(qtbot: QtBot, look: Theme) -> None:
    line = ProblemLine()
    button = Button("Save", icon="save")
    for widget in (line, button):
        qtbot.addWidget(widget)
    before = button.icon().cacheKey()
    look.choose(Scheme.DARK)
    QApplication.sendEvent(button, QEvent(QEvent.Type.PaletteChange))
    assert button.icon().cacheKey() != before
    look.choose(Scheme.LIGHT)


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    button = Button("Next")
    pressed: list[bool] = []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: pressed.append(True))
    in_front(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [True]


@pytest.mark.parametrize(
    ("key", "held", "meant"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, True),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_enter_is_enter_on_the_number_pad_too(key: Qt.Key, held: Qt.KeyboardModifier, meant: bool) -> None:
    assert entered(QKeyEvent(QEvent.Type.KeyPress, key, held)) is meant
