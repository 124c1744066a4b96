"""Several offices, each with a chain of its own: verified one after another, and told of in one working paper."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from desktop.cli import main
from desktop.operations import consistency, records, several
from desktop.operations.consistency import Asked
from models.consistency.tally import tally
from models.consistency.together import together
from models.errors import BadInput, NotFound
from models.people.values import Actor
from models.store.office import Office
from tests import builders
from tests.desktop.operations import consistency_office
from tests.models.consistency import offices

Two = tuple[Office, Office]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Two units as two offices, of 60 and 80 decisions; their examiners have the same logins and are others."""
    folder = tmp_path_factory.mktemp("two")
    with builders.office(folder, name="one.akashi") as one, builders.office(folder, name="two.akashi") as other:
        for seed, office in enumerate((one, other)):
            consistency_office.decide(office, number=60 + 20 * seed, seed=seed)
        yield one, other


def signed(two: Two) -> list[tuple[Office, Actor]]:
    return [(office, builders.SUPERVISOR) for office in two]


def test_decisions_of_several_offices_are_those_of_one() -> None:
    """Every sum is that of both; a criterion that one of them has not is a gap there; each examiner is somebody else."""
    parts = [
        offices.office(offices.Plan(seed=1, kinds=2)),
        offices.office(offices.Plan(seed=2, criteria=2, examiners=7)),
    ]
    made = together(parts, ["東", "西"])
    assert (made.size, made.examiners) == (8_000, 27)
    assert set(made.unit.levels) == {f"unit{n} ({name})" for n in range(3) for name in ("東", "西")}
    one, other, both = (tally(each) for each in (*parts, made))
    assert one.outcome.sum() + other.outcome.sum() == both.outcome.sum()
    np.testing.assert_array_equal(both.outcome.sum(axis=(1, 2, 3))[:20], one.outcome.sum(axis=(1, 2, 3)))
    theirs = np.vstack([other.findings.sum(axis=(1, 2)), [[0, 0]]])
    np.testing.assert_array_equal(both.findings.sum(axis=(1, 2)), one.findings.sum(axis=(1, 2)) + theirs)
    assert both.reasons.sum() == one.reasons.sum() + other.reasons.sum()


def test_one_paper_tells_of_all_and_each_office_records_that_it_was_read(two: Two) -> None:
    report = several.working_paper(signed(two), Asked(bootstraps=20))
    assert report.population.decisions == 60 + 80
    assert report.population.examiners == 24
    for office in two:
        event = records.page(office, builders.AUDITOR, size=1)[0]
        assert (event.kind, event.content["report"]) == ("report.made", report.id)


def test_each_office_looks_up_its_own_people_only(two: Two) -> None:
    report = several.working_paper(signed(two), Asked(bootstraps=20))
    codes = [row.code for row in report.examiners]
    known = [_known(office, report.id, codes) for office in two]
    assert known[0].isdisjoint(known[1])
    assert known[0] | known[1] == set(codes)


def _known(office: Office, report: str, codes: list[str]) -> set[str]:
    found = set()
    for code in codes:
        try:
            found |= {code} if consistency.look_up(office, builders.SUPERVISOR, report, code, "確認") else set()
        except NotFound:
            continue
    return found


def test_a_release_is_one_offices_own(two: Two) -> None:
    with pytest.raises(BadInput, match="one office"):
        several.working_paper(signed(two), Asked(release=True))


def test_the_command_line_takes_several(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    for name in ("one", "two"):
        builders.office(tmp_path, name=f"{name}.akashi").close()
    offices_ = [
        "--office",
        str(tmp_path / "one.akashi"),
        "--also",
        str(tmp_path / "two.akashi"),
        "--json",
        "--lang",
        "en",
    ]
    assert main(["verify", *offices_]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["ok"] for each in told["offices"]] == [True, True]
    assert told["events"] == sum(each["events"] for each in told["offices"])
    with builders.opened(tmp_path / "two.akashi") as office, office.begin() as session:
        session.execute(text("UPDATE person SET role = 'supervisor' WHERE login = 'examiner1'"))
    assert main(["verify", *offices_]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], [each["ok"] for each in told["offices"]]) == (False, [True, False])
    assert told["first_broken"]["kind"] == "state"
    assert main(["report", "consistency", *offices_, "--out", str(tmp_path / "out"), "--formats", "json"]) == 0
    assert (tmp_path / "out" / "report.json").exists()
