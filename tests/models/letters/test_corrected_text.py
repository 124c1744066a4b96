"""The corrected text of a letter in every language: as a person says it there, otherwise the Japanese sentence with a note."""

from dataclasses import replace

import pytest

from models.errors import BadInput
from models.letters.corrections import compose, text
from models.letters.corrections.values import Item, Said
from models.letters.rewording import rules
from models.letters.values import Letter, Paragraph, Sentence
from models.letters.wording import Wording
from resources import letters
from resources.letters import readings
from tests.models.letters import golden

REASON = "申請書の類型を書き違えていました。"


def versions(*languages: str) -> tuple[Letter, ...]:
    """The golden refusal in Japanese and these languages."""
    return tuple(golden.of(f"{each}-refuse").letters[0] for each in ("ja", *languages))


def first(letter: Letter) -> Paragraph:
    return next(each for each in letter.blocks if isinstance(each, Paragraph))


def item(made: tuple[Letter, ...], *said: Said) -> Item:
    """The first sentence of paragraph 1, corrected."""
    found = first(made[0])
    return Item(found.number, found.sentences[0].text, "あなたは、定住者の類型で申請しました。", said=said)


@pytest.mark.parametrize("language", [each for each in letters.known() if each != "ja"])
def test_where_nobody_said_it_the_japanese_sentence_stands_with_a_note(language: str) -> None:
    made = versions(language)
    wanted = item(made)
    text.check(made, [wanted], REASON)
    japanese, other = text.corrected(made, [wanted])
    note, sentence = first(other).sentences[:2]
    assert first(japanese).sentences[0].text == wanted.after
    assert (sentence.text, sentence.lang, sentence.free) == (wanted.after, "ja", True)
    assert note.text == Wording(language)["correction.in_japanese"]
    assert len(other.blocks) == len(made[1].blocks)
    assert first(other).sentences[2:] == first(made[1]).sentences[1:]


def test_words_that_stood_in_japanese_already_get_no_second_note() -> None:
    made = golden.of("twin-ja-ne").letters
    own = next(each for each in made[0].sentences() if each.free)
    number = next(
        each.number
        for each in made[0].blocks
        if isinstance(each, Paragraph) and own.id in {s.id for s in each.sentences}
    )
    other = text.corrected(made, [Item(number, own.text, "訂正した文です。")])[1]
    found = next(each for each in other.blocks if isinstance(each, Paragraph) and each.number == number)
    assert "訂正した文です。" in {each.text for each in found.sentences}
    assert not any(each.id.startswith("correction.") for each in found.sentences)


def test_words_that_a_person_gives_stand_in_their_language() -> None:
    made = versions("vi")
    words = first(made[1]).sentences[0].text
    corrected = text.corrected(made, [item(made, Said("vi", words, "Quý vị đã nộp đơn theo diện cư trú dài hạn."))])[1]
    assert first(corrected).sentences[0].text == "Quý vị đã nộp đơn theo diện cư trú dài hạn."
    assert first(corrected).sentences[0].lang == ""
    assert not any("examiner" in each.id for each in first(corrected).sentences if "correction" in each.id)


def test_easy_japanese_is_given_with_its_readings_and_found_without() -> None:
    made = versions("ja-easy")
    words = readings.plain(first(made[1]).sentences[0].text)
    said = Said("ja-easy", words, "定住者《ていじゅうしゃ》の申請《しんせい》でした。")
    sentence = first(text.corrected(made, [item(made, said)])[1]).sentences[0]
    assert readings.written(sentence.text) == said.after
    assert readings.unread(sentence.text) == ""


@pytest.mark.parametrize(
    ("text_", "before", "after", "made"),
    [
        (
            "永住《えいじゅう》の申請《しんせい》です",
            "申請",
            "許可《きょか》",
            "永住《えいじゅう》の許可《きょか》です",
        ),
        ("永住《えいじゅう》の申請", "の", "と", "永住《えいじゅう》と申請"),
        ("永住《えいじゅう》の申請", "永", "長", None),
    ],
)
def test_words_are_replaced_beside_readings(text_: str, before: str, after: str, made: str | None) -> None:
    found = readings.replaced(readings.annotated(text_), before, readings.annotated(after))
    assert (found if found is None else readings.written(found)) == made


def test_page_1_is_corrected_too_and_a_place_left_over_is_told() -> None:
    made = versions("en")
    page = made[0].first
    assert page is not None
    value = page.facts[0].value
    wanted = Item(text.FIRST_PAGE, value, "訂正した値")
    with pytest.raises(BadInput, match="in en too"):
        text.corrected(made, [wanted])
    english = made[1].first
    assert english is not None
    said = replace(wanted, said=(Said("en", english.facts[0].value, "The value as corrected"),))
    japanese, other = text.corrected(made, [said])
    assert japanese.first is not None
    assert other.first is not None
    assert (japanese.first.facts[0].value, other.first.facts[0].value) == ("訂正した値", "The value as corrected")
    lead = page.lead[0]
    made_, there = text.corrected(made, [Item(text.FIRST_PAGE, lead.text, "訂正した文。")])
    assert there.first is not None
    assert [(each.text, each.lang) for each in there.first.lead[:1]] == [("訂正した文。", "ja")]
    assert text.elsewhere(made_, [Item(text.FIRST_PAGE, "あなた", "申請人")])


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Said("ko", "a", "b"), "not issued in ko"),
        (Said("vi", "nowhere", "đâu đó"), "0 times"),
        (Said("vi", "", "3 tháng"), "figure 3"),
        (Said("vi", "x", "123456789018"), "My Number|twelve"),
    ],
)
def test_what_is_wrong_in_a_language_is_refused(said: Said, why: str) -> None:
    made = versions("vi")
    with pytest.raises(BadInput, match=why):
        text.check(made, [item(made, said)], REASON)


def test_figures_are_the_same_in_both() -> None:
    made = versions("vi")
    words = first(made[1]).sentences[0].text
    japanese = replace(item(made), after="2026年3月16日に申請しました。")
    right = replace(japanese, said=(Said("vi", words, "Quý vị nộp đơn ngày 16/03/2026."),))
    text.check(made, [right], REASON, [("vi", "Do nhầm lẫn.")])
    assert rules.other_figures(("3 tháng", "2 tháng"), ("3か月", "2か月")) == ()
    assert rules.other_figures(("3 tháng", "4 tháng"), ("3か月", "2か月")) == (2, 4)
    assert rules.other_figures(("On 6 April", "On 6 April (late)"), ("6日", "6日（遅れて）")) == ()
    assert rules.other_figures(("16/03/2026", "16/04/2026"), ("3月16日", "4月16日")) == ()
    wrong = replace(japanese, said=(Said("vi", words, "Quý vị nộp đơn ngày 17/03/2026."),))
    with pytest.raises(BadInput, match="differs from the Japanese"):
        text.check(made, [wrong], REASON)


def test_all_versions_bear_the_check_number_of_the_japanese_one() -> None:
    made = compose.numbered(text.corrected(versions("vi", "en"), [item(versions("vi"))]))
    assert len({each.check_number for each in made}) == 1
    assert len({each.content_digest for each in made}) == 3
    assert all(isinstance(each, Sentence) for each in made[0].sentences())
