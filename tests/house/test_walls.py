"""The import contracts bite: a skeleton of this house keeps them all, and breaks each one when a wall is broken."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import tree

SKELETON = [
    *(
        "resources/__init__.py",
        "models/__init__.py",
        "reports/__init__.py",
        "reports/letter_pdf.py",
        "desktop/__init__.py",
    ),
    *(
        "models/store/__init__.py",
        "models/findings/__init__.py",
        "models/findings/values.py",
        "models/findings/rules.py",
    ),
    *(
        "models/findings/tables.py",
        "models/findings/service.py",
        "models/letters/__init__.py",
        "models/letters/compose.py",
    ),
    *("desktop/app.py", "desktop/cli.py", "desktop/operations/__init__.py", "desktop/operations/findings.py"),
    *("desktop/casefile/__init__.py", "desktop/casefile/form.py", "desktop/casefile/panel.py"),
]
ALLOWED = {
    "models/store/__init__.py": "import sqlalchemy, alembic.command",
    "models/findings/rules.py": "from models.findings import values",
    "models/findings/tables.py": "import sqlalchemy.orm\nfrom models import store",
    "models/findings/service.py": "import sqlalchemy.orm\nfrom models.findings import tables, rules",
    "models/letters/compose.py": "from models.findings import values",
    "reports/letter_pdf.py": "import reportlab.pdfgen, typst, openpyxl\nfrom models.findings import values",
    "desktop/operations/findings.py": "from models.findings import service\nfrom reports import letter_pdf",
    "desktop/app.py": "import PySide6.QtWidgets\nfrom models import store",
    "desktop/cli.py": "from desktop.operations import findings\nfrom models.findings import service",
    "desktop/casefile/form.py": "from models.findings import rules",
    "desktop/casefile/panel.py": "import PySide6, desktop.casefile.form\nfrom desktop.operations import findings",
}
BREACHES = [
    ("models/findings/rules.py", "import desktop.casefile", "desktop imports reports imports models imports resources"),
    ("reports/letter_pdf.py", "def later(): import PySide6.QtGui", "Qt only in desktop"),
    ("desktop/casefile/form.py", "from desktop.casefile import panel", "forms and operations are free of Qt"),
    ("desktop/operations/findings.py", "import PySide6.QtCore", "forms and operations are free of Qt"),
    ("desktop/cli.py", "import sqlalchemy", "SQLAlchemy and Alembic never in desktop or reports"),
    ("models/letters/__init__.py", "import sqlalchemy", "SQLAlchemy in models only in store, tables and services"),
    ("models/findings/values.py", "import sqlalchemy", "Values, rules and compose are pure"),
    ("models/findings/rules.py", "from models.findings import service", "Values, rules and compose are pure"),
    ("models/letters/compose.py", "from models import store", "Values, rules and compose are pure"),
    (
        "reports/letter_pdf.py",
        "from models.findings import service",
        "reports know no store, no tables and no services",
    ),
    ("models/letters/compose.py", "import openpyxl", "PDF and workbook writers only in reports"),
    (
        "desktop/casefile/panel.py",
        "from models.findings import service",
        "Screens reach services only through operations",
    ),
    ("models/findings/values.py", "from models.letters import compose", "No circles among the folders of models"),
]


def house(folder: Path, extra: tuple[str, str] | None = None) -> Path:
    """A small house in `folder`, with one line planted in one of its files; the contracts are this project's own."""
    text = (tree.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    (folder / "pyproject.toml").write_text(text[text.index("[tool.importlinter]") :], encoding="utf-8")
    for name in SKELETON:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        planted = extra[1] if extra and extra[0] == name else ""
        path.write_text(f"{ALLOWED.get(name, '')}\n{planted}\n", encoding="utf-8")
    return folder


def verdicts(folder: Path) -> dict[str, str]:
    """Each contract with KEPT or BROKEN."""
    code = "from importlinter.cli import lint_imports_command as go; go()"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    found = dict(re.findall(r"^(\S.*?) (KEPT|BROKEN)", done.stdout, re.MULTILINE))
    assert found, done.stdout + done.stderr
    return found


def test_a_house_that_keeps_the_rules_passes(tmp_path: Path) -> None:
    assert set(verdicts(house(tmp_path)).values()) == {"KEPT"}


@pytest.mark.parametrize(("file", "line", "contract"), BREACHES)
def test_a_broken_wall_is_seen(tmp_path: Path, file: str, line: str, contract: str) -> None:
    assert verdicts(house(tmp_path, (file, line)))[contract] == "BROKEN"


def test_every_contract_has_a_breach_that_breaks_it() -> None:
    text = (tree.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = {contract["name"] for contract in tomllib.loads(text)["tool"]["importlinter"]["contracts"]}
    assert names == {contract for _, _, contract in BREACHES}
