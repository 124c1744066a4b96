"""Due days of municipalities: read a table in, list what holds."""

from pathlib import Path

from desktop.operations import refusals
from models.dates.parse import parse_date
from models.duedates import rules, service
from models.duedates.values import DueDate, Kept
from models.errors import BadInput
from models.evidence.values import Duty
from models.intake.tables_in import open_table
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office

COLUMNS = ("municipality", "duty", "fiscal_year", "instalment", "due_on", "source", "as_of")
_NEEDED = COLUMNS[:-1]


def listing(office: Office, actor: Actor) -> tuple[DueDate, ...]:
    """Every row that holds: the office's own, and the shipped ones of fiscal years that it does not have."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        own = service.table(session)
    towns = sorted({each.municipality for each in (*own, *rules.shipped())})
    return tuple(row for town in towns for row in rules.of_town(town, own))


@refusals.recorded
def import_file(office: Office, actor: Actor, path: Path) -> Kept:
    """Read a table (CSV or XLSX) and take it in whole. Raises ``NotPermitted``, ``BadInput`` naming the line, ``NotFound``."""
    rows = read(path)
    with office.begin() as session:
        return service.keep(session, actor, rows, path.name)


def read(path: Path) -> tuple[DueDate, ...]:
    """The rows of a table. Raises ``BadInput`` naming line and cause, ``NotFound``, ``WorldFault``."""
    opened = open_table(path, COLUMNS)
    names = [each.strip() for each in opened.header.cells]
    rows = tuple(opened.rows)  # to the end, so that the file is closed whatever is wrong with it
    missing = [each for each in _NEEDED if each not in names]
    unknown = [each for each in names if each and each not in COLUMNS]
    if missing or unknown:
        raise BadInput(
            "duedates.columns", file=path.name, columns=", ".join(COLUMNS), wrong=", ".join(missing + unknown)
        )
    return tuple(_row(path.name, row.line, dict(zip(names, row.cells, strict=False))) for row in rows)


def _row(file: str, line: int, cells: dict[str, str]) -> DueDate:
    said = {name: cells.get(name, "").strip() for name in COLUMNS}
    try:
        row = DueDate(
            said["municipality"], Duty(said["duty"]), int(said["fiscal_year"]), int(said["instalment"]),
            parse_date(said["due_on"]), said["source"], parse_date(said["as_of"]) if said["as_of"] else None,
        )  # fmt: skip
        rules.check(row)
    except BadInput as error:
        raise BadInput("duedates.line", file=file, line=line, why=error.message) from error
    except ValueError as error:
        raise BadInput("duedates.cells", file=file, line=line) from error
    return row
