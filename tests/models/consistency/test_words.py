"""Every message key that the statistics give has words in both languages."""

import re
from pathlib import Path

import pytest

import models.consistency
from models.consistency import parts, registers
from resources import messages

SOURCES = [path.read_text(encoding="utf-8") for path in Path(models.consistency.__path__[0]).glob("*.py")]
FOUND = {key for source in SOURCES for key in re.findall(r'"((?:why|part|rule)_[a-z_]+)"', source)}
DROPPED = {"unknown_outcome", "unreadable_date", "duplicate_row", "contradicting_row", "gap_unknown_finding"} | {
    f"missing_{name}" for name in (*registers.NEEDED, "unit", "rater", "value")
}


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_every_key_has_words(lang: str) -> None:
    keys = (
        FOUND
        | {f"dropped_{each}" for each in DROPPED}
        | {f"method_{each}" for each in (*parts.METHODS, "agreement", "noise")}
    )
    assert len(FOUND) > 25
    assert sorted(key for key in keys if not messages.has(f"report.{key}", lang)) == []
