"""Every screen and dialog of the desk, in both languages: whatever takes input or acts has an accessible name.

The rooms come from the tree: one without a ``screens.py`` fails here by name, and so does a place or dialog that no walk meets.
"""

import importlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch
from weakref import WeakKeyDictionary

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

import resources
from desktop.operations import offices, sample
from desktop.operations.invented import life
from desktop.views import View
from models.cases import service as cases
from models.cases.values import NewCase
from models.people import service as people
from tests.desktop import desk as driver
from tests.desktop.heads import crooked
from tests.desktop.names import Known, acting, said, unnamed
from tests.desktop.stage import DESKTOP, PASSPHRASE, Stage, registered, rooms
from tests.screenshots import guide_pictures

CANARY = "東京都江東区かなりあ町"
BASES = {"desktop.views.View", "desktop.casefile.casepages.CasePages", "desktop.widgets.dialog.Dialog"}
"""Never shown themselves."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office that the pictures are taken of; here every address is confidential and says so."""
    where = tmp_path_factory.mktemp("sample") / "sample.akashi"
    drawn = life.case

    def hidden(*args: object) -> NewCase:
        made: NewCase = drawn(*args)  # type: ignore[arg-type]  # passed on as they came
        home = replace(made.applicant, address=f"{CANARY}{made.id}", confidential=True)
        return replace(made, applicant=home)

    with patch.object(life, "case", hidden):
        sample.make(where, PASSPHRASE, 60, 7, today=date(2026, 11, 24), letters=2).close()
    return where


@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_says_how_to_come_to_its_screens(room: str) -> None:
    folder = "tests/desktop" if room == "shell" else f"tests/desktop/{room}"
    assert registered().get(room), f"the room desktop/{room} makes widgets: name its screens in {folder}/screens.py"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_whatever_acts_has_a_name_on_every_screen(made: Path, tmp_path: Path, lang: str) -> None:
    where = Path(shutil.copyfile(made, tmp_path / "sample.akashi"))
    names = _names(where)
    desk = driver.start(lang)
    nameless: dict[str, str] = {}
    met: set[str] = set()
    count = 0
    sizes: dict[str, tuple[int, int]] = {}
    leaks: set[str] = set()
    askew: set[str] = set()
    named: set[str] = set()
    known: Known = WeakKeyDictionary()
    try:
        for room, name, widget in Stage(desk, where, lang, tmp_path).tour():
            nameless |= dict.fromkeys(unnamed(widget), f"{room}/{name}")
            met |= {_full(type(each)) for each in (widget, *widget.findChildren(QWidget)) if each.isVisible()}
            count += sum(1 for _ in acting(widget))
            askew |= {f"{room}/{name} {each}" for each in crooked(widget)}
            named |= {f"{room}/{name} {each.windowTitle()}" for each in _titled() if names(each.windowTitle())}
            if lang == "ja":
                leaks |= {f"{room}/{name} {whose}" for whose, text in said(widget, known) if CANARY in text}
                leaks |= {f"{room}/{name} clipboard"} if CANARY in QApplication.clipboard().text() else set()
            sizes.setdefault(f"{name}-{lang}.png", (widget.width(), widget.height()))
    finally:
        driver.close(desk)
    assert sorted(leaks) == [], "a confidential address stands on the envelope alone"
    assert not nameless, "\n".join(f"{where}: {each}" for each, where in nameless.items())
    assert sorted(askew) == [], "a head stands over its column as the cells do (desktop/widgets/heads)"
    assert sorted(named) == [], "a title bar is seen by whoever passes: it names nobody"
    assert sorted(_windows() - met) == [], "no screens.py leads to these"
    assert count > 1000
    assert _changed_pictures(sizes, lang) == {}, "take them anew: python dev.py screenshots --guide"


def _names(where: Path) -> Callable[[str], bool]:
    """Whether words name an applicant, a third party of the walks, or a person of the office."""
    with offices.open_(where, PASSPHRASE) as office, office.read() as session:
        found = {each.applicant.name for each in cases.listing(session)} | {
            each.name for each in people.listing(session)
        }
    known = found | {"株式会社みどり"}
    return lambda words: any(name in words for name in known)


def _titled() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def _changed_pictures(sizes: Mapping[str, tuple[int, int]], lang: str) -> dict[str, str]:
    """Pictures of the guide that no walk takes, or whose screen has another size today. The long proof compares pixels."""
    changed = {}
    for name in sorted(each for each in guide_pictures() if each.endswith(f"-{lang}.png")):
        with Image.open(resources.guide_dir() / "images" / name) as picture:
            if sizes.get(name) != picture.size:
                changed[name] = f"{picture.size}, now {sizes.get(name, 'no walk takes it')}"
    return changed


def test_what_a_widget_says_is_found(qtbot: QtBot) -> None:
    """The search for the address above would find it wherever it stood."""
    parent = QWidget()
    qtbot.addWidget(parent)
    tree = QTreeWidget(parent)
    tree.addTopLevelItem(QTreeWidgetItem(["cell"]))
    tree.topLevelItem(0).setToolTip(0, "hint of a cell")  # type: ignore[union-attr]  # just added
    line = QLineEdit("typed", parent)
    line.setAccessibleDescription("described")
    parent.setWindowTitle("title")
    assert {"cell", "hint of a cell", "typed", "described", "title"} <= {
        text for _, text in said(parent, WeakKeyDictionary())
    }


def test_a_widget_without_a_name_is_found(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bare, named = QPushButton("Save", parent), QLineEdit(parent)
    bare.setObjectName("bare")
    named.setAccessibleName("Name")
    assert unnamed(parent) == ["QPushButton 'bare' in QWidget"]


def _full(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _windows() -> set[str]:
    """Every dialog, window and place that the desk's modules define."""
    return {
        _full(kind)
        for module in _modules()
        for kind in vars(importlib.import_module(module)).values()
        if isinstance(kind, type) and issubclass(kind, QDialog | View) and kind.__module__ == module
    } - BASES


def _modules() -> Iterator[str]:
    for path in sorted(DESKTOP.rglob("*.py")):
        inner = path.relative_to(DESKTOP.parent).with_suffix("").parts
        if "QtWidgets" in path.read_text(encoding="utf-8") or inner[-1] in ("panel", "dialog"):
            yield ".".join(inner[:-1] if inner[-1] == "__init__" else inner)
