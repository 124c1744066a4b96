"""Rows read below the object mapper, by statements that are made once: what is read often costs a fifth of rows that a session
watches. They are values of their moment; who means to change a row reads it through the session."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Executable, Select, bindparam, select
from sqlalchemy.orm import Session

from models.store.base import Base
from models.store.told import table_of


def of_case(kind: type[Base], *order: str) -> Select[Any]:
    """The statement for the rows that a table holds of one case (parameter ``case``), in the order of these columns."""
    table = table_of(kind)
    return select(table).where(table.c.case_id == bindparam("case")).order_by(*(table.c[each] for each in order))


def rows(session: Session, asked: Executable, **given: object) -> Sequence[Any]:
    """The rows that a statement asks for. What the session holds back is written before, as where it reads what it watches."""
    if session.autoflush:
        session.flush()
    return session.connection().execute(asked, given).all()
