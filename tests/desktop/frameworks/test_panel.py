"""The rules on the screen: every framework can be read, its pages and sentences seen, and a file checked."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import resources
from desktop.context import Context
from desktop.frameworks import form
from desktop.frameworks.panel import FrameworksView
from desktop.tasks import Tasks
from models.frameworks import library
from models.people.values import Actor
from tests import builders
from tests.desktop.desk import in_front, turn

PERMANENT = resources.framework_dir() / "permanent_residence" / "2026-02-24.yaml"


@pytest.fixture
def shown(qtbot: QtBot, context_of: Callable[[Actor], Context], tasks: Tasks) -> Callable[[Actor], FrameworksView]:
    """The rules as a person sees them."""

    def made(actor: Actor) -> FrameworksView:
        view = FrameworksView(context_of(actor))
        qtbot.addWidget(view)
        view.resize(1400, 800)
        in_front(view)
        view.shown()
        settle(tasks)
        return view

    return made


def settle(tasks: Tasks) -> None:
    """Until nothing is under way."""
    assert tasks.wait()
    turn(0.02)


def choose(view: FrameworksView, framework: str) -> None:
    """Choose a framework by its id."""
    found = next(i for i, each in enumerate(library.all_()) if each.id == framework)
    view.version.setCurrentIndex(found)


@pytest.mark.parametrize("actor", builders.EVERYONE, ids=lambda each: each.login)
def test_everybody_reads_every_framework(shown: Callable[[Actor], FrameworksView], actor: Actor) -> None:
    view = shown(actor)
    assert view.version.count() == len(library.all_())
    for framework in library.all_():
        choose(view, framework.id)
        keys = [item.key for item in view.nav.items if item.key]
        assert len(keys) == len(framework.criteria) + 1
        assert framework.title["en"] in view.text.toPlainText()


def test_a_criterion_shows_its_guidance_and_its_letter(shown: Callable[[Actor], FrameworksView]) -> None:
    view = shown(builders.EXAMINER)
    choose(view, "permanent_residence")
    pension = library.named("permanent_residence").criterion("pension")
    view.nav.choose("·pension", announce=True)
    text = view.text.toPlainText()
    assert pension.question["en"] in text
    assert all(each.code in text for each in pension.grounds)
    assert all(each.code in text for each in pension.reasons)
    view.mode.set_value("letter")
    view.mode.chosen.emit("letter")
    assert pension.reasons[0].conclusion["en"] in view.text.toPlainText()


def test_the_handbook_page_is_drawn_and_saved(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, tmp_path: Path
) -> None:
    view = shown(builders.RULE_KEEPER)
    choose(view, "permanent_residence")
    view.nav.choose("·pension", announce=True)
    view.mode.set_value("booklet")
    view.mode.chosen.emit("booklet")
    assert tasks.wait(30_000)
    turn(0.02)
    assert len(view.booklet.pages.pages) in (1, 2)
    view.booklet.write(tmp_path / "handbook.html", "html")
    until = time.monotonic() + 20
    while not (tmp_path / "handbook.html").exists() and time.monotonic() < until:
        assert tasks.wait(30_000)
    turn(0.02)
    assert b"<html" in (tmp_path / "handbook.html").read_bytes()
    assert "handbook.html" in view.booklet.note.text


def test_a_broken_file_shows_its_problems_with_their_places(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, tmp_path: Path
) -> None:
    view = shown(builders.RULE_KEEPER)
    path = tmp_path / "broken.yaml"
    path.write_text(PERMANENT.read_text(encoding="utf-8").replace("mandatory: true", "mandatory: perhaps", 1), "utf-8")
    view.check_file(path)
    settle(tasks)
    assert "broken.yaml:" in view.text.toPlainText()
    assert view.version.count() == len(library.all_())


def test_a_sound_file_is_shown_as_it_would_be_published(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, tmp_path: Path
) -> None:
    view = shown(builders.RULE_KEEPER)
    path = tmp_path / "draft.yaml"
    text = PERMANENT.read_text(encoding="utf-8").replace('version: "2026-02-24"', 'version: "draft"', 1)
    path.write_text(text, encoding="utf-8")
    view.check_file(path)
    settle(tasks)
    assert view.framework is not None
    assert view.framework.version == "draft"
    assert view.version.count() == len(library.all_()) + 1


def test_a_missing_file_is_said_in_words(
    shown: Callable[[Actor], FrameworksView], tasks: Tasks, tmp_path: Path
) -> None:
    view = shown(builders.RULE_KEEPER)
    view.check_file(tmp_path / "nothing.yaml")
    settle(tasks)
    assert "nothing.yaml" in view.text.toPlainText()


def test_wording_never_becomes_markup() -> None:
    framework = library.named("permanent_residence")
    labels = dict.fromkeys(
        ("source", "routes", "every", "weight", "indicator", "mandatory", "weighed", "guidance", "evidence", "grounds",
         "reasons", "verify"), "<b>"
    )  # fmt: skip
    assert "<b><b>" not in form.guidance(framework, framework.criteria[0], "ja", labels)
