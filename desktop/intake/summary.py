"""What a check or an import came to, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.errors import words as error_words
from desktop.intake.form import Item, Stage, head_words
from desktop.words import counted
from models.errors import AkashiError
from models.intake.values import Imported


def stage(item: Item) -> str:
    """One word or two for the list of files."""
    said = {
        Stage.LOOKING: QCoreApplication.translate("Intake", "reading"),
        Stage.CHOOSE: QCoreApplication.translate("Intake", "what is it?"),
        Stage.CHECKING: QCoreApplication.translate("Intake", "checking"),
        Stage.WRONG: QCoreApplication.translate("Intake", "unreadable"),
        Stage.BAD: QCoreApplication.translate("Intake", "{0} bad"),
        Stage.BEHIND: QCoreApplication.translate("Intake", "waits"),
        Stage.CLEAN: QCoreApplication.translate("Intake", "ready"),
        Stage.DONE: QCoreApplication.translate("Intake", "imported"),
    }
    return said[item.stage].format(f"{item.bad_count:,}")


def of_item(item: Item, lang: str) -> str:
    """What is known of a file."""
    if item.stage is Stage.BAD and item.refused is not None:
        return head_words(item.refused, lang)
    if item.stage is Stage.WRONG and item.error is not None:
        return item.error.text(lang) if isinstance(item.error, AkashiError) else error_words(item.error, lang)
    if item.imported is not None:
        return counts((item.imported,), lang)
    return {
        Stage.LOOKING: QCoreApplication.translate("Intake", "The file is being read."),
        Stage.CHOOSE: QCoreApplication.translate(
            "Intake", "Its columns do not tell what this file is. Choose it above."
        ),
        Stage.BEHIND: QCoreApplication.translate("Intake", "It is checked once the files before it are in order."),
    }.get(item.stage, QCoreApplication.translate("Intake", "The file is being checked. Nothing is imported yet."))


def counts(imported: Sequence[Imported], lang: str) -> str:
    """How many rows are new, there already, or stand in older ones' place; how many cases; new units."""
    cases = {case for each in imported for case in each.cases}
    rows, new, skipped, superseded = (
        sum(getattr(each, name) for each in imported) for name in ("rows", "new", "skipped", "superseded")
    )
    said = [counted(QCoreApplication.translate("Intake", "{0} rows: {1} new"), f"{rows:,}", f"{new:,}")]
    if superseded:
        said.append(QCoreApplication.translate("Intake", "{0} in the place of older ones").format(f"{superseded:,}"))
    if skipped:
        said.append(QCoreApplication.translate("Intake", "{0} here already").format(f"{skipped:,}"))
    said.append(counted(QCoreApplication.translate("Intake", "{0} cases"), f"{len(cases):,}"))
    units = [unit for each in imported for unit in each.units]
    between = "、" if lang == "ja" else ", "
    if units:
        said.append(QCoreApplication.translate("Intake", "new units: {0}").format(between.join(units)))
    return between.join(said)
