"""Makes a picture of every screen: ``python -m tests.screenshots OUTDIR [--quick]``.

Japanese and English, light and dark, at 100 and 150 %, on the sample office; ``--quick``: Japanese and English, light,
100 % only; ``--guide``: exactly the pictures that the guide names, small. The names are
``SCREEN-LANG[-dark][-150].png``. Without a display it draws on Qt's own screenless platform.
"""

import argparse
import io
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from unittest.mock import patch

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

import resources
from desktop.operations import sample
from desktop.preferences import Preferences
from desktop.theme import Scheme
from models.store.clock import fixed
from tests.desktop import desk as driver
from tests.desktop.stage import PASSPHRASE, Stage

SEED = 7
CASES = 60
TODAY = date(2026, 11, 24)
BEGIN = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
"""The pictures' clock: ten in the morning in Japan, so that they are the same on every day they are taken."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of showing every screen."""

    lang: str
    dark: bool
    percent: int

    @property
    def suffix(self) -> str:
        """What stands behind the screen's name."""
        return f"-{self.lang}" + ("-dark" if self.dark else "") + (f"-{self.percent}" if self.percent != 100 else "")


def shapes(quick: bool) -> Iterator[Shape]:
    """Every combination, or only the two for the guide."""
    for lang in ("ja", "en"):
        for dark in (False,) if quick else (False, True):
            for percent in (100,) if quick else (100, 150):
                yield Shape(lang, dark, percent)


def office(folder: Path) -> Path:
    """The sample office the pictures are taken of; made once."""
    where = folder / "sample.akashi"
    if not where.exists():
        sys.stderr.write("Making the sample office …\n")
        sample.make(where, PASSPHRASE, CASES, SEED, today=TODAY, letters=4).close()
    return where


def save(widget: QWidget, path: Path) -> None:
    """Keep what a widget shows, in at most 256 colours without dither: text stays sharp and the file a third as large."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert widget.grab().save(buffer, "PNG"), path
    shot = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    shot.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


class Camera:
    """Walks the tour of every room's screens and takes the pictures of one shape."""

    def __init__(
        self, where: Path, out: Path, shape: Shape, size: tuple[int, int], only: frozenset[str] | None = None
    ) -> None:
        self._out, self._shape, self._only = out, shape, only
        self._clock = patch("models.store.office.Clock", lambda: fixed(BEGIN))
        self._clock.start()
        preferences = Preferences()
        preferences.put("scheme", (Scheme.DARK if shape.dark else Scheme.LIGHT).value)
        preferences.put("text", shape.percent)
        self._desk = driver.start(shape.lang, preferences)
        self._blinks = QApplication.cursorFlashTime()
        QApplication.setCursorFlashTime(0)  # the caret stands: no picture depends on the moment it was taken
        self._folder = tempfile.TemporaryDirectory(prefix="akashi-stage-")
        # Its own copy: what one tour writes, the next does not show.
        own = shutil.copyfile(where, Path(self._folder.name) / where.name)
        self._stage = Stage(self._desk, own, shape.lang, Path(self._folder.name), size)
        self.taken: list[Path] = []

    def close(self) -> None:
        """End the desk."""
        self._clock.stop()
        QApplication.setCursorFlashTime(self._blinks)
        driver.close(self._desk)
        self._folder.cleanup()

    def take(self, name: str, widget: QWidget) -> None:
        """One picture, if it is wanted; packed as small as PNG goes."""
        path = self._out / f"{name}{self._shape.suffix}.png"
        if self._only is not None and path.name not in self._only:
            return
        driver.quiet(self._desk, 0.3)
        save(widget, path)
        self.taken.append(path)

    def all(self) -> None:
        """Every screen."""
        for _, name, widget in self._stage.tour():
            self.take(name, widget)


def guide_pictures() -> frozenset[str]:
    """The names of the pictures that the guide shows."""
    pages = (resources.guide_dir() / lang for lang in ("ja", "en"))
    texts = (page.read_text(encoding="utf-8") for folder in pages for page in folder.glob("*.md"))
    return frozenset(name for text in texts for name in re.findall(r"images/([\w.-]+\.png)", text))


def main(arguments: list[str]) -> int:
    """Take the pictures; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python dev.py screenshots", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("out", type=Path, nargs="?", help="default: build/screenshots, or the guide's own pictures")
    parser.add_argument("--quick", action="store_true", help="only light and 100 %%")
    parser.add_argument("--guide", action="store_true", help="exactly the pictures that the guide names")
    parser.add_argument("--size", default="1440x900", help="of the window, WIDTHxHEIGHT")
    parser.add_argument("--only", default="", help="only this shape, for example ja-dark-150")
    chosen = parser.parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out: Path = chosen.out or (resources.guide_dir() / "images" if chosen.guide else Path("build", "screenshots"))
    out.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in chosen.size.split("x"))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="akashi-pictures-") as folder:
        where = office(Path(folder))
        wanted = guide_pictures() if chosen.guide else None
        for shape in shapes(chosen.quick or chosen.guide):
            if chosen.only and shape.suffix != f"-{chosen.only}":
                continue
            camera = Camera(where, out, shape, (width, height), wanted)
            try:
                camera.all()
            finally:
                camera.close()
            sys.stderr.write(f"{shape.suffix[1:]}: {len(camera.taken)} pictures\n")
    sys.stderr.write(f"done in {time.monotonic() - begun:.0f} s: {out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
