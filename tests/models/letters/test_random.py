"""Random cases in every language: every unmet finding stated, every stated ground recorded, every figure bound and equal.

``AKASHI_TIER=prove`` takes many more cases.
"""

import os
import random
from dataclasses import replace

import pytest

from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.findings.values import FindingState, Reason
from models.frameworks.values import Framework
from models.letters import rules
from models.letters.compose import compose
from models.letters.values import FigureKind, Letter, Paragraph, Step
from models.letters.wording import languages
from resources.letters import readings
from tests.models.letters import sample
from tests.models.letters.test_frameworks import file_of, finding, reasons, routes

CASES = 150 if os.environ.get("AKASHI_TIER") == "prove" else 4
EVERY_ROUTE = tuple(routes())


def some_case(chance: random.Random) -> tuple[Framework, CaseFile, Outcome]:
    """A case under a framework and route drawn at random: met, not met with one or two reasons, not applicable, mixed."""
    framework, route = chance.choice(EVERY_ROUTE)
    possible: dict[str, list[Reason]] = {}
    for criterion, code in reasons(framework, route):
        text = chance.choice(("", "資料のとおりです。", "記録と説明の両方を確かめました。"))
        possible.setdefault(criterion.key, []).append(Reason(code.code, (), ("E2",), text))
    chosen = chance.sample(sorted(possible), min(len(possible), chance.randint(1, 4)))
    unmet = {key: chance.choice(possible[key]) for key in chosen}
    file = file_of(framework, route, unmet)
    found = [
        sample.finding(each.criterion, FindingState.NOT_APPLICABLE)
        if each.criterion not in unmet and chance.random() < 0.15
        else each
        for each in file.findings
    ]
    for criterion in file.criteria:
        if criterion.key in unmet and len(possible[criterion.key]) > 1 and chance.random() < 0.3:
            others = [each for each in possible[criterion.key] if each.code != unmet[criterion.key].code]
            both = finding(file, criterion, unmet[criterion.key])
            more = replace(chance.choice(others), facts=both.reasons[0].facts)
            at = next(place for place, each in enumerate(found) if each.criterion == criterion.key)
            found[at] = replace(both, reasons=(*both.reasons, more))
    if chance.random() < 0.25:
        return framework, file_of(framework, route, {}), Outcome.GRANT
    return framework, replace(file, findings=tuple(found)), Outcome.REFUSE


def permanent(chance: random.Random) -> CaseFile:
    """A refused case of permanent residence: all languages are whole in it."""
    while True:
        framework, file, outcome = some_case(chance)
        if framework.id == "permanent_residence" and outcome is Outcome.REFUSE:
            return file


def grounds(letter: Letter) -> set[tuple[str | None, str | None]]:
    """What a letter concludes, criterion and reason."""
    return {
        (sentence.criterion, sentence.reason)
        for block in letter.blocks
        if isinstance(block, Paragraph) and block.step is Step.CONCLUSION
        for sentence in block.sentences
    }


@pytest.mark.tiered
@pytest.mark.parametrize("seed", range(CASES))
def test_every_language_states_what_is_recorded_and_nothing_else(seed: int) -> None:
    framework, file, outcome = some_case(random.Random(seed))
    proposal = sample.proposal(outcome)
    file = (
        replace(file, rounds=(*file.rounds[:-1], replace(file.rounds[-1], proposal=proposal))) if file.rounds else file
    )
    versions = [compose(file, proposal, sample.context(), each) for each in languages(framework)]
    recorded = {
        (each.criterion, reason.code)
        for each in file.findings
        if each.finding is FindingState.NOT_MET
        for reason in each.reasons
    }
    for letter in versions:
        where = (seed, framework.id, letter.language)
        assert rules.problems(letter, file) == (), where
        assert grounds(letter) == (recorded if outcome is Outcome.REFUSE else set()), where
        for sentence in letter.sentences():
            for figure in sentence.figures:
                if figure.kind in (FigureKind.AMOUNT, FigureKind.COUNT, FigureKind.DATE) and figure.text:
                    assert rules.says(figure, letter.language), (where, figure)
                    assert not any("\u0966" <= char <= "\u096f" or "\u0e50" <= char <= "\u0e59" for char in figure.text)
    assert rules.compare(versions) == (), (seed, framework.id)


def test_a_different_number_in_one_language_is_found() -> None:
    file = permanent(random.Random(2))
    ja, easy = (compose(file, sample.proposal(), sample.context(), each) for each in ("ja", "ja-easy"))
    paragraph = next(each for each in easy.blocks if isinstance(each, Paragraph) and each.sentences[0].figures)
    first = paragraph.sentences[0]
    wrong = replace(first, figures=(replace(first.figures[0], value="1"), *first.figures[1:]))
    changed = replace(paragraph, sentences=(wrong, *paragraph.sentences[1:]))
    blocks = tuple(changed if each is paragraph else each for each in easy.blocks)
    assert rules.compare((ja, replace(easy, blocks=blocks)))


def test_readings_never_change_a_word() -> None:
    """The easy letter without its readings is the text that is bound and checked."""
    file = permanent(random.Random(5))
    for sentence in compose(file, sample.proposal(), sample.context(), "ja-easy").sentences():
        assert "《" not in sentence.text
        assert readings.plain(sentence.text) == "".join(word for word, _ in readings.parts(sentence.text))
