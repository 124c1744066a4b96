"""Files dropped onto the desk. Light, because the window asks before anything of the import is loaded."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
"""What a dropped file's name may end in; what is inside decides how it is read."""


def dropped(event: QDropEvent) -> list[Path]:
    """The files of a drop that may be imported."""
    data = event.mimeData()
    urls = data.urls() if data is not None and data.hasUrls() else []
    return [path for url in urls if url.isLocalFile() and fits(path := Path(url.toLocalFile()))]


def fits(path: Path) -> bool:
    """Whether a dropped file may be one to import."""
    return path.suffix.lower() in SUFFIXES and path.is_file()
