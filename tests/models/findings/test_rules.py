"""What stands against recording a finding, beside which field, in words."""

from datetime import date

import pytest

from models.errors import Problem
from models.evidence.values import Conduct, Evidence, Income, Obligation
from models.facts.compute import compute
from models.facts.values import Fact
from models.findings.rules import adverse, problems
from models.findings.values import FindingDraft, FindingState, Reason
from models.frameworks import library
from models.frameworks.values import Criterion, FrameworkRef
from tests.models.facts.rows import month, piece, pieces, stay, windows

FRAMEWORK = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
PENSION = FRAMEWORK.criterion("pension")
INCOME = FRAMEWORK.criterion("income_trend")
ON_TIME = month("2025-04", "2025-06-02", "2025-06-02")
LATE = month("2025-05", "2025-06-30", "2025-07-14")
WHY = "2025年5月分は納付期限の14日後に納められており、ガイドラインは原則として消極的に評価します。"
S = FindingState


def ask(
    finding: FindingState, *reasons: Reason, rows: tuple[Evidence, ...] = (), criterion: Criterion = PENSION
) -> list[tuple[str, str]]:
    """Codes and places of the problems."""
    found = problems(FindingDraft("PR-1", criterion.key, finding, reasons), criterion, facts_of(rows), rows)
    for each in found:
        assert_words(each)
    return [(each.message.code.removeprefix("gate."), each.place) for each in found]


def assert_words(each: Problem) -> None:
    for lang in ("ja", "en"):
        words = each.text(lang)
        assert "{" not in words
        assert not words.startswith("gate.")


def facts_of(rows: tuple[Evidence, ...]) -> tuple[Fact, ...]:
    return compute(rows, windows())


def rows(*records: Obligation) -> tuple[Evidence, ...]:
    return pieces(*records)


GOOD = Reason("P-02", ("F33.2025-05",), ("E2",), WHY)


def test_a_complete_not_met_can_be_recorded() -> None:
    assert ask(S.NOT_MET, GOOD, rows=rows(ON_TIME, LATE)) == []


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (Reason(None, ("F33",), (), WHY), [("code_missing", "reasons[0].code")]),
        (Reason("P-99", ("F33",), (), WHY), [("code_unknown", "reasons[0].code")]),
        (Reason("R-01", ("F33",), (), WHY), [("code_unknown", "reasons[0].code")]),
        (Reason("P-G1", ("F33",), (), WHY), [("code_unknown", "reasons[0].code")]),
        (Reason("P-02", (), (), WHY), [("rests_on_nothing", "reasons[0].facts")]),
        (Reason("P-02", ("F33",), (), ""), [("text_missing", "reasons[0].text")]),
        (Reason("P-02", ("F33",), (), " 　\n"), [("text_missing", "reasons[0].text")]),
        (Reason("P-02", ("F999",), (), WHY), [("unknown_citation", "reasons[0].facts")]),
        (Reason("P-02", (), ("E9",), WHY), [("unknown_citation", "reasons[0].facts")]),
        (Reason("P-02", (), ("E2",), WHY), []),
        (Reason("P-02", ("F33",), (), WHY), []),
        (Reason("P-02", ("F33",), (), WHY + " 1234-5678-9018"), [("my_number", "reasons[0].text")]),
        (Reason("P-02", ("F33",), (), "１２３４５６７８９０１８"), [("my_number", "reasons[0].text")]),
        (Reason("P-02", ("F33",), (), "受付 2026年9月14日、金額17,510円"), []),
        (
            Reason(),
            [
                ("code_missing", "reasons[0].code"),
                ("rests_on_nothing", "reasons[0].facts"),
                ("text_missing", "reasons[0].text"),
            ],
        ),
    ],
)
def test_not_met(reason: Reason, expected: list[tuple[str, str]]) -> None:
    assert ask(S.NOT_MET, reason, rows=rows(ON_TIME, LATE)) == expected


def test_every_reason_is_asked() -> None:
    found = ask(S.NOT_MET, GOOD, Reason("P-01", (), (), WHY), rows=rows(ON_TIME, LATE))
    assert found == [("rests_on_nothing", "reasons[1].facts")]
    assert ask(S.NOT_MET, rows=rows(LATE))[0] == ("code_missing", "reasons[0].code")


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ((Reason(None, ("F31",), (), ""),), []),
        ((Reason("P-G1", ("F31",), (), ""),), []),
        ((Reason(None, (), ("E1",), ""),), []),
        ((), [("met_rests_on_nothing", "reasons[0].facts")]),
        ((Reason(None, (), (), "納めている"),), [("met_rests_on_nothing", "reasons[0].facts")]),
        ((Reason("P-02", ("F31",), (), ""),), [("ground_unknown", "reasons[0].code")]),
    ],
)
def test_met_without_adverse_data_needs_no_words(reasons: tuple[Reason, ...], expected: list[tuple[str, str]]) -> None:
    assert ask(S.MET, *reasons, rows=rows(ON_TIME)) == expected


def test_met_with_adverse_data_needs_words() -> None:
    cited = Reason("P-G2", ("F33",), (), "")
    assert ask(S.MET, cited, rows=rows(ON_TIME, LATE)) == [("adverse_needs_words", "reasons[0].text")]
    assert ask(S.MET, Reason("P-G2", ("F33",), (), "入院のため。"), rows=rows(ON_TIME, LATE)) == []


def test_adverse_data_of_another_criterion_ask_nothing_here() -> None:
    evidence = (*rows(ON_TIME), piece(9, Conduct("fine", date(2021, 5, 1), "fine")))
    assert ask(S.MET, Reason(None, ("F31",), (), ""), rows=evidence) == []
    assert [each.key for each in adverse(PENSION, facts_of(rows(LATE)))] == [
        "obligations.national_pension.months_late",
        "obligations.national_pension.2025-05",
        "obligations.national_pension.window.months_late",
    ]


def test_an_indicator_cannot_be_failed() -> None:
    evidence = pieces(Income(2025, 4_000_000, 0))
    assert ask(S.NOT_MET, Reason(None, ("F200",), (), WHY), rows=evidence, criterion=INCOME) == [
        ("no_pass_or_fail", "finding")
    ]
    assert ask(S.MET, Reason("I-G1", ("F200.2025",), (), ""), rows=evidence, criterion=INCOME) == []
    assert ask(S.NOT_APPLICABLE, Reason(None, (), (), "資料がない。"), rows=evidence, criterion=INCOME) == []


@pytest.mark.parametrize(
    ("finding", "reasons", "expected"),
    [
        (S.NOT_STARTED, (), [("choose_finding", "finding")]),
        (S.IN_PROGRESS, (GOOD,), [("choose_finding", "finding")]),
        (S.NOT_APPLICABLE, (), [("not_applicable_why", "reasons[0].text")]),
        (S.NOT_APPLICABLE, (Reason(None, ("F31",), (), ""),), []),
        (S.NOT_APPLICABLE, (Reason(None, (), (), "加入の義務がない。"),), []),
        (S.NEEDS_DOCUMENTS, (Reason(None, ("F31",), (), ""),), [("which_documents", "reasons[0].text")]),
        (S.NEEDS_DOCUMENTS, (Reason(None, (), (), "2025年8月分の領収証書"),), []),
    ],
)
def test_the_other_states(finding: FindingState, reasons: tuple[Reason, ...], expected: list[tuple[str, str]]) -> None:
    assert ask(finding, *reasons, rows=rows(ON_TIME, LATE)) == expected


def test_superseded_evidence_cannot_be_cited() -> None:
    evidence = (piece(1, LATE, "2025-08-01", superseded_by="E2"), piece(2, ON_TIME))
    assert ask(S.NOT_MET, Reason("P-02", (), ("E1",), WHY), rows=evidence) == [("unknown_citation", "reasons[0].facts")]


def test_a_fact_without_a_value_can_be_cited() -> None:
    """That nothing is on record can be what a finding rests on."""
    evidence = pieces(stay("2017-04-03"))
    assert (
        ask(S.MET, Reason(None, ("F300",), (), ""), rows=evidence, criterion=FRAMEWORK.criterion("good_conduct")) == []
    )


def test_a_my_number_in_a_citation_is_masked() -> None:
    reason = Reason("P-02", ("F33",), ("123456789018",), WHY)
    found = problems(FindingDraft("PR-1", "pension", S.NOT_MET, (reason,)), PENSION, facts_of(rows(LATE)), rows(LATE))
    assert "123456789018" not in found[0].text("ja")
