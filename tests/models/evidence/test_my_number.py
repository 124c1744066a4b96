"""A My Number is found however it is written, and a date, an amount or a longer number is not taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence import my_number

VALID = "123456789018"


@pytest.mark.parametrize(("first", "check"), [("12345678901", 8), ("02345678901", 3), ("00000000000", 0)])
def test_check_digit(first: str, check: int) -> None:
    assert my_number.check_digit(first) == check
    assert my_number.is_my_number(first + str(check))
    assert not my_number.is_my_number(first + str((check + 1) % 10))


@pytest.mark.parametrize(
    "text",
    [
        VALID,
        "１２３４５６７８９０１８",
        "1234 5678 9018",
        "1234-5678-9018",
        "1234－5678－9018",
        "1234　5678　9018",
        "1234ー5678ー9018",
        "1 2 3 4 5 6 7 8 9 0 1 8",
        "12-3456-7890-18",
        "1234 5678-9018",
        "1234\n5678\n9018",
        "一二三四五六七八九〇一八",
        "१२३४५६७८९०१८",
        "1234\u200b5678\u200b9018",
        "個人番号は123456789018です",
        "番号 5 1234 5678 9018",
        "No.123456789018",
    ],
)
def test_finds(text: str) -> None:
    spans = my_number.find(text)
    assert len(spans) == 1
    masked = my_number.mask(text)
    assert len(masked) == len(text)
    assert masked.count("*") == 12
    assert my_number.find(masked) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456789019",
        "1123456789018",
        "1234567890180",
        "2025-06-30 17510 2025-07-14",
        "17,510円を2025年6月30日に",
        "03-0000-4100",
        "2020・2021・2022",
        "2020/2021/2022",
        "12345678901",
    ],
)
def test_leaves_others(text: str) -> None:
    assert my_number.find(text) == ()
    assert my_number.mask(text) == text


def test_finds_each() -> None:
    text = f"{VALID}、023456789013"
    assert [text[s.start : s.end] for s in my_number.find(text)] == [VALID, "023456789013"]


@given(
    st.text(alphabet="0123456789", min_size=11, max_size=11),
    st.text("あx、。", max_size=4),
    st.sampled_from(["", "-", " "]),
)
def test_every_valid_number_is_found(first: str, around: str, separator: str) -> None:
    number = first + str(my_number.check_digit(first))
    written = separator.join((number[:4], number[4:8], number[8:]))
    assert my_number.find(around + written + around) == (my_number.Span(len(around), len(around) + len(written)),)
