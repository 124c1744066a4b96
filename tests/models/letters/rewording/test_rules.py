"""What a person may do to a sentence, and what is found when a binding breaks."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.letters import digest, rules
from models.letters.compose import compose
from models.letters.rewording import binding
from models.letters.rewording import rules as worded
from models.letters.values import Letter, Rewording, Sentence
from tests.models.letters import sample

CONCLUSION = "pension.conclusion.1"
FILE = sample.casefile()
JA, EN = sample.letter("ja"), sample.letter("en")


def sentence(sid: str, letter: Letter = JA) -> Sentence:
    """A sentence of the sample letter."""
    return next(each for each in letter.sentences() if each.id == sid)


def codes(text: str, sid: str = CONCLUSION, letter: Letter = JA) -> list[str]:
    """What is found in a text that stands in for a sentence."""
    found = worded.faults(text, sentence(sid, letter), FILE, letter.language)
    return [each.problem.message.code.removeprefix("letters.") for each in found]


def rewording(text: str, sid: str = CONCLUSION, letter: Letter = JA, **more: str) -> Rewording:
    """The record of a text as the wording of a sentence."""
    original = sentence(sid, letter)
    standard = original.text if original.free else original.pattern
    made = Rewording(
        FILE.case.id, letter.language, sid, standard, worded.pattern_of(text, original), 1, "examiner1", sample.AT, 9
    )
    return replace(made, **more)  # type: ignore[arg-type]  # the caller's fields are Rewording's


def written(*rewordings: Rewording, language: str = "ja") -> Letter:
    """The sample letter with rewordings in it."""
    return compose(FILE, sample.proposal(), sample.context(rewordings=rewordings), language)


GOOD = (
    "24か月のうち3か月分が、決められた期限より後に納められたため、この項目を満たしていません。",
    "この項目を満たしていないのは、24か月のうち3か月分の納付が当初の納付期限より後だったためです。",
    "24か月のうち3か月分（3か月分）は、期限の後に納められました。そのため、この項目を満たしていません。",
)


@pytest.mark.parametrize("text", GOOD)
def test_words_may_change(text: str) -> None:
    assert codes(text) == []
    made = written(rewording(text))
    assert sentence(CONCLUSION, made).text == text
    assert rules.problems(made, FILE, [rewording(text)]) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "24か月のうち4か月分が期限より後に納められたため、この項目を満たしていません。",
            "figure_missing figure_not_bound",
        ),
        (
            "24か月のうち3か月分が2025年6月から期限より後に納められたため、満たしていません。",
            "figure_not_bound figure_not_bound",
        ),
        ("24か月のうち3か月分（12.5パーセント）が遅れたため、満たしていません。", "figure_not_bound"),
        ("二十四か月のうち3か月分が遅れたため、満たしていません。", "figure_missing figure_not_bound"),
        ("24か月のうち3か月分が期限より後に納められたため、この項目を満たしています。", "wording_turned"),
        ("24か月のうち3か月分を株式会社みどりが納めたため、この項目を満たしていません。", "name_not_bound"),
        ("24か月のうち3か月分が遅れ、田中さんもそう述べたため、この項目を満たしていません。", "name_not_bound"),
        ("ネパールの人で、24か月のうち3か月分が遅れたため、この項目を満たしていません。", "name_not_bound"),
        ("24か月のうち3か月分が遅れ、住民税も納めないため、この項目を満たしていません。", "ground_new"),
        ("24か月のうち3か月分が遅れ、処罰も受けたため、この項目を満たしていません。", "ground_new"),
        ("国籍のため、24か月のうち3か月分が遅れ、この項目を満たしていません。", "ground_protected"),
        ("24か月のうち3か月分が遅れ、123456789018のため、満たしていません。", "my_number figure_not_bound"),
        ("", "wording_empty figure_missing figure_missing wording_turned"),
    ],
)
def test_a_broken_binding_is_found(text: str, found: str) -> None:
    assert codes(text) == found.split()


def test_what_is_wrong_is_shown_where_it_stands() -> None:
    text = "24か月のうち3か月分が遅れ、住民税も納めないため、この項目を満たしていません。"
    (fault,) = worded.faults(text, sentence(CONCLUSION), FILE, "ja")
    assert fault.span is not None
    assert fault.span.of(text) == "住民税"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Because 3 of 24 months were paid after the day they were due, this criterion is not met.", ""),
        ("Because three of 24 months were paid late, this criterion is not met.", "figure_missing figure_not_bound"),
        ("Because 3 of 24 months were paid late, this criterion is met.", "wording_turned"),
        ("Because 3 of 24 months were paid late, as Mr Tanaka says, this criterion is not met.", "name_not_bound"),
        ("Because 3 of 24 months of resident tax were late, this criterion is not met.", "ground_new"),
    ],
)
def test_other_languages_are_held_to_the_same(text: str, found: str) -> None:
    assert codes(text, letter=EN) == found.split()


def test_a_figure_that_changes_takes_the_wording_with_it() -> None:
    """The wording keeps slots, not digits: it is filled anew whenever the letter is composed."""
    made = rewording(GOOD[0])
    assert "24" not in made.pattern
    assert "3か月" not in made.pattern
    assert binding.literals(made.pattern).count("\x00") == 2


def test_a_wording_whose_sentence_changed_is_flagged_and_stays_out() -> None:
    old = rewording(GOOD[0], standard="別の定型文だったため、満たしていません。")
    letter = written(old)
    assert sentence(CONCLUSION, letter).text == sentence(CONCLUSION).text
    (found,) = rules.problems(letter, FILE, [old])
    assert found.message.code == "letters.rewording_stale"
    assert found.place == CONCLUSION


def test_a_wording_that_nobody_recorded_blocks() -> None:
    found = rules.problems(written(rewording(GOOD[0])), FILE, [])
    assert [each.message.code for each in found] == ["letters.rewording_not_recorded"]


def test_a_wording_broken_in_the_record_blocks_the_issue() -> None:
    """Whoever writes past the rules meets them again at the issue."""
    forged = rewording(GOOD[0], pattern="24か月のうち4か月分が遅れたため、満たしていません。")
    found = rules.problems(written(forged), FILE, [forged])
    assert {each.message.code for each in found} == {"letters.figure_missing", "letters.figure_not_bound"}


@pytest.mark.parametrize("sid", ["outcome", "remedies.last_day", "criteria.pension.finding", "documents.1.title"])
def test_some_sentences_nobody_may_word(sid: str) -> None:
    assert not worded.may_reword(JA, sentence(sid))


def test_a_persons_own_words_are_mended_in_the_finding_and_translated_by_a_person() -> None:
    sid = "pension.application.1"
    assert not worded.may_reword(JA, sentence(sid))
    assert worded.may_reword(EN, sentence(sid, EN))
    text = "Each of the 3 months was paid after its first due date. All was paid before you applied; in principle this counts against you."
    assert codes(text, sid, EN) == []
    made = rewording(text, sid, EN)
    letter, original = written(made, language="en"), written(made)
    assert (sentence(sid, letter).text, sentence(sid, letter).lang) == (text, "")
    assert not [each for each in letter.sentences() if each.id == "pension.examiner.1"]
    assert [each for each in letter.sentences() if each.id == "residence.examiner.1"]
    assert not [each for each in (*letter.sentences(), *original.sentences()) if each.id == "about.free"]
    assert rules.problems(letter, FILE, [made]) == ()
    assert rules.compare([original, letter]) == ()


def test_a_translation_says_the_numbers_of_the_original() -> None:
    sid = "residence.application.1"
    good = "Your stay from 2015 ended when you left on 25 March 2016. So it counts from 3 April 2017."
    assert codes(good, sid, EN) == []
    assert codes(good.replace("25", "26"), sid, EN) == ["figure_missing", "figure_not_bound"]


def test_the_digest_that_is_signed_says_the_new_words() -> None:
    assert written().content_digest == JA.content_digest
    assert written(rewording(GOOD[0])).content_digest != JA.content_digest
    assert digest.check_number(written(rewording(GOOD[0]))) != JA.check_number


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_digit_changes_unseen(data: st.DataObject) -> None:
    """Whatever digit of whatever sentence is changed: it is found."""
    open_ = [each for each in JA.sentences() if worded.may_reword(JA, each) and re.search(r"\d", each.text)]
    chosen = data.draw(st.sampled_from(open_))
    place = data.draw(st.sampled_from([found.start() for found in re.finditer(r"\d", chosen.text)]))
    digit = data.draw(st.sampled_from([each for each in "0123456789" if each != chosen.text[place]]))
    text = chosen.text[:place] + digit + chosen.text[place + 1 :]
    assert worded.faults(text, chosen, FILE, "ja")


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["ja", "en"]), st.data())
def test_a_sentence_as_it_stands_is_never_wrong(language: str, data: st.DataObject) -> None:
    letter = JA if language == "ja" else EN
    chosen = data.draw(st.sampled_from([e for e in letter.sentences() if worded.may_reword(letter, e) and not e.free]))
    assert worded.faults(chosen.text, chosen, FILE, language) == ()
    assert worded.pattern_of(chosen.text, chosen).count("{") >= len({each.slot for each in chosen.figures if each.text})
