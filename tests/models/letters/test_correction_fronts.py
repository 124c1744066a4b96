"""The front page of a correction stands in every language that a letter can be issued in."""

from datetime import date

import pytest

from models.letters.corrections import compose
from models.letters.corrections.values import Correction, Item
from models.letters.values import Letter
from resources import letters
from resources.letters import readings
from tests.models.letters import golden, sample


def front(language: str) -> Letter:
    """The front of a correction of the golden refusal."""
    base = golden.of(f"{language}-refuse").letters[0]
    told = Correction(
        case=base.case, round=1, number_before=base.number, sha256_before="0123456789abcdef" * 4,
        dispatched_before=sample.SENT, items=(Item(1, "一般の類型", "定住者の類型", "書き違い"),),
        reason="申請書の類型を書き違えていました。", proposed_by="examiner1", proposed_at=sample.AT,
    )  # fmt: skip
    return compose.front(base, told)


@pytest.mark.parametrize("language", letters.known())
def test_a_front_says_which_letter_what_and_what_does_not_change(language: str) -> None:
    made = front(language)
    first = made.first
    assert first is not None
    said = [readings.plain(each.text) for each in (first.outcome, *first.lead, *first.unchanged, first.basis)]
    assert "武永第2026-004127号" in said[1]
    assert "2026" in said[1]
    assert "0123456789abcdef" in said[-1]
    assert all(said)
    assert "{" not in "".join(said)
    assert first.unmet[0].deciding[0].lang == ("" if language == "ja" else "ja")
    assert made.title == first.heading
    own = letters.wording(language)["correction.heading"]
    assert made.title == own
    assert any("correction.court" in {each.id for each in box.sentences} for box in first.boxes)
    assert language == "ja" or own != letters.wording("ja")["correction.heading"]


def test_days_are_written_as_the_language_writes_them() -> None:
    vietnamese = front("vi").first
    assert vietnamese is not None
    assert "20/11/2026" in vietnamese.lead[0].text
    assert date(2026, 11, 20) == sample.SENT
