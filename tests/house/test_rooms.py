"""The rooms are there, import, and keep Qt and the database out of where they do not belong, also at run time."""

import importlib
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tests.house import tree

UNIMPORTED = ("desktop.__main__", "installer.", "models.store.env", "models.store.migrations.")


def modules(*rooms: str) -> list[str]:
    """Every module of the rooms that is meant to be imported."""
    found = []
    for name, _, _ in tree.sources():
        path = Path(name)
        if path.parts[0] in rooms and "versions" not in path.parts and path.stem != "env":
            found.append(".".join((path.parent if path.stem == "__init__" else path.with_suffix("")).parts))
    return [module for module in found if not module.startswith(UNIMPORTED)]


def loaded_after(names: list[str], *watched: str) -> set[str]:
    """Which of the watched packages are loaded after importing the modules, in a Python of their own."""
    code = f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tree.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name.split(".")[0] for name in done.stdout.split()} & set(watched)


@pytest.mark.parametrize("room", tree.ROOMS)
def test_a_room_can_be_entered(room: str) -> None:
    assert importlib.import_module(room).__name__ == room


def test_every_folder_with_code_is_a_package() -> None:
    folders = {str(Path(name).parent) for name, _, _ in tree.sources() if "/" in name and "/versions/" not in name}
    bare = [folder for folder in folders if not (tree.ROOT / folder / "__init__.py").is_file()]
    assert sorted(folder for folder in bare if not folder.startswith(("models/store/migrations", ".ci"))) == []


def test_every_module_has_a_plain_ascii_name() -> None:
    assert [name for name, _, _ in tree.sources() if not name.isascii() or " " in name] == []


def test_models_reports_and_resources_load_without_qt() -> None:
    assert loaded_after(modules("resources", "models", "reports"), "PySide6", "shiboken6") == set()


def test_reports_load_without_the_database() -> None:
    assert loaded_after(modules("reports"), "sqlalchemy", "alembic", "sqlcipher3") == set()


def test_the_command_line_and_operations_load_without_qt() -> None:
    named = [name for name in modules("desktop") if name.startswith(("desktop.cli", "desktop.operations"))]
    assert named
    assert loaded_after(named, "PySide6", "shiboken6") == set()


def test_forms_load_without_qt() -> None:
    assert (
        loaded_after([name for name in modules("desktop") if name.endswith(".form")], "PySide6", "shiboken6") == set()
    )


def test_this_qt_is_safe_on_this_python() -> None:
    """PySide6 6.12.0 drops a reference of None on each call that returns nothing; Python 3.11 then aborts."""
    version = tuple(int(part) for part in PySide6.__version__.split(".")[:2])
    assert version < (6, 12) or sys.version_info >= (3, 12)
    assert (3, 11) <= sys.version_info[:2] < (3, 14)


def test_the_top_of_the_tree_holds_nothing_unplanned() -> None:
    planned = {
        *tree.ROOMS,
        *(
            "README.md",
            "README.ja.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "ARCHITECTURE.md",
            "LICENSE",
            "dev.py",
            "pyproject.toml",
        ),
        *("requirements.lock", "requirements-dev.lock", ".ci", ".github", ".gitignore", ".gitattributes"),
    }
    assert sorted({tree.name(path).split("/")[0] for path in tree.files()} - planned) == []
