"""Figures in a person's text are compared with the record."""

import pytest

from models.errors import Severity
from models.findings.values import FindingState, Reason
from models.letters import free_figures, rules
from models.letters.compose import compose
from tests.models.letters import sample


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025年6月30日に納めた。", [("2025年6月30日", "2025-06-30")]),
        ("令和7年6月分と平成元年1月8日", [("令和7年6月", "2025-06"), ("平成元年1月8日", "1989-01-08")]),
        ("２４か月のうち３か月分", [("24", "24"), ("3", "3")]),
        ("17,510円を2回", [("17,510", "17510"), ("2", "2")]),
        ("ガイドライン1(3)イ", []),
    ],
)
def test_figures_are_read_as_people_write_them(text: str, found: list[tuple[str, str]]) -> None:
    assert list(free_figures.figures_in(text)) == found


def test_what_the_record_says_is_known() -> None:
    text = (
        "2017年4月3日から9年7か月。24か月のうち3か月分（2025年6月から2025年8月）が遅れ、"
        "2025年12月19日に17,510円ずつ納めた。10年に135日足りない。"
    )
    assert free_figures.unknown(text, sample.casefile()) == ()


def test_what_the_record_does_not_say_is_pointed_out() -> None:
    assert free_figures.unknown("2017年4月4日から、18か月分が遅れ、99,999円。", sample.casefile()) == (
        "2017年4月4日",
        "18",
        "99,999",
    )


def test_it_warns_and_does_not_block() -> None:
    wrong = Reason("P-02", ("F133",), (), "2031年1月2日までに納められなかった。")
    findings = tuple(
        sample.finding("pension", FindingState.NOT_MET, wrong) if each.criterion == "pension" else each
        for each in sample.refused_findings()
    )
    file = sample.casefile(findings=findings)
    letter = compose(file, sample.proposal(), sample.context(), "ja")
    assert rules.problems(letter, file) == ()
    (warning,) = (each for each in rules.warnings(letter, file) if each.place.startswith("pension"))
    assert warning.severity is Severity.WARN
    assert "2031年1月2日" in warning.text("en")
