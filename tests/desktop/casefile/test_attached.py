"""A paper is attached from the tab of evidence, looked at there, and a file that is none is told beside the button."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.casefile.evidencetab import PIECE
from desktop.casefile.form import Cite, SheetForm
from desktop.casefile.paperopener import PaperPages
from models.attachments import preview
from models.attachments.values import Picture
from models.findings.values import FindingState, Place
from models.frameworks import library
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import Open, settle
from tests.models.attachments.test_attachments import attach, pdf


def test_attach_and_look(office: Office, open_view: Open, tmp_path: Path) -> None:
    builders.ready_case(office)
    view = open_view()
    view.tabs.choose("evidence")
    view._chosen("evidence")
    settle(view)
    tab = view.evidence
    driver.wait_for(tab.tree.topLevelItemCount)
    assert not tab.papers.show_paper.isEnabled()
    (tmp_path / "none.pdf").write_bytes(b"no paper")
    tab.papers.take(tmp_path / "none.pdf", "申請人")
    settle(view)
    assert "none.pdf" in tab.papers.problem.text
    (tmp_path / "納税証明書.pdf").write_bytes(pdf())
    tab.papers.take(tmp_path / "納税証明書.pdf", "申請人")
    settle(view)
    settle(view)
    assert tab.papers.problem.text == ""
    items = [tab.tree.topLevelItem(at) for at in range(tab.tree.topLevelItemCount())]
    made = view.work.file.attachments[0] if view.work.file else None
    assert made is not None
    tab.tree.setCurrentItem(next(each for each in items if each is not None and each.data(0, PIECE) == made.evidence))
    assert tab.papers.show_paper.isEnabled()
    tab.papers.look()
    settle(view)
    driver.wait_for(lambda: any(isinstance(w, PaperPages) for w in QApplication.topLevelWidgets()))
    dialog = shown()
    assert "納税証明書.pdf" not in dialog.windowTitle(), "a file is often called after a person"
    assert any("納税証明書.pdf" in each.text() for each in dialog.findChildren(QLabel))
    assert "goes to" in dialog.place.text(), "the finding that stands open is named"
    dialog.close()


def test_a_paper_that_takes_long_to_open_holds_up_no_save(
    office: Office, open_view: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.ready_case(office)
    view = open_view()
    view.tabs.choose("evidence")
    view._chosen("evidence")
    settle(view)
    saved, waited = threading.Event(), list[bool]()

    def slow(_name: str, _content: bytes) -> int:
        waited.append(saved.wait(5))
        return 1

    monkeypatch.setattr(preview, "pages_of", slow)
    (tmp_path / "paper.pdf").write_bytes(pdf(1))
    view.evidence.papers.take(tmp_path / "paper.pdf", "申請人")
    view._context.tasks.run(saved.set)
    settle(view)
    assert waited == [True]
    assert len(builders.case_file(office).attachments) == 1


def test_pages_that_take_long_to_draw_hold_up_no_reading(
    office: Office, open_view: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    builders.ready_case(office)
    paper = attach(office)
    view = open_view()
    seen, waited = threading.Event(), list[bool]()

    def slow(_name: str, _content: bytes, _page: int, _dots: int = 0) -> Picture:
        waited.append(seen.wait(5))
        return Picture(2, 2, 8, b"\xff" * 16)

    monkeypatch.setattr(preview, "picture_of", slow)
    view.papers.open(paper)
    view._context.tasks.read(seen.set)
    settle(view)
    assert waited == [True, True]
    shown().close()


def shown() -> PaperPages:
    driver.wait_for(lambda: any(isinstance(w, PaperPages) and w.isVisible() for w in QApplication.topLevelWidgets()))
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperPages) and w.isVisible())


def test_a_place_is_drawn_cited_opened_again_and_taken_away(office: Office, open_view: Open) -> None:
    builders.ready_case(office)
    paper = attach(office)
    view = open_view()
    view.criteria.go("japanese")
    view.criteria.choose(FindingState.MET)
    settle(view)
    view.papers.open(paper)
    dialog = shown()
    first, second = dialog.pages.page(1), dialog.pages.page(2)
    assert first is not None
    assert second is not None
    _draw(first, (0.2, 0.1), (0.8, 0.3))
    assert dialog.chosen.region is not None
    assert all(
        abs(each - want) < 60 for each, want in zip(dialog.chosen.region, (2_000, 1_000, 8_000, 3_000), strict=True)
    )
    second.setFocus()
    for key in (Qt.Key.Key_R, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(second, key)
    QTest.keyClick(second, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert first.region is None, "one place at a time"
    assert dialog.chosen == Place(paper.evidence, 2, (1_100, 1_100, 9_000, 2_600), paper.sha256)
    assert "11 % from the left" in second.accessibleDescription()
    assert "goes to" in dialog.place.text()
    dialog.cite.click()
    settle(view)
    form = view.criteria.form
    assert form is not None
    (place,) = form.reasons[0].places
    assert form.reasons[0].evidence == (paper.evidence,)
    (chip,) = [each for each in view.criteria.sheet.boxes[0]._cites.values() if each.place]
    view.criteria._open_cite(chip)
    again = shown()
    driver.wait_for(lambda: again.chosen == place)
    again.close()
    form.set_cite(Cite(evidence=(paper.evidence,), place=place), False, 0)
    assert not form.reasons[0].cites


def _draw(page: QWidget, start: tuple[float, float], end: tuple[float, float]) -> None:
    points = [QPoint(round(x * page.width()), round(y * page.height())) for x, y in (start, end)]
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=points[0])
    QTest.mouseMove(page, points[1])
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(points[1]), page.mapToGlobal(QPointF(points[1])), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(page, event)
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=points[1])


def test_ticks_of_places_and_of_the_whole_paper_do_not_lose_each_other() -> None:
    form = SheetForm("A", library.all_()[0].criteria[0], lambda _draft: ())
    one, two = Place("E9", 1), Place("E9", 2)
    for place in (one, two):
        form.toggle(Cite(evidence=("E9",), place=place))
    assert (form.reasons[0].evidence, form.reasons[0].places) == (("E9",), (one, two))
    form.toggle(Cite(evidence=("E9",), place=one))
    assert (form.reasons[0].evidence, form.reasons[0].places) == (("E9",), (two,)), "the paper is still cited"
    form.toggle(Cite(evidence=("E9",)))
    assert not form.reasons[0].evidence
    assert not form.reasons[0].places
