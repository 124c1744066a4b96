"""The permanent-residence framework: complete in both languages, in plain words, and no unpublished number as a rule."""

import re
from datetime import date, timedelta

import pytest

from models.errors import NotFound
from models.evidence.values import Duty
from models.frameworks import library
from models.frameworks.values import Criterion, Framework, FrameworkRef
from models.frameworks.windows import windows

FRAMEWORK = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
CRITERIA = [(each.id, one) for each in library.all_() for one in each.criteria]
REASONS = [(one, reason) for _, one in CRITERIA for reason in one.reasons]
DIGESTS = {
    "change_of_status/2025-10-16": "93dd0e7439f2f57534647d647d2e57e28203bd786b05cbca17aae331c01cf673",
    "extension/2025-10-16": "021c6475ae9bbb8a19b8b264387aecdf74274069d661cfcbae1ea83ed48dfcf9",
    "highly_skilled_points/2024-04-01": "eb3cd2db4466573aff0b2f95a17a1cb97139711658dbb3abca1e5924fe0ff472",
    "naturalization/2022-04-01": "8dfcac356c662ffcd8d22a755265938e289dd60247cfd92ed1e521a5cfff1a03",
    "permanent_residence/2026-02-24": "68aa07978610cd902945514e91401bff7fd065750002f5486886c242e7715fa0",
}
"""SHA-256 of each published version. A published version never changes: a change is a new version with a new file."""


def test_published_versions_never_change() -> None:
    assert {f"{each.id}/{each.version}": each.digest for each in library.all_()} == DIGESTS


def test_it_lies_where_its_id_and_version_say() -> None:
    assert [(path.parent.name, path.stem) for path in library.paths()] == [
        (each.id, each.version) for each in library.all_()
    ]


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2026, 2, 23), False), (date(2026, 2, 24), True), (date(2027, 4, 1), True)],
)
def test_the_version_of_the_day(day: date, found: bool) -> None:
    here = library.in_force("permanent_residence", day)
    assert (here is FRAMEWORK) is found
    assert library.applies(FRAMEWORK, day) is found


def test_what_is_not_carried_is_refused_in_words() -> None:
    with pytest.raises(NotFound) as caught:
        library.get(FrameworkRef("permanent_residence", "1999-01-01"))
    assert "1999-01-01" in caught.value.text("ja")
    assert library.in_force("naturalisation", date(2026, 11, 19)) is None


def test_the_routes_ask_what_the_law_asks() -> None:
    general = [each.key for each in FRAMEWORK.criteria_for("general")]
    spouse = [each.key for each in FRAMEWORK.criteria_for("spouse")]
    assert len(general) == 16
    assert {"good_conduct", "independent_livelihood"} <= set(general)
    assert not {"good_conduct", "independent_livelihood", "continuous_residence"} & set(spouse)
    assert {"marriage", "spouse_residence"} <= set(spouse)
    assert [section.indicator_group for section in FRAMEWORK.sections] == [False, True, True, True, True]


def test_indicators_have_no_pass_or_fail() -> None:
    indicators = {each.key for each in FRAMEWORK.criteria if each.indicator}
    assert indicators == {"income_trend", "japanese", "community_ties"}
    for each in FRAMEWORK.criteria:
        assert bool(each.reasons) is not each.indicator
        assert not (each.indicator and each.mandatory)


def test_codes() -> None:
    for each in FRAMEWORK.criteria:
        codes = [reason.code for reason in each.reasons]
        assert each.indicator or 3 <= len(codes) <= 6
        assert all(re.fullmatch(r"[A-Z]{1,2}-[0-9]{2}", code) for code in codes)
        assert not set(codes) & {ground.code for ground in each.grounds}
    pension = FRAMEWORK.criterion("pension")
    assert [reason.code for reason in pension.reasons][:2] == ["P-01", "P-02"]
    assert "納期限の後" in pension.reasons[1].title["ja"]


def _wordings(each: Criterion) -> list[str]:
    letter = each.letter
    texts = [letter.standard, letter.met, letter.facts_intro, letter.not_applicable, letter.name]
    texts += [text for reason in each.reasons for text in (reason.conclusion, reason.change)]
    return [text["ja"] for text in texts]


@pytest.mark.parametrize("each", [one for _, one in CRITERIA], ids=[f"{name}-{one.key}" for name, one in CRITERIA])
def test_letters_speak_plainly(each: Criterion) -> None:
    """DOCUMENTS 1: 満たす and 満たさない for people, no 適合, no なければならない, sentences that end."""
    for text in _wordings(each):
        assert not re.search("不適合|合致しない|なければならない|と認められない。", text)
        for sentence in filter(None, text.split("。")):
            assert len(sentence) <= 80, sentence
    assert each.letter.standard["ja"].endswith("。")
    assert not each.letter.name["ja"].endswith("。")


@pytest.mark.parametrize(("each", "reason"), REASONS, ids=[reason.code for _, reason in REASONS])
def test_conclusions_say_because(each: Criterion, reason: object) -> None:
    code = next(one for one in each.reasons if one is reason)
    assert code.conclusion["ja"].endswith("ため、この項目を満たしていません。")
    assert code.conclusion["en"].startswith("Because ")
    assert code.conclusion["en"].endswith("this criterion is not met.")
    assert code.change["ja"].endswith("。")
    assert code.change["en"].endswith(".")


def test_what_the_law_does_not_publish_is_no_number_here() -> None:
    """Income, absences and traffic offences: no figure stands beside them anywhere in the file."""
    path = next(path for path in library.paths() if path.parent.name == "permanent_residence")
    text = path.read_text(encoding="utf-8")
    for unpublished in ("300万", "３００万", "3 million", "¥3", "90日", "90 days", "100日", "120日", "150日", "180日"):
        assert unpublished not in text


def test_windows_of_the_routes() -> None:
    received, seen = date(2026, 9, 14), date(2026, 11, 19)
    general = windows(FRAMEWORK, "general", received, seen)
    assert general.obligations[Duty.NATIONAL_PENSION] == 24
    assert general.obligations[Duty.RESIDENT_TAX] == 60
    assert (general.required_years, general.work_years, general.marriage_years) == (10, 5, None)
    spouse = windows(FRAMEWORK, "spouse", received, seen)
    assert spouse.obligations[Duty.RESIDENT_TAX] == 36
    assert (spouse.required_years, spouse.work_years, spouse.marriage_years) == (1, None, 3)


def test_transitional_rules_are_dated() -> None:
    rules = {each.key: each for each in FRAMEWORK.transitions}
    assert rules["three_years_as_longest"].until == date(2027, 3, 31)
    after = rules["three_years_held_at_the_end"]
    assert after.from_ == date(2027, 3, 31) + timedelta(days=1)
    assert after.reference.verify
    assert rules["late_payment_note"].from_ == date(2024, 11, 18)


def test_figures_from_memory_are_marked() -> None:
    assert {each.key for each in FRAMEWORK.parameters if each.source.verify} >= {
        "fee_yen",
        "window_months.national_pension",
    }


def test_a_framework_is_frozen() -> None:
    assert isinstance(FRAMEWORK, Framework)
    with pytest.raises(AttributeError):
        FRAMEWORK.version = "x"  # type: ignore[misc]  # frozen on purpose
