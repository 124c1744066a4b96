"""Opens an import file by what is in it, never by what its name ends in."""

from collections.abc import Callable, Collection
from pathlib import Path

from models.errors import BadInput, NotFound, WorldFault
from models.intake.csv_in import open_csv
from models.intake.values import Table
from models.intake.xlsx_in import open_xlsx

LARGEST = 2 << 30
"""Bytes; a larger text file is not an import of one office."""

_ZIP, _OLE, _PDF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"


def open_table(path: Path, known: Collection[str], beat: Callable[[], None] | None = None) -> Table:
    """The heading row and the rows of a CSV or XLSX file. ``known`` are the names that its heading row may have.

    Raises:
        NotFound: there is no such file.
        WorldFault: the file cannot be read.
        BadInput: it is neither CSV nor XLSX, empty, too large, or unsafe.
        Refused: places in it cannot be read; each is named.
    """
    try:
        if not path.is_file():
            raise NotFound("intake.no_file", file=path.name)
        if path.stat().st_size > LARGEST:
            raise BadInput("intake.too_large", file=path.name)
        with path.open("rb") as file:
            start = file.read(4)
        if start.startswith((_ZIP, _OLE)):
            return open_xlsx(path, known, beat=beat)
        if start.startswith(_PDF):
            raise BadInput("intake.not_a_table", file=path.name)
        return open_csv(path, known)
    except OSError as error:
        raise WorldFault("intake.cannot_read", file=path.name, why=error.strerror or "") from error
