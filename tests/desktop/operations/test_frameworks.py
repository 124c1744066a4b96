"""Versions compared, and laid over decided cases: what is told, from which figures; and that nothing is judged or written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.operations import cases, decisions, frameworks
from models.casefile.values import Simulation
from models.decisions.values import Outcome
from models.errors import BadInput, NotFound
from models.frameworks import library, reader
from models.frameworks.differences import How
from models.frameworks.values import Framework, FrameworkRef
from models.store.office import Office
from tests import builders

NOW = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
SOURCE = next(path for path in library.paths() if path.parent.name == "permanent_residence")


def version(*swaps: tuple[str, str]) -> Framework:
    """The version in force with some words replaced, as another version."""
    text = SOURCE.read_text(encoding="utf-8")
    for old, new in (('version: "2026-02-24"', 'version: "2027-04-01"'), *swaps):
        assert old in text, old
        text = text.replace(old, new, 1)
    found = reader.examine_text(text, "draft.yaml")
    assert found.framework is not None, found.problems
    return found.framework


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """One case decided, one only found."""
    with builders.office(tmp_path_factory.mktemp("office")) as made:
        for case in ("A-001", "A-002"):
            builders.ready_case(made, case)
            builders.find_all(made, case=case)
        decisions.propose(made, builders.EXAMINER, "A-001", Outcome.GRANT, "在留の実績と就労を合わせて見た。")
        decisions.countersign(made, builders.SUPERVISOR, "A-001")
        yield made


def simulate(office: Office, other: Framework) -> Simulation:
    return frameworks.simulate(office, builders.RULE_KEEPER, other)


def codes(found: Simulation) -> dict[str, list[str]]:
    return {one.criterion: [why.code for why in one.why] for case in found.cases for one in case.touched}


def test_the_same_version_does_not_differ() -> None:
    assert frameworks.differences(NOW, NOW) == ()
    assert frameworks.differences(NOW, version()) == ()


@pytest.mark.parametrize(
    ("old", "new", "place", "how", "before", "after"),
    [
        ("      general: 10\n", "      general: 5\n", "parameters.required_years.by_route.general", How.CHANGED, "10", "5"),
        ("en: Good conduct\n", "en: Conduct\n", "criteria.good_conduct.title.en", How.CHANGED, "Good conduct", "Conduct"),
        ("code: C-G2", "code: C-G7", "criteria.good_conduct.grounds.C-G7", How.ADDED, "", "記録はあるが"),
        ("  from: 2026-02-24\n", "  from: 2027-04-01\n", "in_force_from", How.CHANGED, "2026-02-24", "2027-04-01"),
        ("      - conduct.other\n", "", "criteria.good_conduct.facts.conduct.other", How.REMOVED, "conduct.other", ""),
        ("    mandatory: true\n", "    mandatory: false\n", "criteria.good_conduct.mandatory", How.CHANGED, "True", "False"),
    ],
)  # fmt: skip
def test_every_kind_of_difference_is_named_with_its_place(
    old: str, new: str, place: str, how: How, before: str, after: str
) -> None:
    found = {each.place: each for each in frameworks.differences(NOW, version((old, new)))}
    assert (found[place].how, found[place].before) == (how, before)
    assert found[place].after.startswith(after)
    assert len(found) == (2 if place.endswith("C-G7") else 1)


def test_another_order_is_told_as_such() -> None:
    swapped = version(
        ("key: general\n", "key: x\n"), ("key: spouse\n", "key: general\n"), ("key: x\n", "key: spouse\n")
    )
    assert [each.how for each in frameworks.differences(NOW, swapped) if each.place == "routes"] == [How.MOVED]


def test_a_parameter_that_differs_is_told_with_the_facts_it_measures(office: Office) -> None:
    found = simulate(office, version(("      general: 10\n", "      general: 12\n")))
    assert (found.looked_at, found.same, len(found.cases)) == (1, 0, 1)
    case = found.cases[0]
    assert (case.case, case.outcome, case.decided_on) == ("A-001", Outcome.GRANT, builders.TODAY)
    [touched] = case.touched
    assert touched.criterion == "continuous_residence"
    assert touched.why[0].params["before"] == "10"
    assert touched.why[0].params["after"] == "12"
    assert "F1 = 10" in str(touched.why[0].params["facts"])
    assert "10 → 12" in touched.why[0].text("ja")


def test_a_window_that_differs_touches_its_duty_only(office: Office) -> None:
    key = "window_months.national_pension\n    value: "
    assert set(codes(simulate(office, version((key + "24", key + "12"))))) == {"pension"}


def test_codes_wording_and_weight_are_told(office: Office) -> None:
    other = version(
        ("code: C-G1", "code: C-G7"),
        ("en: Does the applicant hold the longest", "en: Is it the longest"),
        ("ja: 現在の在留資格について、最長の在留期間で在留しているか", "ja: 最長の在留期間か"),
    )
    assert codes(simulate(office, other)) == {
        "good_conduct": ["casefile.touch_code_gone"],
        "period_of_stay": ["casefile.touch_question"],
    }


def test_what_is_no_longer_asked_and_what_is_asked_anew(office: Office) -> None:
    other = version(("key: good_conduct\n", "key: conduct\n"))
    assert codes(simulate(office, other)) == {
        "conduct": ["casefile.touch_new"],
        "good_conduct": ["casefile.touch_removed"],
    }


def test_a_parameter_is_read_on_the_day_of_the_decision(office: Office) -> None:
    """Until 31 March 2027 or from the day after: on 1 July 2026 the one holds, the other does not yet."""
    ended = version(("    from: 2026-02-24\n    until: 2027-03-31", "    from: 2026-02-24\n    until: 2026-06-30"))
    still = version(("    from: 2026-02-24\n    until: 2027-03-31", "    from: 2026-02-24\n    until: 2026-07-01"))
    assert codes(simulate(office, ended)) == {"period_of_stay": ["casefile.touch_parameter"]}
    assert codes(simulate(office, still)) == {}


def test_cases_decided_under_it_are_counted_not_looked_at(office: Office) -> None:
    assert simulate(office, NOW) == Simulation(NOW.ref, 0, 1, ())


def test_nothing_is_written(office: Office) -> None:
    before = [cases.gather(office, each).events for each in ("A-001", "A-002")]
    simulate(office, version(("      general: 10\n", "      general: 12\n")))
    assert [cases.gather(office, each).events for each in ("A-001", "A-002")] == before


def test_open_cases_list_what_a_new_version_touches(office: Office) -> None:
    found = frameworks.open_cases_touched(
        office, builders.EXAMINER, version(("      general: 10\n", "      general: 12\n"))
    )
    assert [(each.case, each.criterion) for each in found] == [("A-002", "continuous_residence")]


def test_frameworks_are_named_by_file_by_version_and_by_id(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(SOURCE.read_text(encoding="utf-8"), encoding="utf-8")
    for words in (str(path), "permanent_residence/2026-02-24", "permanent_residence@2026-02-24", "permanent_residence"):
        assert frameworks.named(words).ref == NOW.ref
    with pytest.raises(NotFound) as caught:
        frameworks.named("permanent")
    assert "permanent_residence" in caught.value.text("ja")


def test_two_kinds_are_not_compared() -> None:
    with pytest.raises(BadInput):
        frameworks.differences(NOW, version(("kind: permanent_residence", "kind: extension")))
