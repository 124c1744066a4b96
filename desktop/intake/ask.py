"""The system's own file dialogs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def files(parent: QWidget) -> list[Path]:
    """Which files to import; none when the person thought better of it."""
    title = QCoreApplication.translate("Intake", "Choose files to import")
    kinds = QCoreApplication.translate("Intake", "Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)")
    return [Path(each) for each in QFileDialog.getOpenFileNames(parent, title, "", kinds)[0]]


def map_to_read(parent: QWidget) -> Path | None:
    """Which map to use."""
    title = QCoreApplication.translate("Intake", "Choose a map file")
    chosen = QFileDialog.getOpenFileName(parent, title, "", _maps())[0]
    return Path(chosen) if chosen else None


def map_to_write(parent: QWidget, name: str) -> Path | None:
    """Where to keep a map."""
    title = QCoreApplication.translate("Intake", "Keep the map as")
    chosen = QFileDialog.getSaveFileName(parent, title, name, _maps())[0]
    return Path(chosen) if chosen else None


def _maps() -> str:
    return QCoreApplication.translate("Intake", "Maps (*.toml)")
