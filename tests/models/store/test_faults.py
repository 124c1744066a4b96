"""What a database says is told as what it is."""

import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from models.store.faults import BROKEN, fault_of


@pytest.mark.parametrize(
    ("said", "code", "named"),
    [
        ("no such table: attestation", "store.schema", "attestation"),
        ("no such column: case.unit", "store.schema", "case.unit"),
        ("database disk image is malformed", "store.damaged", ""),
        ("database is locked", "store.locked", ""),
    ],
)
def test_a_missing_table_is_named_and_no_damaged_file(said: str, code: str, named: str) -> None:
    fault = fault_of(OperationalError("SELECT 1", None, sqlite3.OperationalError(said)), "office.akashi")
    assert fault is not None
    assert fault.message.code == code
    assert named in fault.text("en")
    assert named in fault.text("ja")
    assert (code in BROKEN) == (code in ("store.schema", "store.damaged"))


def test_a_server_says_the_same_of_its_own() -> None:
    said = psycopg.errors.UndefinedTable('relation "akashi.attestation" does not exist')
    fault = fault_of(OperationalError("SELECT 1", None, said), "postgresql://office")
    assert fault is not None
    assert (fault.message.code, fault.message.params["what"]) == ("store.schema", "akashi.attestation")
    column = fault_of(
        OperationalError("SELECT 1", None, psycopg.errors.UndefinedColumn('column "x" of relation "y" does not exist')),
        "",
    )
    assert column is not None
    assert column.message.params["what"] == "x"
