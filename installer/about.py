"""What Windows shows about the program: its icon, made from the mark that the desk draws, and its version information."""

import struct
from collections.abc import Sequence
from pathlib import Path

from installer import parts

SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
LANGUAGES = (("041104B0", 0x0411, "審査官の判断のための机"), ("040904B0", 0x0409, "The examiner's desk for decisions"))


def icon_file(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """An .ico of PNG pictures, each with its side in pixels (16 to 256)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for side, png in pictures:
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), at)
        at += len(png)
    return head + entries + b"".join(png for _, png in pictures)


def write_icon(where: Path) -> None:
    """Draw the program's mark in every size. Needs Qt; no display."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtWidgets import QApplication

    from desktop.signin.logo import logo_icon
    from desktop.theme.type import load_fonts

    application = QApplication.instance() or QApplication(["icon", "-platform", "offscreen"])
    load_fonts()
    icon = logo_icon()
    pictures = []
    for side in SIZES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        icon.pixmap(side, side).save(buffer, "PNG")
        pictures.append((side, bytes(buffer.data().data())))
    where.write_bytes(icon_file(pictures))
    del application


def four(version: str) -> tuple[int, int, int, int]:
    """Windows counts versions in four numbers; what follows the numbers of ours is left out."""
    numbers = [int(word) for word in version.split("+", maxsplit=1)[0].split(".") if word.isdigit()][:4]
    first, second, third, fourth = (*numbers, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_info(version: str) -> str:
    """Version information in PyInstaller's notation, Japanese first."""
    tables = ",\n".join(f"StringTable('{key}', [{', '.join(_strings(words, version))}])" for key, _, words in LANGUAGES)
    told = ", ".join(str(part) for _, code, _ in LANGUAGES for part in (code, 1200))
    numbers = four(version)
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, "
        "fileType=0x1, subtype=0x0, date=(0, 0)),\n"
        f"kids=[StringFileInfo([{tables}]), VarFileInfo([VarStruct('Translation', [{told}])])])\n"
    )


def _strings(words: str, version: str) -> list[str]:
    told = {
        "CompanyName": parts.PUBLISHER,
        "FileDescription": f"証 Akashi — {words}",
        "FileVersion": version,
        "InternalName": parts.NAME,
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": "Akashi.exe",
        "ProductName": "証 Akashi",
        "ProductVersion": version,
    }
    return [f"StringStruct({name!r}, {value!r})" for name, value in told.items()]
