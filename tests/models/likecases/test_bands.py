"""In what cases are alike: a closed list, read strictly; what is shown of them tells nobody who they were."""

from collections import Counter
from datetime import date

import pytest

from models.errors import Message
from models.evidence.values import Evidence, EvidenceKind, Statement
from models.facts.values import Fact, FactValue, Unit
from models.findings.values import Finding, FindingState
from models.frameworks import library
from models.frameworks.values import Criterion
from models.likecases import bands, rules
from models.likecases.values import Trait
from resources import messages
from tests.builders import NOON, TODAY

MET, NOT_MET = FindingState.MET, FindingState.NOT_MET
DUTY = "obligations.national_pension"


def fact(key: str, value: FactValue, parent: str | None = None) -> Fact:
    return Fact(f"F.{key}", key, value, Unit.COUNT, (), Message("facts.how_x"), parent=parent)


def pension() -> Criterion:
    (found,) = [each for each in framework_criteria() if each.key == "pension"]
    return found


def framework_criteria() -> tuple[Criterion, ...]:
    framework = library.in_force("permanent_residence", TODAY)
    assert framework is not None
    return framework.criteria_for("general")


def finding(state: FindingState = NOT_MET) -> Finding:
    return Finding("A-001", "pension", state, (), 3, "examiner1", NOON, 9, "2026-02-24")


@pytest.mark.parametrize(
    ("value", "band"),
    [(0, "0"), (1, "1"), (2, "2-3"), (3, "2-3"), (4, "4-6"), (12, "7-12"), (13, "13+"), (99, "13+"), (-1, "0")],
)
def test_figures_fall_into_bands(value: int, band: str) -> None:
    assert bands.band_of(value, (0, 1, 2, 4, 7, 13)) == band


def test_the_bands_of_a_case_are_made_of_the_facts_of_its_criterion_alone() -> None:
    facts = (
        fact(f"{DUTY}.window.unpaid", 0), fact(f"{DUTY}.unpaid", 9), fact("obligations.employees_pension.window.unpaid", None),
        fact(f"{DUTY}.window.months_late", 2), fact(f"{DUTY}.months_late", 5),
        fact(f"{DUTY}.2025-05", 48, f"F.{DUTY}.months_late"), fact(f"{DUTY}.2025-06", 3, f"F.{DUTY}.months_late"),
        fact("obligations.resident_tax.unpaid", 24), fact("conduct.penalties", 1),
    )  # fmt: skip
    found = bands.traits(pension(), facts, (), TODAY)
    assert bands.pattern(found) == "unpaid=0;late=1+;late=2-3;longest_late=31-90;explained=no"
    assert (
        bands.pattern(bands.traits(pension(), (), (), TODAY)) == "unpaid=none;late=none;longest_late=none;explained=no"
    )


@pytest.mark.parametrize(("kind", "said"), [("reply", "yes"), ("comment", "yes"), ("reasons", "no"), ("survey", "no")])
def test_the_applicants_answer_is_a_trait_and_their_reasons_are_none(kind: str, said: str) -> None:
    piece = Evidence(
        "E1", 1, "A-001", EvidenceKind.STATEMENT, kind, Statement(kind, TODAY, "転居した。"), "申請人", TODAY, None
    )
    assert bands.traits(pension(), (), (piece,), TODAY)[-1] == Trait("explained", said, "text")


def test_every_criterion_that_ships_has_traits_and_every_trait_has_its_words() -> None:
    asked = [each for framework in library.all_() for each in framework.criteria]
    assert [each.key for each in asked if not bands.rules_of(each.facts)] == []
    used = {rule.key for each in asked for rule in bands.rules_of(each.facts)}
    assert used == {each.key for each in bands.rules()}
    titles = [f"likecases.title_{each.key}" for each in bands.rules()]
    assert [code for code in titles for lang in ("ja", "en") if not messages.has(code, lang)] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('key = "x"\nfacts = [["obligations.*.nothing"]]\nhow = "sum"\nunit = "days"\nfrom = [0]', "nothing"),
        ('key = "x"\nfacts = [["income.latest"]]\nhow = "sum"\nunit = "yen"\nfrom = [1, 2]', "bands"),
        ('key = "x"\nfacts = [["income.latest"]]\nhow = "sum"\nunit = "yen"\nfrom = [0, 2, 2]', "bands"),
        ('key = "x"\nfacts = [["income.latest"]]\nhow = "sum"\nunit = "text"\nfrom = [0, 2]', "unit"),
        ('key = "x"\nfacts = [["income.latest"]]\nhow = "sum"\nunit = "yen"\nfrom = [0, 2]\ncore = true', "core"),
        ('key = "x"\nfacts = [["income.latest"]]\nhow = "guess"\nunit = "yen"\nfrom = [0, 2]', "guess"),
        ('key = "x"\nhow = "sum"\nunit = "yen"\nfrom = [0]\nnationality = 1', "nationality"),
    ],
)
def test_a_list_that_is_wrong_is_named(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        bands.read(f"[[trait]]\n{text}")


@pytest.mark.parametrize(
    ("trait", "ja", "en"),
    [
        (Trait("late", "2-3", "months"), "期限の後に納付 2〜3か月", "Paid after the due date – 2 to 3 months"),
        (Trait("unpaid", "13+", "months"), "未納 13か月以上", "Unpaid – 13 months or more"),
        (Trait("unpaid", "1", "months"), "未納 1か月", "Unpaid – 1 month"),
        (Trait("unpaid", "0", "months"), "未納 なし", "Unpaid – none"),
        (Trait("income", "3000000-3999999", "yen"), "最も新しい年の所得 3,000,000〜3,999,999円", None),
        (Trait("employment_kind", "=full_time", "desk.work"), "雇用の形 正社員", "Kind of employment – full-time"),
        (Trait("employment_kind", "=ほか", "desk.work"), "雇用の形 ほか", None),
        (Trait("penalties", "none"), "処罰の記録 記録なし", "Penalties on record – no record"),
        (Trait("explained", "yes", "text"), "申請人の説明 あり", "Applicant’s explanation – given"),
    ],
)
def test_bands_are_said_in_words(trait: Trait, ja: str, en: str | None) -> None:
    assert trait.text("ja") == ja
    assert en in (None, trait.text("en"))


# ---- what is shown
def test_a_core_trait_is_told_where_its_narrower_bands_were_left_out() -> None:
    own = (Trait("unpaid", "0", "months", True), Trait("late", "1+", "months", True), Trait("late", "2-3", "months"))
    found = [(TODAY, MET)] * 5
    assert [each.text("en") for each in rules.told(finding(), own, found).basis] == [
        "Unpaid – none", "Paid after the due date – 2 to 3 months",
    ]  # fmt: skip
    assert [each.text("en") for each in rules.told(finding(), own[:2], found).basis] == [
        "Unpaid – none", "Paid after the due date – 1 month or more",
    ]  # fmt: skip
    assert rules.kept(own) == 2
    assert rules.kept(own[2:]) == rules.KEPT


def test_most_is_told_of_many_and_nothing_of_few() -> None:
    basis = (Trait("unpaid", "0", "months"),)
    day, older = date(2026, 6, 30), date(2025, 12, 31)
    found = [(day, MET), (older, NOT_MET), (day, MET), (day, NOT_MET), (older, MET)]
    told = rules.told(finding(), basis, found)
    assert (told.total, told.counts, told.differs, told.revision) == (5, ((MET, 3), (NOT_MET, 2)), True, 3)
    assert [(each.quarter, each.finding) for each in told.rows] == [
        ("2026Q2", MET), ("2026Q2", MET), ("2026Q2", NOT_MET), ("2025Q4", MET), ("2025Q4", NOT_MET),
    ]  # fmt: skip
    assert told.rows[0].decided.text("ja") == "2026年4〜6月"
    few = rules.told(finding(), basis, found[:4])
    assert (few.hidden, few.total, few.counts, few.rows, few.basis, few.differs) == (True, 0, (), (), (), False)


@pytest.mark.parametrize(
    ("same", "total", "differs"), [(0, 5, True), (2, 5, True), (3, 6, False), (3, 5, False), (3, 7, True)]
)
def test_fewer_than_half_is_different_from_most(same: int, total: int, differs: bool) -> None:
    told = rules.told(finding(), (), [(TODAY, NOT_MET)] * same + [(TODAY, MET)] * (total - same))
    assert told.differs is differs


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("wide", range(9))
def test_as_many_traits_as_leave_enough_are_found_in_a_few_questions(number: int, wide: int) -> None:
    asked = Counter[int]()

    def enough(shared: int) -> bool:
        asked[shared] += 1
        return shared <= wide

    assert rules.widest(number, enough) == (min(number, wide) if wide >= rules.KEPT else None)
    assert sum(asked.values()) <= 5
    assert max(asked.values()) == 1


def test_three_years_back_counts_from_the_same_day() -> None:
    assert rules.since(date(2026, 7, 1)) == date(2023, 7, 1)
    assert rules.since(date(2028, 2, 29)) == date(2025, 2, 28)


def test_a_distinction_is_written_with_the_facts_of_the_case() -> None:
    assert [each.message.code for each in rules.text_problems("  ")] == ["likecases.text_empty"]
    assert list(rules.text_problems("納付書が新しい住所に届いていた記録があるため。")) == []
    many = list(rules.text_problems("総合的に判断した結果" + "あ" * rules.LONGEST))
    assert [each.message.code for each in many] == ["likecases.text_stock", "likecases.text_long"]
    assert {each.place for each in many} == {"text"}
