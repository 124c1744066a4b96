"""Easy Japanese is a short form: what matters stays, what it leaves out is pointed to, and nothing in it is new."""

from dataclasses import replace
from itertools import pairwise

import pytest

from models.casefile.values import CaseFile
from models.decisions.values import Outcome, Proposal
from models.findings.values import Reason
from models.frameworks import library
from models.letters import easy, rules
from models.letters.compose import compose, compose_in
from models.letters.values import Heading, Paragraph, Table
from resources.letters import readings
from tests.models.letters import golden, sample
from tests.models.letters.test_frameworks import file_of, reasons

NAMES = [each for each in golden.names() if each.startswith("ja-easy-")]


def shipped(outcome: Outcome) -> tuple[CaseFile, Proposal]:
    """A case under the framework shipped: the last criterion is not met in a refusal."""
    framework = next(each for each in library.all_() if each.id == "permanent_residence")
    codes = [
        (criterion.key, Reason(code.code, (), ("E2",), golden.TEXT))
        for criterion, code in reasons(framework, "general")
    ]
    told = sample.proposal(outcome)
    file = file_of(framework, "general", dict(codes[-1:]) if outcome is Outcome.REFUSE else {})
    return replace(file, rounds=(replace(file.rounds[0], proposal=told),)), told


@pytest.mark.parametrize("name", NAMES)
def test_it_is_short_in_every_framework(name: str) -> None:
    short = golden.of(name).letters[0]
    assert not [each.id for each in short.sentences() if easy.left_out(each.id)]
    kinds = {each.kind for each in short.blocks if isinstance(each, Table)}
    assert not kinds & {"criteria", "documents"}
    assert len(short.sentences()) < 110
    for one, next_ in pairwise(short.blocks):
        assert not (isinstance(one, Heading) and isinstance(next_, Heading) and one.level == next_.level == 2)


@pytest.mark.parametrize("name", NAMES)
def test_every_section_names_its_paragraphs(name: str) -> None:
    short = golden.of(name).letters[0]
    sections = [each for each in short.blocks if isinstance(each, Heading) and each.level == 2]
    assert sections
    for heading in sections:
        assert readings.plain(heading.text).endswith("項）"), heading.text


@pytest.mark.parametrize("name", NAMES)
def test_its_sentences_are_short_and_every_kanji_has_a_reading(name: str) -> None:
    """One idea a sentence: what we write ourselves, law names and data of the case aside, keeps to sixty signs a sentence."""
    for each in golden.of(name).letters[0].sentences():
        if each.free or not each.pattern:
            continue
        for part in readings.plain(each.pattern).replace("{{", "").split("。"):
            assert len(part) <= 75, part


def test_what_matters_stays_and_says_the_same_as_the_ordinary_letter() -> None:
    file, told = shipped(Outcome.REFUSE)
    original, short = compose_in(file, told, sample.context(), ("ja", "ja-easy"))
    assert compose(file, told, sample.context(), "ja-easy") == short
    assert not rules.compare((original, short))
    assert not rules.problems(short, file)
    numbers = {each.number for each in original.blocks if isinstance(each, Paragraph)}
    assert {each.number for each in short.blocks if isinstance(each, Paragraph)} < numbers
    said = {each.id for each in short.sentences()}
    needed = {
        "outcome",
        "application.law",
        "remedies.last_day",
        "remedies.no_complaint",
        "weighing.conclusion",
        "help.explain",
    }
    assert needed <= said
    assert {each.id for each in original.sentences() if each.free} <= said


def test_side_by_side_it_is_whole() -> None:
    file, told = shipped(Outcome.GRANT)
    whole = compose_in(file, told, sample.context(), ("ja-easy",), whole=True)[0]
    assert any(isinstance(each, Table) and each.kind == "criteria" for each in whole.blocks)
