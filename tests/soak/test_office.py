"""Hours of a simulated office: several people work through the operations of the desk, by chance and for weeks, and whatever goes
wrong on the way, what was done is done, by two people, and can be proven.

``AKASHI_SOAK_MINUTES`` says how long (120), ``AKASHI_SOAK_SEED`` which chance (1); ``.dev/soak.log`` grows by a line a week.
"""

import os
from copy import deepcopy
from pathlib import Path

import pytest

from tests.soak import examining, holding, plan
from tests.soak.house import build

MINUTES = 120.0
LOG = Path(__file__).parents[2] / ".dev" / "soak.log"


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_an_office_holds_for_hours(tmp_path: Path) -> None:
    minutes = float(os.environ.get("AKASHI_SOAK_MINUTES", MINUTES))
    seed = int(os.environ.get("AKASHI_SOAK_SEED", "1"))
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("w", encoding="utf-8", buffering=1) as log:

        def tell(line: str) -> None:
            log.write(f"{line}\n")

        running = plan.begin(tmp_path / "there", seed, tell)
        try:
            running.run(minutes * 60)
        finally:
            for line in running.told():
                tell(line)
    assert running.week > 0


def test_a_short_week_of_the_office(tmp_path: Path) -> None:
    """So that the hours begin without a stumble: some acts of each day, and the look at everything."""
    said: list[str] = []
    running = plan.begin(tmp_path / "there", 5, said.append)
    running.run(600, acts_a_day=5, weeks=1)
    assert len(said) == 1
    assert running.step == plan.DAYS * 5
    assert running.house.told.cases


PROMISES = (
    ("case", "PR-2026-99999"),
    ("draft", "{case}", "nowhere", 1, "書いた"),
    ("finding", "{case}", "nowhere", 1),
    ("letter", "{case}", "ja", "pdf", "第1号", "ab" * 32),
)


def test_what_was_promised_and_is_not_there_is_found(tmp_path: Path) -> None:
    house = build(tmp_path / "there", 1)
    house.open()
    try:
        examining.import_files(house)
        holding.check(house)
        for line in PROMISES:
            kept, house.told = house.told, deepcopy(house.told)
            house.told.note(*(min(kept.cases) if part == "{case}" else part for part in line))
            with pytest.raises(AssertionError):
                holding.check(house)
            house.told = kept
    finally:
        house.close()
