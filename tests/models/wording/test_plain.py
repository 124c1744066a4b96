"""Plain language: what is pointed out in believable reasons, and what is left alone."""

import pytest

import resources
from models.letters import plain as of_letters
from models.wording import plain, readability
from models.wording.values import HintKind
from resources import letters, messages
from resources import plain as data
from tests.models.letters import sample

K = HintKind


def kinds(text: str, language: str = "ja") -> list[HintKind]:
    return [each.kind for each in plain.look(text, language)]


FOUND = [
    ("納付が遅れたことがないわけではありません。", K.DOUBLE_NEGATIVE),
    ("期限を知らなかったとは言えない。", K.DOUBLE_NEGATIVE),
    ("不許可とせざるを得ない。", K.DOUBLE_NEGATIVE),
    ("期限までに納められたと認められることが確認できない。", K.PASSIVE),
    ("総合的に判断した結果、今回の結論とします。", K.STOCK),
    ("諸般の事情を考えました。", K.STOCK),
    ("特段の事情は認められません。", K.STOCK),
    ("説明は信ぴょう性に乏しい。", K.STOCK),
    ("ガイドラインの条件を満たさないため、許可できません。", K.CIRCULAR),
    ("第22条の要件に適合しないので、この項目を満たしていません。", K.CIRCULAR),
    ("素行が善良であるとは認められません。", K.NO_BECAUSE),
    ("国益に合すると認められない。", K.NO_BECAUSE),
    ("保険料の納付を怠りました。", K.BLAME),
    ("反省の色が見られません。", K.BLAME),
    ("申請人の弁解は採用しません。", K.BLAME),
    ("ネパール人は一般に届出が遅れる傾向があります。", K.GENERALIZATION),
    ("外国人には年金を納めない者が多い。", K.GENERALIZATION),
    ("国民性によるところが大きい。", K.GENERALIZATION),
    ("国籍が中国であることから、慎重に調べました。", K.PROTECTED),
    ("宗教上の活動を理由として、不許可とします。", K.PROTECTED),
    ("妊娠により、収入が続く見込みがありません。", K.PROTECTED),
    ("提出された資料では疎明が足りません。", K.LEGAL),
    ("納付の懈怠があります。", K.LEGAL),
    ("若干の遅れがあります。", K.VAGUE),
]


@pytest.mark.parametrize(("text", "kind"), FOUND)
def test_what_is_pointed_out(text: str, kind: HintKind) -> None:
    assert kind in kinds(text)


QUIET = [
    "3か月分が当初の納付期限より後に納められたため、この項目を満たしていません。",
    "2025年6月分は、納付期限の48日後に納められています。",
    "国籍にかかわらず、同じ基準で調べました。",
    "国籍を証明する書類が出されていないため、本人かどうかを確かめられません。",
    "障害年金を受けているため、収入に加えました。",
    "年金の記録を確かめました。そのため、この項目を満たしていません。",
    "失業していた期間の納付は、免除が認められています。",
    "申請人は、2024年4月に転職したと説明しています。転職先の証明書で確かめました。",
    "納付書が届かなかったという説明を、区役所の記録で確かめました。",
    "疎明（資料で一応の説明をすること）が求められています。",
    "在留状況から、2017年4月3日以降の出国は2回と分かります。",
    "この申請人は中国の大学を卒業しています。",
    "届出がなければ、在留カードの記載は変わりません。",
    "生まれた子の届出は、期限の中で出されています。",
]


@pytest.mark.parametrize("text", QUIET)
def test_what_is_left_alone(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is not unlikely that you knew.", K.DOUBLE_NEGATIVE),
        ("The payments were made late and were considered to have been neglected by you.", K.PASSIVE),
        ("After careful consideration we decided.", K.STOCK),
        ("Because the criterion is not met, we refuse.", K.CIRCULAR),
        ("The criterion is not met.", K.NO_BECAUSE),
        ("You failed to pay in May.", K.BLAME),
        ("Applicants from Nepal often pay late.", K.GENERALIZATION),
        ("Because of your religion we looked closely.", K.PROTECTED),
        ("Pursuant to article 22 we refuse.", K.LEGAL),
        ("A number of payments came late.", K.VAGUE),
    ],
)
def test_english(text: str, kind: HintKind) -> None:
    assert kind in kinds(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Because 3 of 24 months were paid late, this criterion is not met.",
        "You paid May 2025 on 15 August 2025, 48 days after it was due.",
        "You gave your nationality certificate on 3 June.",
        "Prima facie (at first sight) the record is whole.",
    ],
)
def test_english_that_is_left_alone(text: str) -> None:
    assert kinds(text, "en") == []


def test_a_long_sentence_says_where_to_cut() -> None:
    text = (
        "国民年金の保険料について、2024年4月から2026年3月までの24か月のうち、"
        "3か月分が当初の納付期限より後に納められていて、その理由も説明されていません。"
    )
    (hint,) = (each for each in plain.look(text, "ja") if each.kind is K.SENTENCE)
    assert hint.limit == 60
    assert "／" in hint.instead


def test_what_must_not_be_missed_comes_first_and_loud() -> None:
    first, *_ = plain.look("総合的に判断した結果、国籍を理由に不許可とした。", "ja")
    assert first.kind is K.PROTECTED
    assert first.message.text("ja").startswith("【重要】")
    assert first.message.text("en").startswith("IMPORTANT")


def test_each_hint_says_why_and_what_instead() -> None:
    for text, _ in FOUND:
        for hint in plain.look(text, "ja"):
            assert hint.instead
            assert hint.words in text
            assert text[hint.start : hint.end].startswith(hint.words.rstrip("…")[:3])
            assert "{" not in hint.message.text("ja") + hint.message.text("en")


def test_every_kind_has_words_in_both_languages() -> None:
    for kind in HintKind:
        assert all(messages.has(f"plain.{kind.value}", lang) for lang in messages.LANGUAGES)


def test_easy_japanese_asks_for_more() -> None:
    text = "令和7年6月分の保険料は納付期限までに納められていません。"
    found = {each.kind for each in plain.look(text, "ja-easy")}
    assert {K.EASY_YEAR, K.EASY_KANJI, K.EASY_PASSIVE, K.EASY_WORD} <= found
    assert kinds("6月のお金を、まだ出していません。", "ja-easy") == []


def test_the_kanji_of_the_school_years_are_whole() -> None:
    """学年別漢字配当表: 80, 160 and 200 kanji, none twice."""
    assert [len(data.kanji()[year]) for year in "123"] == [80, 160, 200]
    assert len(frozenset().union(*data.kanji().values())) == 440


def test_words_are_data_and_every_expression_can_be_read() -> None:
    assert (resources.root() / "plain" / "ja.toml").is_file()
    for language in ("ja", "ja-easy", "en"):
        assert plain.look("x", language) == ()


def test_readability_by_published_formulas() -> None:
    """Flesch's own scale: short words in short sentences near 100, long ones low. Tateisi's: kanji runs pull down."""
    easy, hard = (
        "The cat sat on the mat. It was warm.",
        "Notwithstanding considerable administrative complexity, authorisation remains unobtainable.",
    )
    assert readability.flesch(easy) > 90 > 30 > readability.flesch(hard)
    assert readability.tateisi("まだお金をはらっていません。はらってください。") > readability.tateisi(
        "国民年金保険料納付義務不履行状態継続中。納付書送付済。"
    )
    assert readability.of("短い。", "ja") is None
    assert readability.of(easy, "vi") is None
    figure = readability.of("3か月分が当初の納付期限より後に納められています。", "ja")
    assert figure is not None
    assert "1988" in figure.message.text("ja")


def test_in_a_letter_only_what_people_wrote_is_looked_at() -> None:
    letter = sample.letter("ja")
    looked = [each.id for each in letter.sentences() if of_letters.of_sentence(each, "ja")]
    assert all(each.endswith((".application.1", "weighing.text")) for each in looked)
    assert not any(each.place.startswith("explanation.") for each in of_letters.of_letter(letter))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_standard_wording_has_none_of_the_grave_ones(language: str) -> None:
    """What we print for everybody neither blames, nor generalizes, nor speaks in stock phrases."""
    grave = {K.BLAME, K.GENERALIZATION, K.PROTECTED, K.STOCK, K.CIRCULAR}
    found = {
        key: each.words
        for key, text in letters.wording(language).items()
        for each in plain.look(text, language)
        if each.kind in grave
    }
    assert found == {}
