"""A first look: the kind is guessed, the first rows are shown, no My Number is."""

from pathlib import Path

import pytest

from models.errors import BadInput
from models.intake import look as looking
from models.intake import mapping
from models.intake.look import FIRST, guess, look
from models.intake.schemas import SCHEMAS, schema_of
from models.intake.values import ColumnMap
from models.intake.words import title
from tests.models.intake.tables import CASES, MY_NUMBER, OBLIGATIONS, book, case, cases, month, months, put, text


@pytest.mark.parametrize("what", sorted(SCHEMAS))
def test_every_kind_is_known_by_its_required_columns(what: str) -> None:
    required = [column.name for column in SCHEMAS[what].columns if column.required]
    assert guess(required) == what
    assert guess([column.name for column in SCHEMAS[what].columns]) == what


def test_foreign_columns_are_not_guessed_but_a_name_may_tell() -> None:
    assert guess(["受付番号", "期"]) == ""
    assert guess(["受付番号", "期"], "obligations-2026") == "obligations"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_the_first_rows_stand_as_they_are_read(encoding: str, tmp_path: Path) -> None:
    rows = [case(case=f"A-{n:03}") for n in range(FIRST + 5)]
    found = look(put(tmp_path, cases(*rows, encoding=encoding)))
    assert (found.what, found.names, found.more) == ("cases", CASES, True)
    assert found.encoding == encoding
    assert len(found.rows) == FIRST
    assert found.rows[0][CASES.index("name")] == "グエン ティ ラン"


def test_a_spreadsheet_is_looked_at_too(tmp_path: Path) -> None:
    found = look(put(tmp_path, book(OBLIGATIONS, [month()]), "納付.xlsx"))
    assert (found.what, found.format, len(found.rows), found.more) == ("obligations", "xlsx", 1, False)


def test_a_my_number_is_covered_wherever_it_stands(tmp_path: Path) -> None:
    found = look(put(tmp_path, months(month(receipt=MY_NUMBER))))
    assert found.numbers == ("receipt",)
    assert MY_NUMBER not in repr(found)


def test_strange_words_are_those_in_no_list(tmp_path: Path) -> None:
    found = look(put(tmp_path, months(month(status="済"), month(status="paid"), month(duty="年金"))))
    schema = schema_of("obligations")
    strange = looking.strange_words(found, schema, ColumnMap())
    assert strange == {"status": ("済",), "duty": ("年金",)}
    assert "paid" in looking.our_words(schema, "status")


def test_what_is_missing_follows_the_map(tmp_path: Path) -> None:
    theirs = ("番号", *OBLIGATIONS[1:])
    found = look(put(tmp_path, text(theirs, [month()]).encode()))
    schema = schema_of("obligations")
    assert looking.missing(found, schema, ColumnMap()) == ("case",)
    mapped = ColumnMap({"case": "番号"})
    assert looking.missing(found, schema, mapped) == ()
    assert looking.placed(found, schema, mapped)[0] == "case"


def test_a_map_is_written_as_it_is_read(tmp_path: Path) -> None:
    mapped = ColumnMap(
        {"case": 'their "number" \\ 番号', "status": "状態\x7f"},
        {"status": {"済": "paid", "未": "unpaid"}},
        ("receipt",),
    )
    mapping.save(mapped, tmp_path / "map.toml")
    assert mapping.read(tmp_path / "map.toml", schema_of("obligations")) == mapped


def test_no_my_number_is_written_into_a_map(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="My Number"):
        mapping.save(ColumnMap(values={"status": {MY_NUMBER: "paid"}}), tmp_path / "map.toml")
    assert not (tmp_path / "map.toml").exists()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_column_has_a_title_of_its_own(lang: str) -> None:
    for what, schema in SCHEMAS.items():
        called = [title(what, column.name, lang) for column in schema.columns]
        assert all(called)
        assert len(set(called)) == len(called), what


def test_known_titles_are_suggested_as_a_map(tmp_path: Path) -> None:
    theirs = ("事案番号", "税目", "期別", "納期限", "収納日", "税額", "納付状況", "提供元", "基準日", "照会番号")
    found = look(put(tmp_path, text(theirs, [month()]).encode("cp932"), "obligations.csv"))
    schema = schema_of(found.what)
    mapped = looking.suggest(found, schema)
    assert tuple(mapped.columns[ours] for ours in OBLIGATIONS) == theirs
    assert looking.missing(found, schema, mapped) == ()


def test_a_column_that_has_our_name_is_not_mapped(tmp_path: Path) -> None:
    found = look(put(tmp_path, months(month())))
    assert looking.suggest(found, schema_of("obligations")).columns == {}
