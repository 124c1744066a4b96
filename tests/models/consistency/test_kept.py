"""Kept statistics: the sums of blocks are the counts of a full recomputation, whatever came, changed or went."""

import dataclasses

import numpy as np
import pytest

from models.consistency import kept, kept_rows, rules
from models.consistency.inputs import Category, Decisions, Options
from models.consistency.kept_rows import Names
from models.consistency.tally import Counts, tally
from tests.models.consistency import offices

OPTIONS = Options(salt=b"s", id="r", bootstraps=0)


def office(plan: offices.Plan, routes: int = 4) -> Decisions:
    """The made-up office with the columns of a real one, gaps among them."""
    made, random = offices.office(plan), np.random.default_rng(plan.seed + 1)

    def column(name: str, levels: int) -> Category:
        codes = random.integers(-1, levels, made.size).astype(np.int32)
        return Category(name, codes, tuple(f"{name}{n}" for n in range(levels)))

    mix = (column("route", routes), column("current_status", 3))
    groups = (made.groups[0], column("sex", 2), column("language", 5))
    return dataclasses.replace(made, mix=mix, groups=groups)


def names_of(decisions: Decisions) -> Names:
    """The lists of names behind the columns."""
    columns = {each.name: each.levels for each in (decisions.unit, decisions.kind, *decisions.mix, *decisions.groups)}
    columns |= {"criterion": decisions.criteria, "reason": decisions.reasons}
    columns |= {"examiner": tuple(f"e{n}" for n in range(decisions.examiners))}
    return Names({name: {each: place for place, each in enumerate(listed)} for name, listed in columns.items()})


def same(one: Counts | None, other: Counts | None) -> None:
    """Equal in every number."""
    assert one is not None
    assert other is not None
    for field in dataclasses.fields(Counts):
        left, right = getattr(one, field.name), getattr(other, field.name)
        if field.name == "groups":
            for group, its in zip(left, right, strict=True):
                assert (group.attribute, group.levels) == (its.attribute, its.levels)
                np.testing.assert_array_equal(group.outcome, its.outcome)
                np.testing.assert_array_equal(group.by_examiner, its.by_examiner)
        elif isinstance(left, np.ndarray):
            np.testing.assert_array_equal(left, right)
        else:
            assert left == right


@pytest.mark.parametrize("kinds", [1, 3])
@pytest.mark.parametrize("routes", [3, 60], ids=["by stratum", "by risk"])
def test_blocks_add_up_to_the_full_report(kinds: int, routes: int) -> None:
    decisions = office(offices.Plan(kinds=kinds, sd=0.3), routes)
    summed = kept.counts(kept.of(decisions), names_of(decisions))
    same(summed, tally(decisions))
    assert summed is not None
    assert summed.by_risk is (routes == 60)
    assert rules.from_counts(summed, None, OPTIONS) == rules.compute(decisions, None, OPTIONS)


def test_months_of_one_kind_are_those_of_a_report_on_it() -> None:
    decisions = office(offices.Plan(kinds=3))
    options = dataclasses.replace(OPTIONS, kind="kind1")
    blocks = {key: block for key, block in kept.of(decisions).items() if key[1] == 1}
    same(kept.counts(blocks, names_of(decisions)), tally(rules.select(decisions, options)))


def test_what_is_added_and_taken_away_again_leaves_no_trace() -> None:
    decisions = office(offices.Plan(kinds=2))
    early = np.arange(decisions.size) < 1500
    blocks: dict[kept.Key, kept.Block] = {}
    for part, sign in ((early, 1), (~early, 1), (early, -1)):
        kept.merge(blocks, kept.of(rules.take(decisions, part)), sign)
    rest = rules.take(decisions, ~early)
    same(kept.counts(blocks, names_of(decisions)), tally(rest))
    kept.merge(blocks, kept.of(rest), -1)
    assert kept.counts(blocks, names_of(decisions)) is None
    assert kept.counts({}, names_of(decisions)) is None


def test_a_block_comes_back_from_its_bytes() -> None:
    decisions = office(offices.Plan(kinds=2))
    blocks = {key: kept.decode(kept.encode(block)) for key, block in kept.of(decisions).items()}
    same(kept.counts(blocks, names_of(decisions)), tally(decisions))


def test_criteria_and_names_may_come_later() -> None:
    """A block keeps only the criteria that were found on; what is new has its place at the end of the lists."""
    decisions = office(offices.Plan(criteria=6))
    half = np.arange(decisions.size) % 2 == 0
    decisions.findings[3:, half] = -1
    decisions.findings[:2, ~half] = -1
    blocks = kept.of(rules.take(decisions, half))
    assert {len(block.criteria) for block in blocks.values()} == {3}
    kept.merge(blocks, kept.of(rules.take(decisions, ~half)))
    same(kept.counts(blocks, names_of(decisions)), tally(decisions))


def test_rows_come_back_from_their_bytes() -> None:
    names = Names()
    packer = kept_rows.Packer(names)
    found = packer.found("pension\tmet\ntax\tnot_met\nconduct\tundetermined")
    reasons = packer.reasons('[{"code":"P-1","text":"a"}]\n[]')
    texts = ("u", "k", None, "s", "VNM", "", "en")
    packed = [
        kept_rows.Packed(packer.head(f"2025-04-0{n}T15:30:00.000000Z", n % 2 == 0, "e", texts), found, reasons)
        for n in range(1, 6)
    ]
    back = kept_rows.joined([kept_rows.unpack(packed[:2], names), kept_rows.unpack(packed[2:], names)], names)
    assert back.decided_on.tolist() == [20180, 20181, 20182, 20183, 20184], "past midnight in Japan"
    assert back.granted.tolist() == [False, True, False, True, False]
    assert back.reason_row.tolist() == [0, 1, 2, 3, 4]
    assert back.findings.tolist() == [[1] * 5, [2] * 5]
    assert back.mix[0].codes.tolist() == [-1] * 5
