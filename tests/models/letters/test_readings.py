"""Readings above kanji: written as data, carried with their word, never guessed; every standard sentence has all of them."""

import pytest

from models.cases.values import Kind
from models.decisions.values import Outcome
from models.frameworks import library
from models.letters import translated
from models.letters.compose import compose
from models.letters.values import Sentence
from resources import letters
from resources.letters import readings
from tests.models.letters import sample
from tests.models.letters.test_frameworks import file_of

WHOLE = [each for each in library.all_() if not translated.missing(each, letters.EASY)]
DECIDED = [each for each in WHOLE if each.kind in {kind.value for kind in Kind}]
PERSONAL = (".application", ".text", "explanation.", "documents.", "help.", ".deciding")
"""Sentences with names of offices and a person's own words."""


@pytest.mark.parametrize(
    ("written", "plain", "parts"),
    [
        (
            "永住《えいじゅう》の申請《しんせい》",
            "永住の申請",
            (("永住", "えいじゅう"), ("の", ""), ("申請", "しんせい")),
        ),
        ("｜20日《はつか》まで", "20日まで", (("20日", "はつか"), ("まで", ""))),
        ("10年《ねん》", "10年", (("10", ""), ("年", "ねん"))),
        ("ひらがな", "ひらがな", (("ひらがな", ""),)),
    ],
)
def test_a_file_writes_the_reading_behind_its_word(
    written: str, plain: str, parts: tuple[tuple[str, str], ...]
) -> None:
    carried = readings.annotated(written)
    assert readings.plain(carried) == plain
    assert readings.parts(carried) == parts
    assert readings.written(carried).replace("20日《", "｜20日《") == written


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1, "1日《ついたち》"),
        (2, "2日《か》"),
        (14, "14日《か》"),
        (20, "20日《はつか》"),
        (23, "23日《にち》"),
        (24, "24日《か》"),
    ],
)
def test_days_of_the_month_are_read_as_people_read_them(day: int, said: str) -> None:
    assert readings.written(readings.day_of_month(day)) == said


def test_counted_days_follow_their_number() -> None:
    def said(text: str) -> str:
        return readings.written(readings.settled(readings.annotated(text)))

    assert said("3日《にち》") == "3日《か》"
    assert said("135日《にち》") == "135日《にち》"
    assert said("20日《にち》") == "20日《はつか》"
    assert said("1,104日《にち》") == "1,104日《か》"


def test_a_name_is_read_as_the_application_says_and_never_guessed() -> None:
    assert readings.written(readings.name("王 小明", "ワン シャオミン")) == "王《ワン》 小明《シャオミン》"
    assert readings.name("王 小明", "") == "王 小明"
    assert readings.name("NGUYEN THI", "グエン ティ") == "NGUYEN THI"


def test_every_kanji_of_the_standard_wording_has_a_reading() -> None:
    texts = dict(letters.wording(letters.EASY)) | dict(letters.fact_titles(letters.EASY))
    for framework in WHOLE:
        texts |= letters.framework_wording(letters.EASY, framework.id, framework.version)
    bare = {key: readings.written(text) for key, text in texts.items() if readings.unread(text)}
    assert bare == {}


@pytest.mark.parametrize("framework", DECIDED, ids=lambda each: each.id)
@pytest.mark.parametrize("outcome", Outcome)
def test_a_letter_leaves_no_standard_kanji_without_its_reading(framework: object, outcome: Outcome) -> None:
    shipped = next(each for each in WHOLE if each is framework)
    file = file_of(shipped, shipped.routes[0].key, {})
    letter = compose(file, sample.proposal(outcome), sample.context(), letters.EASY)
    bare = {each.id: readings.written(each.text) for each in letter.sentences() if _standard(each) and _unread(each)}
    assert bare == {}


def _standard(sentence: Sentence) -> bool:
    return not sentence.free and not any(part in sentence.id for part in PERSONAL)


def _unread(sentence: Sentence) -> str:
    """Kanji without a reading beside what the office's settings and the record name."""
    text = sentence.text
    for figure in sentence.figures:
        if figure.source.startswith("letter") or figure.source == "case.receipt_number":
            text = text.replace(figure.text, "")
    return readings.unread(text)
