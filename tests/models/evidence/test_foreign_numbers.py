"""Personal numbers of other states are found as written, and numbers that only look like them are not."""

import pytest

from models.evidence import foreign_numbers, my_number

REAL = {
    "china": "11010519491231002X",
    "china, plain": "440524188001010014",
    "korea": "800101-1234560",
    "brazil": "529.982.247-25",
    "thailand": "1-1017-00230-70-8",
    "india": "2341 2341 2346",
}


def _checked(stem: str, holds: object, tail: str = "0123456789X") -> str:
    for each in tail:
        if holds("".join(filter(str.isalnum, stem + each))):  # type: ignore[operator]  # one of the checks
            return stem + each
    raise AssertionError(stem)


@pytest.mark.parametrize(
    "number",
    [
        "11010519491231002X", "440524188001010014", "529.982.247-25", "2341 2341 2346",
        _checked("800101-123456", foreign_numbers.korea), _checked("900520-512345", foreign_numbers.korea),
        _checked("1-1017-00230-70-", foreign_numbers.thailand),
    ],
)  # fmt: skip
def test_it_is_found_in_any_width_and_masked(number: str) -> None:
    wide = number.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)} | {ord("-"): "－"})
    for text in (number, f"番号は{number}です", f"({number})", wide):
        assert my_number.find(text), text
        masked = my_number.mask(text)
        assert len(masked) == len(text)
        assert not my_number.find(masked)
        assert not any(char.isdigit() for char in masked)


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021", "529.982.247-26", "111.111.111-11", "2341 2341 2347", "800101-1234567 ", "0120-12-3456",
        "受-260401-1234567-1", "2026-04-01 2026-05-01", "1-2-3 4-5-6", "1 2341 2341 2346", "2341 2341 2346 7", "AB12345678CD",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert list(foreign_numbers.find(text)) == []


def test_a_text_too_short_for_any_is_not_looked_at() -> None:
    assert all(len(each) >= foreign_numbers.SHORTEST for each in REAL.values())
    assert list(foreign_numbers.find("2341 2341 234")) == []
