"""A closed dialog is gone: it would keep what was read and typed in it as long as the window it was opened from."""

import ast
from collections.abc import Iterator

from tests.house import tree

BASE = "desktop/widgets/dialog.py"
OWN = {"desktop/signin/dialog.py", "desktop/signin/lock.py"}
"""The program's own windows: they have no window above them, and ``desktop/app`` takes them away itself."""
QT = {"QMessageBox", "QInputDialog", "QPrintDialog", "QProgressDialog", "QFileDialog"}
"""Qt's ready dialogs. Called by a static function (``QFileDialog.getOpenFileName``) they go by themselves."""


def _ours() -> Iterator[tuple[str, str, ast.Module]]:
    yield from (each for each in tree.sources() if each[0].startswith("desktop/"))


def test_every_dialog_goes_when_it_is_closed() -> None:
    kept = [
        f"{name}: {node.name}"
        for name, _, module in _ours()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("QDialog") for base in node.bases)
        if name not in {BASE, *OWN}
    ]
    assert kept == [], "derive them from desktop.widgets.dialog.Dialog"


def test_every_box_of_qt_s_goes_when_it_is_closed() -> None:
    kept = [
        f"{name}: {called}"
        for name, text, module in _ours()
        for called, _ in tree.calls(module)
        if called in QT and "WA_DeleteOnClose" not in text and "dialog.deleteLater()" not in text
    ]
    assert kept == [], "set WA_DeleteOnClose, or call deleteLater"
