"""The history of a case in sentences: what was found the same again is not called changed; a reply says that all has come."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop.casefile.history import lines
from desktop.operations import cases, findings, letters, requests
from models.findings.values import FindingState
from models.letters import settings
from models.localized import Localized
from models.requests.values import Item, NewReply, RequestDraft
from models.store.office import Office
from tests import builders

CASE = "A-001"
ITEMS = tuple(Item("pension", Localized.of(ja=f"資料{n}", en=f"paper {n}")) for n in (1, 2))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    letters.change_settings(made, builders.ADMIN, settings.sample())
    builders.ready_case(made)
    yield made
    made.close()


def told(office: Office, lang: str) -> list[str]:
    """The sentences, oldest first."""
    return [each.text for each in reversed(lines(cases.gather(office, CASE), lang))]


def test_found_changed_and_found_the_same_again(office: Office) -> None:
    for state in (FindingState.MET, FindingState.MET, FindingState.NOT_MET):
        file = cases.gather(office, CASE)
        findings.record(office, builders.EXAMINER, builders.draft(file, file.criteria[0], state))
    said = [each for each in told(office, "ja") if "第2回" in each or "第3回" in each]
    assert [("改めて「適合」と認定" in each, "「不適合」に改めた" in each) for each in said] == [
        (True, False),
        (False, True),
    ]
    assert "once more: Met (revision 2)" in " ".join(told(office, "en"))


def test_a_reply_says_what_came_in_the_reader_s_language(office: Office) -> None:
    requests.send(office, builders.EXAMINER, RequestDraft(CASE, ITEMS, date(2026, 7, 15), send_to="第3窓口"))
    requests.answer(office, builders.EXAMINER, CASE, 1, NewReply(builders.TODAY, (2,)))
    requests.answer(office, builders.EXAMINER, CASE, 1, NewReply(builders.TODAY, (1,)))
    assert told(office, "ja")[-2:] == ["通知1への回答：資料2（残り1件）", "通知1への回答：資料1（すべて届いた）"]
    assert told(office, "en")[-2:] == [
        "Reply to request 1: paper 2 (1 still out)",
        "Reply to request 1: paper 1 (all has come)",
    ]
