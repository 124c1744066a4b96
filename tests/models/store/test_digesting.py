"""Digests of many rows are those of each, one by one; what is odd is looked at as a value."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import String, text

from desktop.operations import records as operations
from models.store import digesting, told
from models.store.base import Json, UtcTime
from models.store.canonical import digest
from tests import builders


def test_a_row_has_the_same_digest_among_many_as_alone(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        builders.find_all(office, not_met=["pension"])
        with office.read() as session:
            for table in operations.TABLES:
                assert list(told.held(session, table)) == list(told.held(session, table, exactly=True)), table


@pytest.mark.parametrize("words", ["' ' || record", "replace(record, ':', ': ')"])
def test_other_words_for_the_same_are_no_breach(tmp_path: Path, words: str) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        with office.begin() as session:
            session.execute(text(f"UPDATE evidence SET record = {words} WHERE number = 3"))
        assert operations.verify(office).ok


def test_a_text_that_reaches_over_into_the_next_column_is_odd() -> None:
    """Both columns together would read the same, and the second one be empty."""
    columns = [("a", digesting.encoder(Json()), 0), ("b", digesting.encoder(String()), 1)]
    assert digesting.digests(columns, [('{"x":1}', "y")]) == [digest({"a": {"x": 1}, "b": "y"})]
    with pytest.raises(ValueError, match="more than one"):
        digesting.digests(columns, [('{"x":1},"b":"y"', None)])


@pytest.mark.parametrize("at", ["2026-03-16T01:02:03.000000Z", "2026-03-16T01:02:03.000400Z"])
def test_a_moment_stands_as_python_says_it(at: str) -> None:
    columns = [("at", digesting.encoder(UtcTime()), 0)]
    assert digesting.digests(columns, [(at,)]) == [digest({"at": datetime.fromisoformat(at)})]
    for odd in (at[:-1], at.replace(".", ","), at + "Z"):
        with pytest.raises(ValueError, match="moment"):
            digesting.digests(columns, [(odd,)])
