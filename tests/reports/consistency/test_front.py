"""What the first page says where there is little to compare, and how groups are called."""

from dataclasses import replace

import pytest

from models.consistency.values import GroupRow
from reports.consistency import front
from reports.consistency.context import Context
from reports.consistency.reasons import group_title
from tests.reports.consistency import registers


def _context(lang: str, people: int) -> Context:
    report = registers.working_paper()
    judged = [row for row in report.examiners if row.observed is not None and row.expected is not None]
    return Context(replace(report, examiners=tuple(judged[:people]), agreement=()), lang, lambda key: key)


@pytest.mark.parametrize(("lang", "said"), [("en", "Only one of"), ("ja", "のうち1人です")])
def test_one_alone_is_compared_with_nobody(lang: str, said: str) -> None:
    page = front.front(_context(lang, people=1))
    assert said in page.lead
    assert page.see == ()
    assert not any(page.sure)


def test_two_are_compared() -> None:
    page = front.front(_context("en", people=2))
    assert "Only one" not in page.lead
    assert page.see


def test_groups_are_called_by_words() -> None:
    def called(lang: str, attribute: str, code: str) -> str:
        row = replace(_row(), attribute=attribute, code=code)
        return group_title(_context(lang, people=2), row)

    assert [called("ja", "sex", "female"), called("en", "mix:sex", "male")] == ["女", "men"]
    assert [called("ja", "language", "vi"), called("en", "language", "vi")] == ["ベトナム語", "Vietnamese"]
    assert called("ja", "unit", "一部") == "一部"


def _row() -> GroupRow:
    return registers.working_paper().groups[0]
