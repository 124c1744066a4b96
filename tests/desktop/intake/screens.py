"""The import: nothing chosen, first rows, columns, bad rows, what was taken in; and to whom it is refused."""

from pathlib import Path

from desktop.intake.dialog import ImportDialog
from tests.desktop.stage import Screen, Shots, Stage
from tests.models.intake.tables import MY_NUMBER, case, cases, month, months, text

THEIRS = ("受付番号", "種別", "期", "納期限", "納付日", "金額", "状態", "出所", "時点", "整理番号")


def imports(stage: Stage) -> Shots:
    """Every page of the dialog."""
    stage.window.show_import()
    dialog = stage.dialog("import-dialog")
    assert isinstance(dialog, ImportDialog)
    yield "import-nothing", dialog
    for name, file in _files(stage.folder):
        dialog.add((file,))
        stage.settle(0.6)
        yield name, dialog
        for key in ("rows", "columns", "problems"):
            if name == "import-bad":
                dialog.page.tabs.choose(key)
                dialog.page._turn(key)
                stage.settle(0.1)
                yield f"import-{key}", dialog
    dialog.close()


def _files(folder: Path) -> tuple[tuple[str, Path], ...]:
    """A clean file, one with foreign headings, one with bad rows."""
    clean = cases(case(case="Z-001", name="チャン ティ ホア"), case(case="Z-002", name="John Example"))
    foreign = text(THEIRS, [month(status="済"), month(period="2025-06", status="未")]).encode("cp932")
    bad = months(month(receipt=MY_NUMBER), month(due_on="2025-13-40"), month(amount="一万円"), month(status="済"))
    made = []
    for name, data in (("import-clean", clean), ("import-foreign", foreign), ("import-bad", bad)):
        file = folder / f"{name}.csv"
        file.write_bytes(data)
        made.append((name, file))
    return tuple(made)


def refused(stage: Stage) -> Shots:
    """An auditor may not."""
    stage.window.show_import()
    yield "import-refused", stage.dialog("import-dialog")


SCREENS = (Screen(imports, "examiner1"), Screen(refused, "auditor1"))
