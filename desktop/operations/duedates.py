"""Due days of municipalities: read a table in, list what holds."""

from pathlib import Path

from desktop.operations import refusals
from models.dates.parse import parse_date
from models.duedates import rules, service
from models.duedates.values import Changed, DueDate, Effect, Kept, Year
from models.errors import Bad, BadInput, Message, RowsRefused
from models.evidence import service as evidence
from models.evidence.values import Duty
from models.intake.tables_in import open_table
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office

COLUMNS = ("municipality", "duty", "fiscal_year", "instalment", "due_on", "source", "as_of", "verify")
_NEEDED = COLUMNS[:-2]
_VERIFY = {"": False, "no": False, "yes": True, "いいえ": False, "はい": True, "要確認": True}


def listing(office: Office, actor: Actor) -> tuple[DueDate, ...]:
    """Every row that holds: the office's own, and the shipped ones of fiscal years that it does not have."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        own = service.table(session)
    towns = sorted({each.municipality for each in (*own, *rules.shipped())})
    return tuple(row for town in towns for row in rules.of_town(town, own))


def years(office: Office, actor: Actor) -> tuple[Year, ...]:
    """What holds, a fiscal year of a town's duty as one. Raises ``NotPermitted``."""
    with office.read() as session:
        own = {each.key[:3] for each in service.table(session)}
    return rules.years(listing(office, actor), own)


@refusals.recorded
def keep_year(office: Office, actor: Actor, year: Year) -> Kept:
    """Put a year's days in place of those that stood. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return service.keep_year(session, actor, year)


def effects(office: Office, actor: Actor, year: Year) -> tuple[Effect, ...]:
    """What a year's days would touch: rows of the open cases of its municipality. Nothing is written. Raises ``NotPermitted``,
    ``BadInput`` for a year that cannot be."""
    people.require(actor, Permission.SEE_CASES)
    rules.check_year(year)
    found: list[Effect] = []
    with office.read() as session:
        before = service.of_town(session, year.municipality)
        for case in service.concerned(session, year.municipality, year.duty):
            found += rules.effects(case, evidence.of_case(session, case), year, before)
    return tuple(found)


def history(office: Office, actor: Actor, key: tuple[str, str, int]) -> tuple[Changed, ...]:
    """Who changed a year's days, newest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_RECORD)
    with office.read() as session:
        return service.history(session, key)


@refusals.recorded
def import_file(office: Office, actor: Actor, path: Path) -> Kept:
    """Read a table (CSV or XLSX) and take it in whole. Raises ``NotPermitted``, ``BadInput`` naming the line, ``NotFound``."""
    rows = read(path)
    with office.begin() as session:
        return service.keep(session, actor, rows, path.name)


def read(path: Path) -> tuple[DueDate, ...]:
    """The rows of a table. Raises ``RowsRefused`` naming every row that cannot be, ``BadInput``, ``NotFound``, ``WorldFault``."""
    opened = open_table(path, COLUMNS)
    names = [each.strip() for each in opened.header.cells]
    rows = tuple(opened.rows)  # to the end, so that the file is closed whatever is wrong with it
    missing = [each for each in _NEEDED if each not in names]
    unknown = [each for each in names if each and each not in COLUMNS]
    if missing or unknown:
        raise BadInput(
            "duedates.columns", file=path.name, columns=", ".join(COLUMNS), wrong=", ".join(missing + unknown)
        )
    bad: list[Bad] = []
    found = [_row(row.line, dict(zip(names, row.cells, strict=False)), bad) for row in rows]
    if bad:
        raise RowsRefused("duedates.refused", tuple(bad), file=path.name)
    return tuple(each for each in found if each is not None)


def _row(line: int, cells: dict[str, str], bad: list[Bad]) -> DueDate | None:
    """A row, or nothing after saying in ``bad`` what is wrong with it."""
    said = {name: cells.get(name, "").strip() for name in COLUMNS}
    try:
        row = DueDate(
            said["municipality"], Duty(said["duty"]), int(said["fiscal_year"]), int(said["instalment"]),
            parse_date(said["due_on"]), said["source"], parse_date(said["as_of"]) if said["as_of"] else None,
            _VERIFY[said["verify"]],
        )  # fmt: skip
        rules.check(row)
    except BadInput as error:
        bad.append(Bad(line, "due_on", said["due_on"], error.message))
    except (ValueError, KeyError):
        bad.append(Bad(line, "duty", said["duty"], Message("duedates.cells")))
    else:
        return row
    return None
