"""Words of the import screen."""

from PySide6.QtCore import QCoreApplication

from desktop.i18n import noop
from models.intake import words as intake
from models.intake.schemas import SCHEMAS

_KINDS = {
    "cases": noop("Intake", "Cases"),
    "obligations": noop("Intake", "Payments of tax, pension and health insurance"),
    "stays": noop("Intake", "Entries and departures"),
    "statuses": noop("Intake", "Statuses of residence"),
    "employment": noop("Intake", "Employment"),
    "income": noop("Intake", "Income"),
    "qualifications": noop("Intake", "Qualifications"),
    "language": noop("Intake", "Language tests"),
    "ties": noop("Intake", "Family, housing and community"),
    "conduct": noop("Intake", "Conduct"),
    "statements": noop("Intake", "Statements"),
}
_ENCODINGS = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8 (BOM)", "utf-16": "UTF-16", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE",
    "cp932": "CP932 (Shift_JIS)",
}  # fmt: skip


def kind(what: str) -> str:
    """事案, Cases."""
    return QCoreApplication.translate("Intake", _KINDS[what]) if what in _KINDS else what


def kinds() -> list[tuple[str, str]]:
    """Every kind of file: its words and its name."""
    return [(kind(what), what) for what in SCHEMAS]


def encoding(name: str, format_: str) -> str:
    """How a file is written: CP932, or that it is a spreadsheet."""
    return "XLSX" if format_ == "xlsx" else _ENCODINGS.get(name, name.upper())


def column(what: str, name: str, lang: str) -> str:
    """納付日 (paid_on)."""
    return QCoreApplication.translate("Intake", "{0} ({1})").format(intake.title(what, name, lang), name)


def word(listed: str, ours: str, lang: str) -> str:
    """A word of a list as people say it."""
    return f"{intake.first_names(listed).get(ours, ours)}\u3000{ours}" if lang == "ja" else ours
