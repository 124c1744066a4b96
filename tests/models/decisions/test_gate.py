"""The gate before a proposal: what blocks, what warns, and that a complete case passes."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from models.casefile.values import CaseFile
from models.cases.values import Applicant, Case, Kind, State
from models.decisions import phrasing
from models.decisions.rules import gate
from models.decisions.values import Outcome
from models.errors import Problem
from models.evidence.values import (
    Application,
    Conduct,
    Employment,
    Evidence,
    EvidenceKind,
    Income,
    LanguageTest,
    Tie,
)
from models.facts.compute import compute
from models.facts.shown import canonical
from models.findings.values import CitedFact, Finding, FindingDraft, FindingState, Reason, SavedDraft
from models.frameworks import library
from models.frameworks.values import FrameworkRef
from models.frameworks.windows import windows
from tests.models.facts.rows import RECEIVED, SEEN, held, month, pieces, stay

S = FindingState
AT = datetime(2026, 11, 18, 1, 0, tzinfo=UTC)
WEIGHING = "年金の遅れのほかはすべて満たしているが、遅れの理由が確認できないため、不利な事情を重くみた。"
WHY = "2025年5月分（納付期限2025年6月30日）は14日遅れて納められている。免除や病気などの事情は資料から確認できないため、例外としない。"
FRAMEWORK = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
APPLICANT = Applicant(
    "NGUYEN THI MAI", "グエン・ティ・マイ", date(1992, 5, 8), "VNM", "engineer_humanities", None, "vi"
)


def evidence() -> tuple[Evidence, ...]:
    rows = pieces(
        stay("2015-04-03"),
        held("student", "2015-04-03", "2019-04-02"),
        held("engineer_humanities", "2019-04-03", "2024-04-02"),
        held("engineer_humanities", "2024-04-03", "2029-04-02"),
        month("2025-04", "2025-06-02", "2025-06-02"),
        month("2025-05", "2025-06-30", "2025-07-14"),
        Income(2025, 4_000_000, 0),
        Employment("青波", "full_time", date(2019, 4, 3), None, None),
        LanguageTest("jlpt", "N2", None, date(2023, 12, 3)),
        Tie("community", date(2022, 4, 1), None, "日本語教室"),
        Conduct("no_record", date(2026, 10, 1), ""),
    )
    form = Application("permanent_residence", "general", RECEIVED, "engineer_humanities", date(2029, 4, 2))
    return (*rows, Evidence("E90", 90, "PR-1", EvidenceKind.APPLICATION, "", form, "applicant", RECEIVED, None))


@dataclass(frozen=True)
class Made:
    """A case file and the means to change it."""

    file: CaseFile

    def found(self, key: str, finding: FindingState, *reasons: Reason, **changes: object) -> "Made":
        """The same case with another finding on a criterion."""
        cited = tuple(
            CitedFact(fact.id, fact.key, canonical(fact.value))
            for fact in self.file.facts
            if any(fact.id in reason.facts for reason in reasons)
        )
        new = Finding("PR-1", key, finding, reasons, 1, "examiner1", AT, 1, FRAMEWORK.version, cited)
        rest = tuple(each for each in self.file.findings if each.criterion != key)
        return Made(replace(self.file, findings=(*rest, replace(new, **changes))))  # type: ignore[arg-type]  # test changes

    def without(self, key: str) -> "Made":
        """The same case with no finding on a criterion."""
        return Made(replace(self.file, findings=tuple(each for each in self.file.findings if each.criterion != key)))

    def asked(self, outcome: Outcome | None = None, weighing: str = "") -> tuple[list[str], list[str]]:
        """Codes of what blocks and of what warns."""
        result = gate(self.file, outcome, weighing)
        for each in result.problems:
            words(each)
        return [each.message.code[5:] for each in result.blocks], [each.message.code[5:] for each in result.warnings]


def words(each: Problem) -> None:
    for lang in ("ja", "en"):
        text = each.text(lang)
        assert "{" not in text
        assert "gate." not in text
        assert each.place


def made() -> Made:
    """A general case on which every criterion is found and only pension is late (and found met, with words)."""
    rows = evidence()
    facts = compute(rows, windows(FRAMEWORK, "general", RECEIVED, SEEN))
    case = Case(
        "PR-1",
        Kind.PERMANENT_RESIDENCE,
        "general",
        State.EXAMINING,
        "unit",
        RECEIVED,
        SEEN,
        APPLICANT,
        FRAMEWORK.ref,
        1,
    )
    found = Made(CaseFile(case, FRAMEWORK, rows, facts, (), (), (), (), SEEN))
    for each in FRAMEWORK.criteria_for("general"):
        found = found.found(each.key, S.MET, Reason(None, (), ("E90",), ""))
    return found.found("pension", S.MET, Reason("P-G2", ("F33",), (), WHY))


def refused() -> Made:
    return made().found("pension", S.NOT_MET, Reason("P-02", ("F33", "F33.2025-05"), ("E6",), WHY))


def test_a_complete_grant_passes() -> None:
    assert made().asked(Outcome.GRANT, "指標も含め、全体として有利な事情が多いため、許可が相当と考えた。") == ([], [])
    assert made().asked(None) == ([], [])


def test_a_complete_refusal_passes() -> None:
    assert refused().asked(Outcome.REFUSE, WEIGHING) == ([], [])


def test_every_criterion_must_be_answered() -> None:
    assert made().without("public_health").asked(None)[0] == ["not_answered"]
    waiting = made().found("public_health", S.NEEDS_DOCUMENTS, Reason(None, (), (), "診断書"))
    assert waiting.asked(None)[0] == ["waits_for_documents"]
    assert len(Made(replace(made().file, findings=())).asked(None)[0]) == 16


def test_a_criterion_of_another_route_is_not_asked() -> None:
    assert "marriage" not in [
        each.place for each in gate(Made(replace(made().file, findings=())).file, None, "").problems
    ]


def test_the_rules_of_each_finding_are_asked_again() -> None:
    broken = refused().found("pension", S.NOT_MET, Reason("P-02", (), (), ""))
    blocks = gate(broken.file, Outcome.REFUSE, WEIGHING).blocks
    assert [each.message.code for each in blocks] == ["gate.in_criterion"] * 2
    assert {each.place for each in blocks} == {"pension"}
    assert "公的年金の保険料" in blocks[0].text("ja")


def test_a_mandatory_criterion_not_met_blocks_a_grant() -> None:
    late = made().found("continuous_residence", S.NOT_MET, Reason("Z-01", ("F1",), (), WHY))
    assert late.asked(Outcome.GRANT, WEIGHING)[0] == ["mandatory_not_met"]
    assert "mandatory_not_met" not in late.asked(Outcome.REFUSE, WEIGHING)[0]


def test_a_grant_with_something_not_met_must_be_weighed() -> None:
    assert refused().asked(Outcome.GRANT, "")[0] == ["weighing_missing"]
    assert refused().asked(Outcome.GRANT, WEIGHING)[0] == []


def test_a_refusal_needs_a_reason_and_a_weighing() -> None:
    assert made().asked(Outcome.REFUSE, WEIGHING)[0] == ["refusal_without_reason"]
    assert refused().asked(Outcome.REFUSE, " \n")[0] == ["weighing_missing"]


def test_a_grant_without_words_on_the_indicators_is_only_warned() -> None:
    assert made().asked(Outcome.GRANT, "") == ([], ["weighing_of_indicators"])


@pytest.mark.parametrize("number", ["123456789018", "１２３４　５６７８　９０１８"])
def test_no_my_number_in_any_text(number: str) -> None:
    assert refused().asked(Outcome.REFUSE, WEIGHING + number)[0] == ["my_number_weighing"]
    reason = Reason("P-02", ("F33",), (), WHY + number)
    assert refused().found("pension", S.NOT_MET, reason).asked(Outcome.REFUSE, WEIGHING)[0] == ["in_criterion"]


def test_drafts_left_block() -> None:
    draft = SavedDraft(FindingDraft("PR-1", "pension", S.MET), "examiner1", AT, 1)
    assert Made(replace(made().file, drafts=(draft,))).asked(None)[0] == ["draft_left"]


@pytest.mark.parametrize(
    ("day", "blocks"),
    [(date(2026, 12, 30), []), (date(2026, 12, 31), []), (date(2027, 1, 1), ["version_not_in_force"])],
)
def test_the_version_must_be_the_law_of_the_day(day: date, blocks: list[str]) -> None:
    ends = replace(FRAMEWORK, in_force_until=date(2026, 12, 31))
    assert Made(replace(made().file, framework=ends, seen_on=day)).asked(None)[0] == blocks


def test_a_finding_of_another_version_must_be_recorded_again() -> None:
    old = made().found("public_health", S.MET, Reason(None, (), ("E90",), ""), framework_version="2024-11-18")
    assert old.asked(None)[0] == ["other_version"]


def test_a_changed_fact_must_be_confirmed() -> None:
    changed = refused()
    rows = (*evidence(), *pieces(*[month("2025-03", "2025-04-30", "2025-06-10")]))
    rows = tuple(
        replace(row, id="E91", number=91) if row.id == "E1" and row.kind is EvidenceKind.OBLIGATION else row
        for row in rows
    )
    facts = compute(rows, windows(FRAMEWORK, "general", RECEIVED, SEEN))
    again = Made(replace(changed.file, evidence=rows, facts=facts))
    result = gate(again.file, Outcome.REFUSE, WEIGHING)
    assert [each.message.code for each in result.blocks] == ["gate.fact_changed"]
    assert "1から2" in result.blocks[0].text("ja")


def test_days_that_go_by_change_nothing() -> None:
    resides = made().found("continuous_residence", S.MET, Reason(None, ("F2", "F3", "F5"), (), ""))
    later = date(2026, 12, 24)
    facts = compute(evidence(), windows(FRAMEWORK, "general", RECEIVED, later))
    assert Made(replace(resides.file, facts=facts, seen_on=later)).asked(None)[0] == []


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "永住許可を適当と認めるに足りる相当の理由があると認められません。そのため申請を認めることができない。",
            "stock_phrase",
        ),
        ("諸般の事情を考え、この項目を満たさないと判断した。期限の後に納めたためである。", "stock_phrase"),
        ("2025年5月分の保険料について、この項目を満たしていない。", "circular"),
        ("遅れているため。", "short_text"),
        ("2025年5月分は41日遅れて納められている。理由が確認できないため例外としない。", "foreign_figure"),
        ("申請人の国籍の国では年金の制度がなく、そのため遅れたという説明があった。", "protected_word"),
    ],
)
def test_warnings(text: str, warning: str) -> None:
    found = refused().found("pension", S.NOT_MET, Reason("P-02", ("F33.2025-05",), (), text))
    blocks, warnings = found.asked(Outcome.REFUSE, WEIGHING)
    assert blocks == []
    assert warnings == [warning]


def test_the_weighing_is_looked_at_too() -> None:
    assert refused().asked(Outcome.REFUSE, "諸般の事情を考えたため、不許可が相当と考えた。")[1] == ["stock_phrase"]


@pytest.mark.parametrize(
    "text",
    [
        "5月分（納付期限6月30日）は14日遅れた。",
        "令和7年5月分17,510円は７月１４日に納付。",
        "24か月（2年）のうち1か月",
        "入管法22条2項2号、ガイドライン1(3)イ",
        "事-33、資-07、F33.2025-05、E6",
    ],
)
def test_figures_that_stand_in_the_facts_are_at_home(text: str) -> None:
    found = refused().found(
        "pension", S.NOT_MET, Reason("P-02", ("F33.2025-05",), (), text + "理由が確認できないため例外としない。")
    )
    assert found.asked(Outcome.REFUSE, WEIGHING)[1] == []


def test_phrases() -> None:
    assert phrasing.protected_word("because of race") == "race"
    assert phrasing.protected_word("racetrack terrace") is None
    assert not phrasing.circular("期限の後であるため、満たしていない。")
    assert phrasing.foreign_figures("第5項の3日", ()) == ("3",)


def test_a_reason_whose_facts_show_nothing_of_the_kind_is_doubted() -> None:
    none = next(each.id for each in made().file.facts if each.key == "conduct.penalties")
    against = made().found("good_conduct", S.NOT_MET, Reason("C-01", (none,), (), WHY))
    assert "code_against_facts" in against.asked(Outcome.REFUSE, WEIGHING)[1]
    also = made().found("good_conduct", S.NOT_MET, Reason("C-01", (none,), ("E90",), WHY))
    assert "code_against_facts" not in also.asked(Outcome.REFUSE, WEIGHING)[1]
    late = next(each.id for each in made().file.facts if each.key == "obligations.national_pension.months_late")
    real = made().found("good_conduct", S.NOT_MET, Reason("C-01", (late,), (), WHY))
    assert "code_against_facts" not in real.asked(Outcome.REFUSE, WEIGHING)[1]


def test_met_on_facts_of_which_nothing_is_known_is_doubted() -> None:
    unknown = next(each.id for each in made().file.facts if each.key == "obligations.resident_tax.months")
    empty = made().found("good_conduct", S.MET, Reason(None, (unknown,), (), WHY))
    assert "met_on_nothing_known" in empty.asked(Outcome.REFUSE, WEIGHING)[1]
    also = made().found("good_conduct", S.MET, Reason(None, (unknown,), ("E90",), WHY))
    assert "met_on_nothing_known" not in also.asked(Outcome.REFUSE, WEIGHING)[1]
