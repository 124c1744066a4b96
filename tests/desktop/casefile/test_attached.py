"""A paper is attached from the tab of evidence, looked at there, and a file that is none is told beside the button."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.casefile.attached import PaperPages
from desktop.casefile.evidencetab import PIECE
from models.store.office import Office
from tests import builders
from tests.desktop import desk as driver
from tests.desktop.casefile.test_view import Open, settle
from tests.models.attachments.test_attachments import pdf


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
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaperPages))
    assert "納税証明書.pdf" in dialog.windowTitle()
    dialog.close()
