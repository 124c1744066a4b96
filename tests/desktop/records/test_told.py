"""The record's list speaks plain words of every kind of act that the office's rules know."""

import re
from datetime import UTC, datetime

import pytest

from desktop import words
from desktop.records import told
from desktop.records.words import Teller
from models.guard.rules import ACTS
from models.records.values import Event
from resources import messages

VALUES: dict[str, object] = {
    "act": "countersign", "active": False, "added": ["E1"], "as": "withdrawn", "batch": 2, "cases": 1, "criterion": "項目",
    "day": "2026-12-22", "fields": ["a"], "file": "7月.csv", "files": ["控え"], "finding": "not_met", "folder": "控え",
    "for": "documents", "framework": "permanent_residence", "from": "2026-07-01", "ground": "court",
    "in_force_from": "2027-04-01", "inquiry_kind": "interview", "kind": "extension", "letters": [{"number": "第7号"}],
    "acts_lost": 1, "changed": 1, "code": "P-1", "language": "日本語", "new": 1, "number": "第7号", "of": 2, "on": "2026-07-02",
    "outcome": "refuse", "pages": 1, "pieces": ["E1"], "place": 3, "planned_on": "2026-07-02", "received_on": "2026-07-02",
    "redacted": True, "removed": 1, "request": 1, "request_kind": "comment", "revision": 1, "role": "examiner", "round": 1,
    "route": "general", "self_made": True, "size": "長3", "skipped": 1, "state": "answered", "step": 1, "superseded": 1,
    "until": "2026-07-09", "version": 3, "waited_days": 1, "what": "obligations",
}  # fmt: skip
OTHERS: dict[str, dict[str, object]] = {
    "letter_delivery": {"step": "posted"},
    "attestations_turned": {"on": True},
    "representative_added": {"role": "lawyer"},
    "office_moved": {"from": "一", "to": "二"},
    "rules_published": {"version": "2027"},
    "rules_proposed": {"version": "2027"},
    "framework_moved": {"framework": ["permanent_residence", "2026-02-24"]},
}
RAW = re.compile(r"\b[a-z]+_[a-z_]+\b|\bTrue\b|\bFalse\b|\bNone\b|\btold\.|\{")


def an_act(kind: str) -> Event:
    """An act of this kind with all that its line may tell."""
    keys = [each.partition(":")[0] for each in told.PARTS[kind].split()]
    content = {key: VALUES.get(key, "文") for key in keys} | OTHERS.get(kind, {})
    if kind == "refused":
        content["code"] = "people.may_not_import"
    return Event(1, datetime(2026, 11, 2, tzinfo=UTC), "examiner1", kind, "A-001", content, "ab")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_kind_of_act_is_told_in_plain_words(lang: str) -> None:
    teller = Teller(lang)
    assert told.PARTS.keys() == ACTS.keys()
    for kind in ACTS:
        assert words.event(kind) != kind
        line = teller.told(an_act(kind))
        assert bool(line) == bool(told.PARTS[kind]), kind
        assert not RAW.search(line), (kind, line)
        if not kind.startswith(("framework", "rules")):
            assert "2026-" not in line, (kind, line)


def test_every_value_that_a_line_tells_has_a_name_in_the_pane() -> None:
    keys = {each.partition(":")[0] for parts in told.PARTS.values() for each in parts.split()}
    assert [key for key in sorted(keys) if not messages.has(f"desk.record.{key}")] == []


def test_what_says_nothing_is_left_out() -> None:
    assert (
        told.line("imported", {"what": "cases", "new": 2, "superseded": 0, "skipped": None}, "en", {})
        == "cases\u30002 new"
    )
    assert told.line("report.made", {"from": None, "to": "2026-09-30", "kind": None}, "en", {}) == "to 30 Sep 2026"
    assert told.line("something_new", {"a": 1}, "en", {}) is None


def test_an_account_that_was_taken_from_a_person_is_told() -> None:
    taken = {"login": "examiner1", "account": "", "account_before": "OFFICE\\tanaka"}
    assert told.line("person_changed", taken, "en", {}) == "examiner1\u3000operating-system account taken away"
    assert told.line("person_changed", taken, "ja", {}) == "examiner1\u3000OSのアカウントを外した"
    assert told.line("person_changed", {"login": "examiner1", "unit": ""}, "en", {}) == "examiner1"


def test_words_that_look_like_a_day_that_is_none_stay_as_they_are() -> None:
    """They come from people: one comment must not take the whole list away."""
    for typed in ("2026-02-30", "2026-13-45", "２０２６-０７-０１"):
        assert told.line("returned", {"comment": typed}, "ja", {}) == typed
    assert told.line("issued", {"letters": [{"number": "第7号"}, {}, "第8号"]}, "ja", {}) == "第7号"
