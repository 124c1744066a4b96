"""Every string of every room has its Japanese, and nothing else stands in the files."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel

import resources
from desktop import i18n, words
from models.findings.values import FindingState
from tests.desktop.strings import ROOMS, Text, Wrong, modules, room_of, texts

ALL = [found for path in modules() for found in texts(path)]
BY_ROOM = {
    room: {(t.context, t.source) for p in modules() if room_of(p) == room for t in texts(p) if isinstance(t, Text)}
    for room in (*ROOMS, "shell")
}


def test_every_text_is_a_plain_literal() -> None:
    assert [found.where for found in ALL if isinstance(found, Wrong)] == []


@pytest.mark.parametrize("room", [*ROOMS, "shell"])
def test_a_room_is_wholly_translated(room: str) -> None:
    have = i18n.read(resources.translations_dir() / f"{room}.ja.ts")
    assert sorted(BY_ROOM[room] - set(have)) == []
    assert sorted(set(have) - BY_ROOM[room]) == [], "these are asked for nowhere"


@pytest.mark.parametrize("room", [*ROOMS, "shell"])
def test_figures_and_keys_survive_translation(room: str) -> None:
    have = i18n.read(resources.translations_dir() / f"{room}.ja.ts")
    for (_, source), target in have.items():
        assert sorted(re.findall(r"{\w*}", source)) == sorted(re.findall(r"{\w*}", target)), source


def test_no_f_string_hides_in_tr() -> None:
    for path in modules():
        assert not re.search(r"\.tr\(\s*f[\"']", path.read_text(encoding="utf-8")), path.name


def test_switching_the_language_switches_words(qapp: QApplication) -> None:
    language = i18n.Language(qapp, "ja")
    assert words.finding(FindingState.NOT_MET) == "不適合"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    language.use("en")
    assert words.finding(FindingState.NOT_MET) == "Not met"


def test_a_derived_widget_speaks_its_parent_s_words(qapp: QApplication) -> None:
    class Base(QLabel):
        pass

    class Derived(Base):
        pass

    catalogue = i18n.Catalogue({("Base", "word"): "語"}, qapp)
    qapp.installTranslator(catalogue)
    assert Derived().tr("word") == "語"
    assert Derived().tr("unknown") == "unknown"
    qapp.removeTranslator(catalogue)


def test_a_file_that_is_no_translation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.ja.ts"
    path.write_text("<other/>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.ja\.ts"):
        i18n.read(path)
