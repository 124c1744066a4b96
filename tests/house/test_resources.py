"""What the program carries is there, whole, and the size its table says."""

import hashlib
import re

import pytest

import resources
from tests.house import tree

LICENCES = ("LICENSE-NotoSansJP.txt", "LICENSE-NotoSans.txt", "LICENSE-IPAmjMincho.txt")


def test_every_font_is_in_the_table_with_its_hash() -> None:
    table = (resources.fonts_dir() / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\S+\.ttf) \|.*\| ([0-9a-f]{64}) \|$", table, re.MULTILINE))
    assert rows == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in resources.font_files()}


@pytest.mark.parametrize("name", LICENCES)
def test_every_font_has_its_licence(name: str) -> None:
    assert len((resources.fonts_dir() / name).read_text(encoding="utf-8-sig")) > 3000


@pytest.mark.parametrize("size", resources.ICON_SIZES)
@pytest.mark.parametrize("filled", [False, True])
def test_every_icon_is_found_in_every_size(size: int, filled: bool) -> None:
    names = resources.icon_names()
    assert {"checkmark_circle", "circle_hint", "circle_half_fill", "document_add", "subtract_circle"} <= set(names)
    assert all(resources.icon_path(name, size, filled).is_file() for name in names)


def test_the_asked_size_is_preferred() -> None:
    assert resources.icon_path("checkmark_circle", 16, filled=True).name == "checkmark_circle_16_filled.svg"


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no regular icon named 'unicorn'"):
        resources.icon_path("unicorn")


def test_icons_name_no_colour_so_that_they_can_be_tinted() -> None:
    coloured = [tree.name(path) for path in resources.root().glob("icons/*.svg") if "fill=" in path.read_text("utf-8")]
    assert coloured == []


def test_folders_lie_under_the_root() -> None:
    finders = (resources.framework_dir, resources.letters_dir, resources.messages_dir, resources.translations_dir)
    assert all(find().parent == resources.root() for find in (*finders, resources.guide_dir))
