"""Kept statistics: blocks of months add up to the full recomputation."""

import dataclasses

import numpy as np
import pytest

from models.consistency import kept, rules
from models.consistency.inputs import Category, Decisions, Options
from models.consistency.tally import Counts, coding_for, months_of, tally
from tests.models.consistency import offices


def blocks(decisions: Decisions) -> list[Counts]:
    """One block a month."""
    coding, (month, _, months) = coding_for(decisions), months_of(decisions.decided_on)
    return [tally(rules.take(decisions, month == place), coding) for place in range(months)]


@pytest.mark.parametrize("kinds", [1, 3])
def test_months_add_up_to_the_full_report(kinds: int) -> None:
    decisions = offices.office(offices.Plan(kinds=kinds, sd=0.3))
    options = Options(salt=b"s", id="r", bootstraps=0)
    whole = rules.from_counts(tally(decisions, coding_for(decisions)), None, options)
    summed = rules.from_counts(kept.total(blocks(decisions)), None, options)
    assert summed == whole
    fresh = rules.compute(decisions, None, options)
    assert dataclasses.replace(summed, strata=0) == dataclasses.replace(fresh, strata=0)


def test_the_order_of_the_blocks_does_not_matter() -> None:
    made = blocks(offices.office(offices.Plan()))
    there, back = kept.total(made), kept.total(reversed(made))
    assert (there.outcome == back.outcome).all()
    assert (there.monthly == back.monthly).all()
    assert there.days == back.days


def test_an_examiner_and_a_level_may_come_later() -> None:
    early = offices.office(offices.Plan())
    late = offices.office(offices.Plan(500, 23, seed=2))
    late = dataclasses.replace(
        late, mix=(Category("route", late.mix[0].codes + 4, (*early.mix[0].levels, "a", "b", "c", "d")),)
    )
    coding = coding_for(early)
    summed = kept.add(tally(early, coding), tally(late, coding))
    assert len(summed.outcome) == 23
    assert summed.outcome.sum() == early.size + late.size
    assert summed.outcome[:, :, -1].sum() == late.size, "combinations the coding has not seen are the rest"


def test_counts_that_do_not_fit_are_refused() -> None:
    one, other = (tally(offices.office(offices.Plan(strata=strata))) for strata in (3, 4))
    with pytest.raises(ValueError, match="strata"):
        kept.add(one, other)
    made = offices.office(offices.Plan())
    renamed = dataclasses.replace(made, criteria=("x", "y", "z"))
    with pytest.raises(ValueError, match="end"):
        kept.add(tally(made), tally(renamed))


def test_one_decision_more_is_one_more_everywhere() -> None:
    decisions = offices.office(offices.Plan())
    coding = coding_for(decisions)
    before = tally(rules.take(decisions, np.arange(decisions.size) > 0), coding)
    after = kept.add(before, tally(rules.take(decisions, np.arange(decisions.size) == 0), coding))
    assert (after.outcome == tally(decisions, coding).outcome).all()
