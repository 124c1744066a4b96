"""Random damage to good files: read or refused in words, never anything else."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import AkashiError
from models.intake.gather import gather
from models.intake.schemas import SCHEMAS
from resources import messages
from tests.models.intake.tables import CASES, OBLIGATIONS, case, month, text

EXAMPLES = 5_000 if os.environ.get("AKASHI_TIER") == "prove" else 150
GOOD = {
    "obligations": text(OBLIGATIONS, [month(), month(period="2025-06"), month(period="2025/1", duty="住民税")]),
    "cases": text(CASES, [case(), case(case="A-002", name="𠮷田 邊󠄀")]),
}
TOKENS = st.sampled_from(
    [b'"', b",", b"\r\n", b"\n", b"\r", b"\t", b";", b"\x00", b"\xff", b"\x81", b"\xe3\x81", b"\xef\xbb\xbf", b"=1+1", b"-1", b"9" * 20,
     "令和".encode(), "１２".encode(), "２月３０日".encode("cp932"), "\u202e".encode(), "\U000e0100".encode(), b"PK\x03\x04"]
)  # fmt: skip
CUTS = st.tuples(st.floats(0, 1), st.integers(0, 12), st.one_of(TOKENS, st.binary(max_size=6)))


@pytest.mark.tiered
@settings(max_examples=EXAMPLES)
@given(
    what=st.sampled_from(sorted(GOOD)),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16"]),
    cuts=st.lists(CUTS, max_size=6),
)
def test_damaged_text(what: str, encoding: str, cuts: list[tuple[float, int, bytes]]) -> None:
    data = GOOD[what].encode(encoding, "replace")
    for where, length, token in cuts:
        at = int(where * len(data))
        data = data[:at] + token + data[at + length :]
    read_or_refused(what, data)


@pytest.mark.tiered
@settings(max_examples=EXAMPLES // 3)
@given(what=st.sampled_from(sorted(SCHEMAS)), data=st.binary(max_size=400))
def test_anything_at_all(what: str, data: bytes) -> None:
    read_or_refused(what, data)


def read_or_refused(what: str, data: bytes) -> None:
    """Reading ends with rows or with words in both languages."""
    if data.startswith(b"PK"):
        return  # spreadsheets have tests of their own: each costs a process
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.csv"
        path.write_bytes(data)
        said = words_of_refusal(what, path)
        assert all(words and "intake." not in words for words in said)


def words_of_refusal(what: str, path: Path) -> list[str]:
    """Nothing when the file was read."""
    try:
        gather(what, path)
    except AkashiError as refused:
        return [refused.text(lang) for lang in messages.LANGUAGES]
    return []
