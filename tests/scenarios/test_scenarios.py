"""Runs the scenario files: facts in, computed facts and the criteria they bear on out."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from models.dates.parse import parse_date
from models.evidence.values import RECORD_TYPES, Duty, Evidence, EvidenceKind, PaymentStatus, Record
from models.facts.catalogue import matches
from models.facts.compute import compute
from models.facts.values import Fact
from models.frameworks import library
from models.frameworks.values import Framework, FrameworkRef
from models.frameworks.windows import windows

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
VERSIONS = {
    "permanent_residence": "2026-02-24",
    "extension": "2025-10-16",
    "change_of_status": "2025-10-16",
    "naturalization": "2022-04-01",
}
"""The version that each kind's scenarios are written for."""
RECEIVED = date(2026, 9, 14)
KEYS = {"title", "about", "kind", "route", "born_on", "received_on", "evidence", "seen", "bears_on", "adverse"}


def load(path: Path) -> dict[str, Any]:
    """A scenario; a key that is not known is a slip of the pen."""
    scenario: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(scenario) <= KEYS, set(scenario) - KEYS
    return scenario


def pieces(scenario: Mapping[str, Any]) -> tuple[Evidence, ...]:
    """The scenario's rows as evidence, numbered in their order."""
    rows = [(EvidenceKind(kind), row) for kind, rows in (scenario["evidence"] or {}).items() for row in rows]
    # YAML takes the word "on" for true; people who write scenarios need not know.
    plain = [(kind, {"on" if key is True else key: cell for key, cell in row.items()}) for kind, row in rows]
    return tuple(piece(number, kind, row) for number, (kind, row) in enumerate(plain, start=1))


def piece(number: int, kind: EvidenceKind, row: dict[str, Any]) -> Evidence:
    source, as_of = row.pop("source", "record"), row.pop("as_of", None)
    return Evidence(f"E{number}", number, "PR-1", kind, "", record(kind, row), source, as_of, None)


def record(kind: EvidenceKind, row: Mapping[str, Any]) -> Record:
    known = {field.name.rstrip("_"): field.name for field in fields(RECORD_TYPES[kind])}
    assert set(row) <= set(known), set(row) - set(known)
    values: dict[str, Any] = {name: value(kind, column, row.get(column)) for column, name in known.items()}
    return RECORD_TYPES[kind](**values)  # type: ignore[no-any-return]  # one of the record types


def value(kind: EvidenceKind, column: str, raw: object) -> object:
    if column == "duty":
        return Duty(str(raw))
    if column == "status" and kind is EvidenceKind.OBLIGATION:
        return PaymentStatus(str(raw))
    if column in ("description", "outcome") and raw is None:
        return ""
    dated = column.endswith("_on") or column in ("from", "until", "since", "on")
    return parse_date(raw) if dated and isinstance(raw, str) else raw


def facts_of(scenario: Mapping[str, Any], seen_on: date) -> dict[str, Fact]:
    received = scenario.get("received_on", RECEIVED)
    known = windows(framework(scenario), scenario["route"], received, seen_on, scenario.get("born_on"))
    return {fact.key: fact for fact in compute(pieces(scenario), known)}


def framework(scenario: Mapping[str, Any]) -> Framework:
    """The framework of the scenario's kind."""
    kind = scenario.get("kind", "permanent_residence")
    return library.get(FrameworkRef(kind, VERSIONS[kind]))


def criteria_showing(framework: Framework, route: str, key: str) -> list[str]:
    """The criteria of the route on which a fact is shown."""
    shown = [each for each in framework.criteria_for(route) if any(matches(key, pattern) for pattern in each.facts)]
    return [each.key for each in shown]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenario(path: Path) -> None:
    scenario = load(path)
    for seen_on, expected in scenario["seen"].items():
        found = facts_of(scenario, seen_on)
        got = {key: found[key].value for key in expected}
        assert got == expected, seen_on
        if "adverse" in scenario:
            assert {key for key, fact in found.items() if fact.adverse and "window" not in key} == set(
                scenario["adverse"]
            )
    for key, criteria in scenario.get("bears_on", {}).items():
        assert criteria_showing(framework(scenario), scenario["route"], key) == criteria, key


def test_there_are_enough() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_scenarios_say_what_they_are_about(path: Path) -> None:
    scenario = load(path)
    assert scenario["title"]
    assert scenario["about"].endswith("。")
    assert scenario["seen"]


def test_a_boundary_of_years_is_seen_on_the_day_before_the_day_and_the_day_after() -> None:
    boundaries = [path for path in FILES if path.stem.endswith(("-years-boundary", "-year-boundary"))]
    assert boundaries
    for path in boundaries:
        days = sorted(load(path)["seen"])
        assert any({day + timedelta(days=1), day + timedelta(days=2)} <= set(days) for day in days), path.stem


def test_every_route_has_one() -> None:
    """Each route of each kind is looked at in some scenario; those that ask no years of their own are left out."""
    told = {(scenario.get("kind", "permanent_residence"), scenario["route"]) for scenario in map(load, FILES)}
    for kind, version in VERSIONS.items():
        asked = library.get(FrameworkRef(kind, version))
        if any(each.key == "required_years" for each in asked.parameters):
            routes = [each.key for each in asked.routes if asked.parameter("required_years", each.key)]
            assert [each for each in routes if (kind, each) not in told] == []
