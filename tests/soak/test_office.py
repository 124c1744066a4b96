"""Hours of a simulated office: several people work through the operations of the desk, by chance and for weeks, and whatever goes
wrong on the way, what was done is done, by two people, and can be proven.

``AKASHI_SOAK_MINUTES`` says how long (120), ``AKASHI_SOAK_SEED`` which chance (1); ``.dev/soak.log`` grows by a line a week.
"""

import os
from pathlib import Path

import pytest

from tests.soak import plan

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
