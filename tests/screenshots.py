"""Makes a picture of every screen: ``python -m tests.screenshots OUTDIR [--quick]``.

Japanese and English, light and dark, at 100 and 150 %, on the sample office; ``--quick``: Japanese and English, light,
100 % only; ``--guide``: exactly the pictures that the guide names, small. The names are
``SCREEN-LANG[-dark][-150].png``. Without a display it draws on Qt's own screenless platform.
"""

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

import resources
from desktop.casefile.panel import CaseView
from desktop.operations import cases, sample
from desktop.preferences import Preferences
from desktop.queue.panel import QueueView
from desktop.records.panel import RecordsView
from desktop.theme import Scheme
from desktop.window import Window
from models.casefile.values import CaseFile
from models.cases.values import State
from models.decisions.values import Outcome
from models.findings.values import FindingState
from tests.desktop import desk as driver

SEED = 7
CASES = 60
TODAY = date(2026, 11, 24)
PASSPHRASE = "sample"


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


class Camera:
    """Signs in as different people and takes the pictures of one shape."""

    def __init__(
        self, where: Path, out: Path, shape: Shape, size: tuple[int, int], only: frozenset[str] | None = None
    ) -> None:
        self._where, self._out, self._shape, self._size, self._only = where, out, shape, size, only
        preferences = Preferences()
        preferences.put("scheme", (Scheme.DARK if shape.dark else Scheme.LIGHT).value)
        preferences.put("text", shape.percent)
        self._desk = driver.start(shape.lang, preferences)
        self.taken: list[Path] = []

    def close(self) -> None:
        """End the desk."""
        driver.close(self._desk)

    def take(self, name: str, widget: QWidget) -> None:
        """One picture, if it is wanted; packed as small as PNG goes."""
        path = self._out / f"{name}{self._shape.suffix}.png"
        if self._only is not None and path.name not in self._only:
            return
        driver.quiet(self._desk, 0.3)
        assert widget.grab().save(str(path), "PNG", 0), path
        self.taken.append(path)

    def all(self) -> None:
        """Every screen."""
        self._sign_in_screens()
        self._as("examiner1", self._examiner)
        self._as("supervisor1", self._supervisor)
        self._as("auditor1", self._auditor)

    def _sign_in_screens(self) -> None:
        dialog = self._desk.sign_in(str(self._where), PASSPHRASE)
        driver.quiet(self._desk)
        driver.fill_in(dialog, "examiner1", "something else")
        self.take("signin", dialog)
        dialog.submit()
        self.take("signin-wrong", dialog)
        dialog.deleteLater()
        driver.turn(0.1)

    def _as(self, login: str, act: Callable[[Window], None]) -> None:
        window = driver.sign_in(self._desk, str(self._where), login, "sample", PASSPHRASE)
        window.resize(*self._size)
        driver.quiet(self._desk)
        act(window)
        left: list[str] = []
        window.left.connect(left.append)
        window.sign_out()
        driver.wait_for(lambda: left)
        for dialog in _windows("sign-in"):
            dialog.deleteLater()
        driver.turn(0.1)

    def _examiner(self, window: Window) -> None:
        queue = _queue(window)
        self.take("queue", window)
        queue.filters.search.setText("ゾゾゾ")
        self.take("queue-nothing", window)
        queue.filters.clear()
        driver.quiet(self._desk, 0.5)
        first = _telling(window)
        self._case(window, first)
        if self._only is None:
            others = [case for case in _cases(queue, "examining") if case != first]
            for case in others[:1]:
                self._case(window, case, "second-")
        window.show_keys()
        self._dialog("all-keys", "keys")
        window.show_guide()
        self._dialog("guide", "guide")

    def _supervisor(self, window: Window) -> None:
        self.take("queue-supervisor", window)
        window.show_case(_refused(window))
        driver.quiet(self._desk, 0.8)
        self.take("countersign", window)

    def _auditor(self, window: Window) -> None:
        view = next(each for each in window.views if isinstance(each, RecordsView))
        window.tabs.setCurrentIndex(window.stack.indexOf(view))
        driver.quiet(self._desk, 0.6)
        found = (at for at, event in enumerate(view.model.events) if event.kind == "proposed")
        view.table.selectRow(next(found, 0))
        self.take("records", window)

    def _case(self, window: Window, case: str, prefix: str = "") -> None:
        window.show_case(case)
        driver.quiet(self._desk, 0.8)
        view = window.front
        assert isinstance(view, CaseView)
        if view.criteria.form is not None and not prefix:
            self._write(view)
        for index in range(view.tabs.count()):
            view.tabs.setCurrentIndex(index)
            driver.quiet(self._desk, 0.6)
            if view.tabs.key() == "letter":
                self._letter(view)
            self.take(prefix + _NAMES.get(view.tabs.key(), view.tabs.key()), window)
        view.tabs.setCurrentIndex(0)
        driver.turn(0.1)
        view.header.button.click()
        driver.quiet(self._desk, 0.6)
        self.take(f"{prefix}check", window)

    def _write(self, view: CaseView) -> None:
        """A moment of the work: the finding on the late months is open, with its reason, and is being saved."""
        view.criteria.go(TELLING)
        form = view.criteria.form
        if form is not None and form.folded:
            view.criteria.sheet.summary.undo.click()
        view.criteria.to_sheet()
        driver.quiet(self._desk, 1.0)

    def _letter(self, view: CaseView) -> None:
        """In the language of the picture, under a refusal where nothing is proposed."""
        letter = view.letter
        letter.under.set_value("refuse")
        letter.under.chosen.emit("refuse")
        driver.quiet(self._desk, 0.8)  # the languages come with the first letter
        letter.language.setCurrentIndex(max(0, letter.language.findData(self._shape.lang)))
        driver.quiet(self._desk, 0.8)

    def _dialog(self, name: str, picture: str) -> None:
        driver.turn(0.1)
        for widget in _windows(name):
            self.take(picture, widget)
            widget.close()


TELLING = "pension"
"""The criterion of which the picture tells most: months paid late."""
_NAMES = {"criteria": "case", "payments": "timeline"}


def _queue(window: Window) -> QueueView:
    return next(view for view in window.views if isinstance(view, QueueView))


def _windows(name: str) -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.objectName() == name]


def _telling(window: Window) -> str:
    """An own case with months paid late: found not met, and returned with a comment if there is one."""
    office = window._context.office
    mine = [row.id for row in _queue(window).model.rows if row.group in ("returned", "examining", "waiting")]
    files = [cases.gather(office, case) for case in mine]
    late = [file for file in files if sum(fact.id.startswith("F33.") for fact in file.facts) > 1]
    open_ = [file for file in late if file.case.state in (State.RETURNED, State.EXAMINING) and _not_met(file)]
    return (open_ or late or files)[0].case.id


def _not_met(file: CaseFile) -> bool:
    found = file.finding(TELLING)
    return found is not None and found.finding is FindingState.NOT_MET


def _refused(window: Window) -> str:
    """A refusal that waits for a second person."""
    office = window._context.office
    files = [cases.gather(office, row.id) for row in _queue(window).model.rows if row.group == "proposed"]
    refusals = [file for file in files if file.proposal and file.proposal.outcome is Outcome.REFUSE]
    return ([file for file in refusals if _not_met(file)] or refusals or files)[0].case.id


def guide_pictures() -> frozenset[str]:
    """The names of the pictures that the guide shows."""
    pages = (resources.guide_dir() / lang for lang in ("ja", "en"))
    texts = (page.read_text(encoding="utf-8") for folder in pages for page in folder.glob("*.md"))
    return frozenset(name for text in texts for name in re.findall(r"images/([\w.-]+\.png)", text))


def _cases(queue: QueueView, group: str) -> list[str]:
    """The case of a group of which most is found."""
    fitting = [row for row in queue.model.rows if row.group == group and row.found]
    return [row.id for row in sorted(fitting, key=lambda row: -row.found)[:1]]


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
            camera.all()
            camera.close()
            sys.stderr.write(f"{shape.suffix[1:]}: {len(camera.taken)} pictures\n")
    sys.stderr.write(f"done in {time.monotonic() - begun:.0f} s: {out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
