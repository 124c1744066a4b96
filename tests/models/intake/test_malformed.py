"""Malformed files: each refused by name, line and cause, and the office unchanged."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.operations import records
from desktop.operations.intake import import_file
from models.errors import BadInput
from models.intake.values import Refused
from models.people.values import CONSOLE
from models.store.base import Base
from models.store.office import Office
from resources import messages
from tests import builders
from tests.models.intake.malformed import MALFORMED, Malformed
from tests.models.intake.tables import MY_NUMBER, put


def logical_content(office: Office) -> str:
    """A digest of every row of every table."""
    digest = hashlib.sha256()
    with office.read() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table).order_by(*table.primary_key.columns)):
                digest.update(repr((table.name, tuple(row))).encode())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One office for all files: none of them may change it."""
    with builders.office(tmp_path_factory.mktemp("malformed")) as made:
        builders.ready_case(made, "A-900")
        yield made


def test_there_are_at_least_fifty() -> None:
    assert len({each.name for each in MALFORMED}) == len(MALFORMED) >= 50


@pytest.mark.parametrize("each", MALFORMED, ids=lambda each: each.name)
def test_refused_by_line_and_cause(each: Malformed, office: Office, tmp_path: Path) -> None:
    before = logical_content(office)
    with pytest.raises(BadInput) as caught:
        import_file(office, CONSOLE, each.what, put(tmp_path, each.data(), each.file))
    error = caught.value
    if each.line or each.column:
        assert isinstance(error, Refused)
        found = [(bad.line, bad.column, bad.message.code) for bad in error.bad]
        assert (each.line, each.column, each.code) in found
        assert all(line == each.line for line, _, _ in found), found
    else:
        codes = {error.message.code, *(problem.message.code for problem in error.problems)}
        causes = {bad.message.code for bad in getattr(error, "bad", ())}
        assert each.code in codes | causes
    assert logical_content(office) == before
    for lang in messages.LANGUAGES:
        assert MY_NUMBER not in error.text(lang)
        assert "{" not in error.text(lang)
        assert each.code not in error.text(lang)


def test_the_record_still_holds(office: Office) -> None:
    assert records.verify(office).ok
