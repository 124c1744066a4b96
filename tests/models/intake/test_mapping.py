"""Maps: other offices' names and words."""

from pathlib import Path

import pytest

from models.errors import BadInput, Message
from models.intake import mapping
from models.intake.gather import gather
from models.intake.schemas import schema_of
from models.intake.values import Refused
from tests.models.intake.tables import MY_NUMBER, OBLIGATIONS, month, put, text

THEIRS = ("受付番号", "種別", "期", "納期限", "納付日", "金額", "状態", "出所", "時点", "整理番号")
MAP = "[columns]\n" + "".join(f'{our} = "{their}"\n' for our, their in zip(OBLIGATIONS, THEIRS, strict=True))


def test_their_columns_and_words_become_ours(tmp_path: Path) -> None:
    words = '[values.status]\n"済" = "paid"\n[values.duty]\n"年金" = "national_pension"\n'
    map_path = put(tmp_path, (MAP + words).encode(), "map.toml")
    rows = [month(status="済", duty="年金")]
    for name, data in (("theirs.csv", text(THEIRS, rows)), ("cp932.csv", text(THEIRS, rows))):
        encoding = "cp932" if name.startswith("cp932") else "utf-8"
        ((read,),) = gather("obligations", put(tmp_path, data.encode(encoding), name), map_path).pieces()
        ((plain,),) = gather("obligations", put(tmp_path, text(OBLIGATIONS, [month()]).encode())).pieces()
        assert read == plain


@pytest.mark.parametrize("declared", ["receipt", "整理番号"])
def test_a_declared_column_may_hold_such_numbers(declared: str, tmp_path: Path) -> None:
    data = put(tmp_path, text(THEIRS, [month(receipt=MY_NUMBER)]).encode())
    plain = put(tmp_path, MAP.encode(), "plain.toml")
    with pytest.raises(Refused) as refused:
        gather("obligations", data, plain)
    assert [each.message.code for each in refused.value.bad] == ["intake.my_number"]
    declaring = put(tmp_path, f'not_my_number = ["{declared}"]\n{MAP}'.encode(), "declared.toml")
    read = gather("obligations", data, declaring)
    assert (next(read.pieces())[0].receipt, read.not_my_number) == (MY_NUMBER, ("整理番号",))


@pytest.mark.parametrize(
    ("toml", "code"),
    [("columns = 3", "intake.map_shape"), ("[columns]\ncase = 3", "intake.map_shape"), ("[rows]\na = 'b'", "intake.map_part"),
     ("[columns]\nduties = 'x'", "intake.map_column"), ("[values.duties]\nx = 'y'", "intake.map_column"),
     ("[columns]\ncase = 'x'\nduty = 'x'", "intake.map_twice"), ("[columns", "intake.map_unreadable"),
     ("not_my_number = 'receipt'", "intake.map_shape"), ("values = ['x']", "intake.map_shape")],
)  # fmt: skip
def test_a_map_is_read_strictly(toml: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        mapping.read(put(tmp_path, toml.encode(), "map.toml"), schema_of("obligations"))
    assert refused.value.message.code == code
    assert "{" not in refused.value.text("ja")


def test_a_mapped_column_that_is_not_there(tmp_path: Path) -> None:
    map_path = put(tmp_path, b'[columns]\namount = "yen"\n', "map.toml")
    with pytest.raises(Refused) as refused:
        gather("obligations", put(tmp_path, text(OBLIGATIONS, [month()]).encode()), map_path)
    told = [(each.column, each.message.code) for each in refused.value.bad]
    assert sorted(told) == [("amount", "intake.missing_mapped"), ("amount", "intake.unknown_column")]


def test_no_map_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        mapping.read(tmp_path / "none.toml", schema_of("cases"))
    assert refused.value.message == Message("intake.no_file", {"file": "none.toml"})
