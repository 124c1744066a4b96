"""Small things everything rests on: the clock, canonical JSON, the office's own words."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations import offices
from models.localized import Localized
from models.store.base import moment_text
from models.store.canonical import canonical, digest
from models.store.clock import Clock, fixed
from models.store.values import OfficeSettings
from tests import builders


def test_the_day_is_japans() -> None:
    assert fixed(datetime(2026, 3, 15, 14, 59, tzinfo=UTC)).today() == date(2026, 3, 15)
    assert fixed(datetime(2026, 3, 15, 15, 0, tzinfo=UTC)).today() == date(2026, 3, 16)
    assert Clock().now().tzinfo is UTC


def test_moments_sort_as_text() -> None:
    early = datetime(2026, 3, 15, 23, 0, tzinfo=timezone(timedelta(hours=9)))
    assert moment_text(early) == "2026-03-15T14:00:00.000000Z"
    with pytest.raises(ValueError, match="zone"):
        moment_text(datetime(2026, 3, 15))  # noqa: DTZ001  what must be refused


@given(st.dictionaries(st.text(), st.one_of(st.integers(), st.text(), st.booleans(), st.none())))
def test_the_order_of_keys_does_not_matter(row: dict[str, object]) -> None:
    turned = dict(reversed(row.items()))
    assert canonical(row) == canonical(turned)
    assert digest(row) == digest(turned)
    assert digest(row) == digest({**row, "a column of later": None})


def test_another_value_is_another_digest() -> None:
    assert digest({"a": 1}) != digest({"a": "1"})
    assert digest({"content": b"one"}) != digest({"content": b"two"})
    with pytest.raises(TypeError, match="no JSON value"):
        canonical({"a": object()})


def test_the_offices_own_words(tmp_path: Path) -> None:
    said = OfficeSettings(
        "東京局",
        Localized.of(ja="東京局長", en="Director"),
        telephone="03-0000-0000",
        synthetic=True,
        languages=("ja",),
    )
    with builders.office(tmp_path) as office:
        assert offices.settings(office).name == "試験局"
        offices.change_settings(office, builders.ADMIN, said)
        assert offices.settings(office) == said
