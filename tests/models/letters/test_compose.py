"""The letter's tree: what stands in it, and that it says so in every language alike."""

from dataclasses import replace
from datetime import date

import pytest

from models.decisions.values import Outcome
from models.errors import BadInput
from models.evidence.values import Duty, Obligation, PaymentStatus
from models.findings.values import FindingState, Reason
from models.letters.compose import compose
from models.letters.values import Heading, Paragraph, Step, Strip, Table, TimeBar
from tests.models.letters import sample

LANGUAGES = ("ja", "en")


def texts(language: str = "ja", outcome: Outcome = Outcome.REFUSE) -> str:
    """All sentences of a sample letter."""
    return "\n".join(each.text for each in sample.letter(language, outcome).sentences())


def test_the_outcome_is_the_first_sentence() -> None:
    assert sample.letter("ja").sentences()[0].text == "あなたの永住許可の申請を、許可しないと決定しました。"
    assert sample.letter("en").sentences()[0].text.startswith("We have decided not to grant")
    assert sample.letter("ja", Outcome.GRANT).sentences()[0].text == "あなたの永住を、許可します。"


def test_page_one_stands_alone() -> None:
    """Reasons counted, what does not change, four facts, the deciding facts with their dates, three things to do."""
    first = sample.letter("ja").first
    assert first is not None
    assert first.lead[0].text == "理由は2つです。"
    assert "2029年8月20日" in first.unchanged[0].text
    assert [each.value for each in first.facts][1:] == [
        "永-26-004127",
        "2026年3月16日（令和8年）",
        "2026年11月19日（令和8年）",
    ]
    assert [each.criterion for each in first.unmet] == ["residence", "pension"]
    assert "2017年4月3日" in "".join(each.text for each in first.unmet[0].deciding)
    assert [each.answer for each in first.boxes] == ["2027年10月1日から", "2027年5月24日まで", "03-0000-4100"]


def test_the_earliest_day_and_the_remedies_are_those_of_the_design() -> None:
    """DOCUMENTS 5: 1 October 2027; received on 24 November 2026, the last day is Monday 24 May 2027; one year 19 November 2027."""
    letter = sample.letter("en")
    assert letter.remedies is not None
    assert letter.remedies.last_day_if_received_today.isoformat() == "2027-05-24"
    assert letter.remedies.one_year_day.isoformat() == "2027-11-19"
    said = texts("en")
    assert "the last day is Monday 24 May 2027" in said
    assert "The earliest day on which the facts can be in place is 1 October 2027." in said
    assert "24 months in a row are reached with August 2027 (due 30 September 2027)" in said


def test_a_rule_that_changes_before_the_earliest_day_is_named() -> None:
    assert "その日より前に、次の基準が変わる予定です：在留期間「3年」" in texts()


def test_every_unmet_criterion_has_its_six_steps_in_order() -> None:
    blocks = sample.letter("ja").blocks
    unmet = [each for each in blocks if isinstance(each, Heading) and each.level == 3]
    assert unmet
    for bar in unmet:
        following = blocks[blocks.index(bar) + 1 :]
        end = next(place for place, each in enumerate(following) if isinstance(each, Heading))
        steps = [each.step for each in following[:end] if isinstance(each, Paragraph)]
        assert list(dict.fromkeys(steps)) == [
            Step.STANDARD, Step.FACTS, Step.EVIDENCE, Step.APPLICATION, Step.CONCLUSION, Step.CHANGE,
        ]  # fmt: skip


def test_every_criterion_is_listed_favourable_ones_too() -> None:
    table = next(each for each in sample.letter("ja").blocks if isinstance(each, Table) and each.kind == "criteria")
    assert [row[3].sentence.text for row in table.rows] == [
        "満たす", "満たす", "満たさない", "満たさない", "満たす", "当てはまらない", "満たす",
    ]  # fmt: skip


@pytest.mark.parametrize("outcome", Outcome)
def test_paragraphs_are_numbered_through_and_alike_in_every_language(outcome: Outcome) -> None:
    ja, en = (sample.letter(language, outcome).blocks for language in LANGUAGES)
    numbers = [each.number for each in ja if isinstance(each, Paragraph)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [type(each) for each in ja] == [type(each) for each in en]
    assert numbers == [each.number for each in en if isinstance(each, Paragraph)]


def test_late_months_stand_in_a_table_and_in_a_strip_with_words() -> None:
    blocks = sample.letter("ja").blocks
    table = next(each for each in blocks if isinstance(each, Table) and each.kind == "months")
    assert [cell.sentence.text for cell in table.rows[0]] == [
        "2025年6月",
        "2025年7月31日",
        "2025年12月19日",
        "141日",
        "17,510円",
    ]
    strip = next(each for each in blocks if isinstance(each, Strip))
    assert len(strip.months) == 24
    assert "期限の後 3か月" in strip.alt


def test_months_of_the_employees_scheme_fill_the_strip() -> None:
    """While employed, a person owes the employees' pension instead: those months are no gap."""
    kept = [each for each in sample.rows() if not (isinstance(each[0], Obligation) and each[0].period < "2025")]
    worked = [
        (
            Obligation(
                Duty.EMPLOYEES_PENSION, f"2024-{month:02}", date(2025, 1, 6), None, None, PaymentStatus.WITHHELD
            ),
            7,
            "日本年金機構",
            "R-2",
        )
        for month in range(3, 13)
    ]
    file = sample.casefile(pieces=sample.evidence([*kept, *worked]))
    letter = compose(file, sample.proposal(), sample.context(), "ja")
    strip = next(each for each in letter.blocks if isinstance(each, Strip))
    assert [each.state for each in strip.months[:10]] == ["withheld"] * 10
    assert "厚生年金保険料" in strip.alt


def test_the_years_of_stay_are_drawn_with_words() -> None:
    bar = next(each for each in sample.letter("ja").blocks if isinstance(each, TimeBar))
    assert [each.kind for each in bar.spans] == ["not_counted", "counted", "missing"]
    assert (bar.spans[1].start, bar.spans[1].end) == (date(2017, 4, 3), sample.DECIDED)
    assert "引き続く在留 9年7か月：2017年4月3日から2026年11月19日まで" in bar.alt
    assert "必要な年数になる日 2027年4月3日" in bar.alt


def test_the_examiners_own_words_are_not_translated() -> None:
    letter = sample.letter("en")
    own = next(each for each in letter.sentences() if each.free and each.criterion == "pension")
    assert own.text == sample.TEXT_PENSION
    assert own.lang == "ja"
    assert "no person has translated it yet" in texts("en")


def test_the_applicants_explanation_is_quoted_and_answered() -> None:
    said = texts()
    assert "2015年4月に初めて日本に来て、10年以上になります。" in said
    assert "この説明への答えは、第9項に書きました。" in said


def test_a_grant_says_fee_card_and_effect() -> None:
    said = texts("ja", Outcome.GRANT)
    assert "手数料は、2025年4月1日からの額で10,000円です（出入国管理及び難民認定法関係手数料令）。" in said
    assert "2026年12月18日（金曜日）までに、パスポート" in said
    assert "新しい在留カードを受け取った時から" in said
    assert "訴え" not in said


def test_a_changed_finding_changes_the_sentence() -> None:
    changed = tuple(
        replace(each, reasons=(Reason("P-02", ("F133", "F33.2025-06"), (), "1か月分が遅れています。"),))
        if each.criterion == "pension"
        else each
        for each in sample.refused_findings()
    )
    file = sample.casefile(findings=changed)
    letter = compose(file, sample.proposal(), sample.context(), "ja")
    said = "\n".join(each.text for each in letter.sentences())
    assert "1か月分が遅れています。" in said
    assert sample.TEXT_PENSION not in said


def test_a_finding_turned_to_met_leaves_the_reasons() -> None:
    met = tuple(
        replace(each, finding=FindingState.MET, reasons=(Reason(facts=("F133",)),))
        if each.criterion == "pension"
        else each
        for each in sample.refused_findings()
    )
    letter = compose(sample.casefile(findings=met), sample.proposal(), sample.context(), "ja")
    assert letter.first is not None
    assert [each.criterion for each in letter.first.unmet] == ["residence"]
    assert letter.first.lead[0].text == "理由は1つです。"
    assert letter.first.boxes[0].answer == "2027年4月3日から"


def test_every_sentence_of_a_reason_carries_what_it_stands_on() -> None:
    for each in sample.letter("ja").sentences():
        if each.reason is not None:
            assert each.criterion
            assert each.facts or each.evidence


def test_a_language_without_wording_is_refused_by_name() -> None:
    file = sample.casefile()
    with pytest.raises(BadInput, match="vi"):
        compose(file, sample.proposal(), sample.context(), "vi")


def test_the_digest_leaves_out_what_is_known_only_on_the_day_of_dispatch() -> None:
    file, proposal = sample.casefile(), sample.proposal()
    one = compose(file, proposal, sample.context(), "ja")
    other = compose(
        file, proposal, sample.context(number="", dispatched_on=sample.GOT, received_on=None, draft=True), "ja"
    )
    assert one.content_digest == other.content_digest
    assert one.check_number != other.check_number


def test_the_digest_changes_with_what_is_decided() -> None:
    file = sample.casefile()
    one = compose(file, sample.proposal(), sample.context(), "ja")
    other = compose(file, sample.proposal(weighing="別の考え。"), sample.context(), "ja")
    assert one.content_digest != other.content_digest


def test_a_stay_that_is_over_is_said_to_be_over() -> None:
    case = sample.case()
    over = replace(case.applicant, stay_until=sample.RECEIVED)
    letter = compose(sample.casefile(applicant=over), sample.proposal(), sample.context(), "en")
    assert letter.first is not None
    assert "ended on 16 March 2026" in letter.first.unchanged[0].text
    assert "two months" in letter.first.unchanged[1].text
