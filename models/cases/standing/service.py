"""A case as it stands, for who reads it and changes nothing."""

from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow
from models.errors import NotFound
from models.store import reading, told

_CASE = told.table_of(CaseRow)
_ONE = select(_CASE).where(_CASE.c.id == bindparam("case"))


def row_of(session: Session, case: str) -> Row[Any]:
    """The row of a case. Raises ``NotFound``."""
    found: list[Row[Any]] = list(reading.rows(session, _ONE, case=case))
    if not found:
        raise NotFound("cases.unknown", case=case)
    return found[0]
