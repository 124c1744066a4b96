"""Every reason, ground and criterion of the frameworks shipped makes a letter without a problem, in every language."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from models.casefile.values import CaseFile
from models.cases.values import Kind
from models.decisions.values import Outcome
from models.facts.compute import compute as compute_facts
from models.findings.values import Finding, FindingState, Reason
from models.frameworks import library
from models.frameworks.values import Criterion, Framework, ReasonCode
from models.frameworks.windows import windows
from models.letters import rules
from models.letters.compose import compose
from models.letters.wording import languages
from tests.models.letters import sample


@cache
def frameworks() -> tuple[Framework, ...]:
    """Those that cases are examined under."""
    kinds = {each.value for each in Kind}
    return tuple(each for each in library.all_() if each.kind in kinds)


def routes() -> Iterator[tuple[Framework, str]]:
    """Every route of every framework."""
    for framework in frameworks():
        for route in framework.routes:
            yield framework, route.key


def file_of(framework: Framework, route: str, unmet: dict[str, Reason]) -> CaseFile:
    """The sample's evidence under another framework; everything met but what stands in ``unmet``."""
    decided = max(sample.DECIDED, framework.in_force_from)
    base = sample.casefile(kind=Kind(framework.kind), route=route, framework=framework.ref)
    facts = compute_facts(base.evidence, windows(framework, route, sample.RECEIVED, decided))
    empty = replace(base, framework=framework, facts=facts)
    return replace(empty, findings=tuple(finding(empty, each, unmet.get(each.key)) for each in empty.criteria))


def finding(file: CaseFile, criterion: Criterion, unmet: Reason | None) -> Finding:
    """Not met for the reason given; otherwise met on the first fact that is known."""
    if unmet is not None:
        return sample.finding(criterion.key, FindingState.NOT_MET, replace(unmet, facts=some_facts(file, criterion)))
    ground = criterion.grounds[0].code if criterion.grounds else None
    return sample.finding(criterion.key, FindingState.MET, Reason(ground, some_facts(file, criterion)[:1], ("E1",)))


def some_facts(file: CaseFile, criterion: Criterion) -> tuple[str, ...]:
    """Facts that bear on a criterion: some known, some without a row."""
    return tuple(each.id for each in file.facts_of(criterion))[:12]


def reasons(framework: Framework, route: str) -> Iterator[tuple[Criterion, ReasonCode]]:
    """Every reason code that a route may use."""
    for criterion in framework.criteria_for(route):
        for code in criterion.reasons:
            yield criterion, code


@pytest.mark.parametrize(
    ("framework", "route", "language"),
    tuple((framework, route, language) for framework, route in routes() for language in languages(framework)),
    ids=lambda each: each if isinstance(each, str) else each.id,
)
def test_every_reason_makes_a_letter_without_a_problem(framework: Framework, route: str, language: str) -> None:
    assert list(reasons(framework, route))
    keys = [each.key for each in framework.routes]
    earlier = {each.key for one in keys[: keys.index(route)] for each in framework.criteria_for(one)}
    # A criterion that an earlier route asks has been written there: its wording is the same on every route.
    for criterion, code in [each for each in reasons(framework, route) if each[0].key not in earlier]:
        file = file_of(framework, route, {criterion.key: Reason(code.code, (), ("E2",), "資料のとおりです。")})
        letter = compose(file, sample.proposal(), sample.context(), language)
        assert rules.problems(letter, file) == (), (criterion.key, code.code)


@pytest.mark.parametrize(
    ("framework", "route"), tuple(routes()), ids=lambda each: each if isinstance(each, str) else each.id
)
def test_a_grant_and_a_refusal_for_everything_say_the_same_in_every_language(framework: Framework, route: str) -> None:
    every = {
        criterion.key: Reason(code.code, (), ("E2",), "資料のとおりです。")
        for criterion, code in reasons(framework, route)
    }
    for outcome, unmet in ((Outcome.GRANT, {}), (Outcome.REFUSE, every)):
        file = file_of(framework, route, unmet)
        told = sample.proposal(outcome)
        file = replace(file, rounds=(replace(file.rounds[0], proposal=told),))
        versions = [compose(file, told, sample.context(), each) for each in languages(framework)]
        assert [problem for each in versions for problem in rules.problems(each, file)] == []
        assert rules.compare(versions) == ()
