"""``report.json`` as the contract has it."""

import json
from typing import Any

import pytest

from models.consistency import protection
from models.consistency.values import Report
from reports import consistency_json
from tests.reports.consistency import registers

CONTRACT = {
    "report": "id made_at from to kind unit source product protected",
    "population": "decisions grants refusals examiners units dropped",
    "examiners": "code unit decisions observed expected shrunk z q flag",
    "criteria": "criterion findings not_met rate between_sd examiners",
    "agreement": "item metric units raters ratings percent alpha alpha_low alpha_high ac1 ac1_low ac1_high kappa kappa_low kappa_high",
    "noise": "system level pattern occasion bias",
    "drift": "criterion code statistic at flag",
    "reasons": "code uses share between_sd",
    "overdispersion": "phi tau2 method",
    "protection": "k rule suppressed_cells withheld_because",
}


def data(report: Report) -> dict[str, Any]:
    """Written and read back."""
    read: dict[str, Any] = json.loads(consistency_json.render(report))
    return read


@pytest.mark.parametrize("report", [registers.working_paper(), registers.release(), registers.too_few()])
def test_every_field_of_the_contract_is_there(report: Report) -> None:
    read = data(report)
    for name, names in CONTRACT.items():
        part = read[name]
        for row in part if isinstance(part, list) else [part]:
            assert set(names.split()) <= set(row), name
    assert isinstance(read["method"], dict)
    assert all(isinstance(row["reason"], str) for row in read["population"]["dropped"])


def test_a_criterion_holds_its_examiners() -> None:
    row = data(registers.working_paper())["criteria"][0]["examiners"][0]
    assert set("code findings rate z q flag".split()) <= set(row)
    assert data(registers.release())["criteria"][0]["examiners"] == []


def test_hidden_values_are_null_and_marked() -> None:
    population = data(registers.too_few())["population"]
    assert population["suppressed"] is True
    assert population["decisions"] is population["grants"] is population["examiners"] is None
    assert "suppressed" not in data(registers.working_paper())["population"]


def test_products() -> None:
    assert (data(registers.working_paper())["report"]["product"], data(registers.release())["report"]["product"]) == (
        "working_paper",
        "release",
    )
    open_ = data(protection.unprotected(registers.exact()))
    assert (open_["report"]["protected"], open_["notice"]) == (False, "not for release")


def test_a_release_tells_every_withheld_part_and_nothing_from_inside() -> None:
    read = data(registers.release())
    assert {each["part"] for each in read["protection"]["withheld_because"]} >= {
        "part_groups",
        "part_examiner_criterion",
    }
    assert read["groups"] == []
    assert read["reason_use"] == []
    assert "basis" not in read


def test_no_number_is_nan() -> None:
    json.loads(consistency_json.render(registers.exact()), parse_constant=pytest.fail)
