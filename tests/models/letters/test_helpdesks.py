"""The table of desks that help: what is written out comes back the same; what is wrong is named by row and column."""

from datetime import date

import pytest

from models.errors import BadInput
from models.letters import helpdesks
from models.letters.settings import sample

HEAD = "telephone,languages,municipalities,name.ja,about.ja,hours.ja"


def test_a_table_comes_back_as_it_was_written() -> None:
    desks = sample().desks
    assert desks
    made = helpdesks.written(desks)
    assert helpdesks.read(b"\xef\xbb\xbf" + made.encode()) == desks
    assert made.splitlines()[0].startswith(HEAD + ",name.en")
    new = helpdesks.changed(sample(), desks[:1], date(2026, 11, 2))
    assert (new.desks, new.desks_as_of) == (desks[:1], date(2026, 11, 2))


def test_a_table_of_japanese_excel_is_read() -> None:
    rows = f"{HEAD},name.vi\n03-1,vi；en,武蔵野市、三鷹市,窓口,くらし,平日,\n\n"
    (desk,) = helpdesks.read(rows.encode("cp932"))
    assert (desk.languages, desk.municipalities, dict(desk.name)) == (
        ("vi", "en"),
        ("武蔵野市", "三鷹市"),
        {"ja": "窓口"},
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("telephone,name.ja\n", "no column about.ja"),
        (f"{HEAD},fax\n", "column fax"),
        (f"{HEAD},name.xx\n", "column name.xx"),
        (f"{HEAD},name.en,name.en\n", "column name.en twice"),
        (f"{HEAD}\n03-1,,,窓口,,平日\n", "Row 2: about.ja is empty"),
        (f"{HEAD}\n03-1,xx,,窓口,くらし,平日\n", "Row 2: letters are not written in xx"),
        (f"{HEAD}\n03-1,,,窓口,くらし,平日,9,17\n", "Row 2 has more cells"),
    ],
)
def test_what_is_wrong_is_named(rows: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        helpdesks.read(rows.encode())


def test_a_file_that_is_no_text_is_refused() -> None:
    for content in (b"telephone\x81", f'{HEAD}\n03-1,,,"{"x" * 200_000}",a,b\n'.encode()):
        with pytest.raises(BadInput, match="no CSV"):
            helpdesks.read(content)
