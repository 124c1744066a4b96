"""Readings that a person types: data, checked where they stand, never guessed."""

import pytest

from models.letters.rewording import given
from resources.letters import readings


@pytest.mark.parametrize(
    "typed",
    [
        "永住《えいじゅう》を申請《しんせい》した。",
        "｜20日《はつか》まで",
        "|20日《はつか》まで",
        "ひらがなだけ",
        "𠮷田《よしだ》さん",
        "|ＡＢＣ社《エービーシーしゃ》",
    ],
)
def test_what_is_whole_has_no_fault(typed: str) -> None:
    assert list(given.faults(typed, "x")) == []


@pytest.mark.parametrize(
    ("typed", "code", "where"),
    [
        ("永住を申請《しんせい》", "letters.reading_missing", "永住"),
        ("永住《Eiju》", "letters.reading_not_kana", "永住《Eiju》"),
        ("永住《永住》", "letters.reading_not_kana", "永住《永住》"),
        ("永住《えいじゅう", "letters.reading_mark", "《"),
        ("かな》", "letters.reading_mark", "》"),
        ("｜かな", "letters.reading_mark", "｜"),
        ("永住《》", "letters.reading_mark", "《"),
        ("\ufff9永", "letters.reading_sign", "\ufff9"),
    ],
)
def test_what_is_wrong_is_shown_where_it_stands(typed: str, code: str, where: str) -> None:
    found = [(problem.message.code, span.of(typed)) for problem, span in given.faults(typed, "x")]
    assert (code, where) in found


def test_the_reader_sees_the_words_without_the_readings() -> None:
    typed = "|20日《はつか》に永住《えいじゅう》を"
    assert given.seen(typed) == "20日に永住を"
    assert readings.parts(readings.annotated(given.written(typed)))[0] == ("20日", "はつか")
