"""What goes to a linked institution, as CSV or a workbook: text cells only, no formula anywhere. Values in, bytes out."""

from datetime import datetime

from models.provisions.rules import going
from models.provisions.values import Parcel
from reports.simulation_sheet import as_csv
from reports.xlsx_stream import Column, Properties, Sheet, workbook
from resources import messages

FORMATS = ("csv", "xlsx")
_LANGUAGE = "ja"
_WIDE = frozenset({"name", "name_reading", "address", "status"})


def heads(parcel: Parcel, lang: str = _LANGUAGE) -> tuple[str, ...]:
    """The headings of the fields."""
    return tuple(messages.text(f"provisions.field_{each}", lang, {}) for each in parcel.institution.fields)


def render(parcel: Parcel, form: str, created: datetime) -> bytes:
    """The file: one line a case, the fields that the law gives and nothing else. The same for the same parcel and moment."""
    rows = [each.cells for each in going(parcel)]
    if form == "csv":
        return as_csv(heads(parcel), rows)
    columns = tuple(
        Column(head, width=28.0 if field in _WIDE else 14.0)
        for head, field in zip(heads(parcel), parcel.institution.fields, strict=True)
    )
    title = parcel.institution.title[_LANGUAGE]
    ground = parcel.institution.ground[_LANGUAGE]
    said = Properties(title, ground, "Akashi", created, header=parcel.recipient, footer=ground)
    return workbook((Sheet(title[:31], columns, rows),), said)
