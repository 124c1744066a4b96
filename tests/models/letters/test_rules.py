"""What blocks the issue: a broken binding, a ground unstated or unrecorded, figures that differ, missing remedies, a My Number."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.casefile.values import CaseFile
from models.decisions.values import Outcome
from models.findings.values import Finding, FindingState, Reason
from models.letters import rules
from models.letters.compose import compose
from models.letters.values import Block, Figure, Heading, Letter, Paragraph, Sentence
from tests.models.letters import sample


def codes(letter: Letter, file: CaseFile) -> set[str]:
    """The codes of what blocks."""
    return {each.message.code.removeprefix("letters.") for each in rules.problems(letter, file)}


def with_sentences(letter: Letter, change: Callable[[Sentence], Sentence | None]) -> Letter:
    """The letter with the sentences of its paragraphs changed; ``None`` drops one."""

    def block(each: Block) -> Block:
        if not isinstance(each, Paragraph):
            return each
        return replace(each, sentences=tuple(new for old in each.sentences if (new := change(old)) is not None))

    return replace(letter, blocks=tuple(block(each) for each in letter.blocks))


def edited(sid: str, **changes: object) -> Letter:
    """The refusal in Japanese with one sentence changed."""
    return with_sentences(sample.letter("ja"), lambda each: replace(each, **changes) if each.id == sid else each)  # type: ignore[arg-type]  # fields of Sentence


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_composed_letter_has_no_problem(outcome: Outcome, language: str) -> None:
    assert rules.problems(sample.letter(language, outcome), sample.casefile(outcome)) == ()


@pytest.mark.parametrize("outcome", Outcome)
def test_the_languages_say_the_same(outcome: Outcome) -> None:
    assert rules.compare([sample.letter("ja", outcome), sample.letter("en", outcome)]) == ()


def test_an_unbound_sentence_blocks() -> None:
    letter = edited("weighing.indicators", text="日本語が足りません。", pattern="日本語が足りません。")
    assert codes(letter, sample.casefile()) == {"unbound"}


def test_a_reworded_standard_sentence_blocks() -> None:
    letter = edited("remedies.action", text="裁判所に訴えることはできません。")
    assert codes(letter, sample.casefile()) == {"reworded"}


def test_a_changed_text_of_a_person_blocks() -> None:
    letter = edited("pension.application.1", text="全部払っていません。")
    assert codes(letter, sample.casefile()) == {"not_recorded", "reason_not_stated"}


def test_a_figure_that_differs_from_its_fact_blocks() -> None:
    def later(each: Sentence) -> Sentence:
        if each.id != "pension.fact.F133":
            return each
        changed = tuple(replace(f, value="5", text="5") if f.source == "F133" else f for f in each.figures)
        return replace(each, figures=changed, text=each.text.replace("3か月分", "5か月分"))

    assert codes(with_sentences(sample.letter("ja"), later), sample.casefile()) == {"figure_differs"}


def test_a_figure_whose_words_say_another_number_blocks() -> None:
    def lies(figure: Figure) -> Figure:
        return replace(figure, text="2028年5月24日（月曜日）") if figure.source == "remedies.last_day" else figure

    def change(each: Sentence) -> Sentence:
        if each.id != "remedies.last_day":
            return each
        return replace(
            each,
            figures=tuple(map(lies, each.figures)),
            text=each.text.replace("2027年5月24日（月", "2028年5月24日（月"),
        )

    assert codes(with_sentences(sample.letter("ja"), change), sample.casefile()) == {"figure_differs"}


def test_a_fact_that_changed_since_blocks() -> None:
    file = sample.casefile()
    facts = tuple(replace(each, value=2) if each.id == "F133" else each for each in file.facts)
    assert "figure_differs" in codes(sample.letter("ja"), replace(file, facts=facts))


def test_a_recorded_ground_that_the_letter_does_not_state_blocks() -> None:
    letter = with_sentences(sample.letter("ja"), lambda each: None if each.id == "pension.conclusion.1" else each)
    assert codes(letter, sample.casefile()) == {"reason_not_stated"}


def test_a_stated_ground_that_is_not_recorded_blocks() -> None:
    findings = tuple(
        replace(each, finding=FindingState.MET, reasons=(Reason(facts=("F133",)),))
        if each.criterion == "pension"
        else each
        for each in sample.refused_findings()
    )
    assert "ground_not_recorded" in codes(sample.letter("ja"), sample.casefile(findings=findings))


def test_a_finding_left_out_of_the_reasons_blocks() -> None:
    letter = sample.letter("ja")
    kept = tuple(each for each in letter.blocks if not (isinstance(each, Heading) and each.criterion == "pension"))
    assert "finding_not_stated" in codes(replace(letter, blocks=kept), sample.casefile())


def test_a_refusal_without_remedies_blocks() -> None:
    letter = with_sentences(sample.letter("ja"), lambda each: None if each.id == "remedies.last_day" else each)
    assert "remedies_missing" in codes(letter, sample.casefile())
    assert "remedies_missing" in codes(replace(sample.letter("ja"), remedies=None), sample.casefile())


def test_a_wrong_last_day_blocks() -> None:
    letter = sample.letter("ja")
    assert letter.remedies is not None
    wrong = replace(letter.remedies, last_day_if_received_today=sample.SENT)
    assert "remedies_wrong" in codes(replace(letter, remedies=wrong), sample.casefile())


def test_an_open_criterion_blocks() -> None:
    findings = tuple(each for each in sample.refused_findings() if each.criterion != "health")
    file = sample.casefile(findings=findings)
    assert "criterion_open" in codes(compose(file, sample.proposal(), sample.context(), "ja"), file)


def test_a_refusal_with_every_criterion_met_blocks() -> None:
    file = sample.casefile(findings=sample.granted_findings())
    assert "refusal_without_reason" in codes(compose(file, sample.proposal(), sample.context(), "ja"), file)


def test_an_unanswered_statement_blocks() -> None:
    letter = with_sentences(sample.letter("ja"), lambda each: None if each.id == "explanation.E6.answer" else each)
    assert "statement_not_answered" in codes(letter, sample.casefile())


def test_another_outcome_than_proposed_blocks() -> None:
    assert "other_outcome" in codes(sample.letter("ja"), sample.casefile(Outcome.GRANT))


def test_a_my_number_blocks() -> None:
    """123456789018 is the test number of the ministerial order's check digit."""
    file = sample.casefile()
    told = replace(sample.proposal(), weighing="番号は１２３４－５６７８－９０１８です。")
    file = replace(file, rounds=(replace(file.rounds[0], proposal=told),))
    assert codes(compose(file, told, sample.context(), "ja"), file) == {"my_number"}


def test_versions_that_differ_block() -> None:
    ja, en = sample.letter("ja"), sample.letter("en", received_on=sample.SENT)
    found = {each.message.code for each in rules.compare([ja, en])}
    assert {"letters.figures_differ", "letters.numbers_differ"} <= found


CODES = {"conduct": "C-01", "residence": "R-01", "pension": "P-02"}
FACTS = {
    "conduct": ("F300",),
    "residence": ("F2", "F3", "F5"),
    "pension": ("F133", "F33.2025-06", "F33.2025-07", "F33.2025-08"),
}
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Nd"), exclude_characters="〇一二三四五六七八九零"),
    min_size=1,
    max_size=30,
).filter(lambda text: bool(text.strip()))


@st.composite
def any_findings(draw: st.DrawFn) -> tuple[Finding, ...]:
    """Findings on every criterion; at least one that can be unmet is."""
    unmet = draw(st.sets(st.sampled_from(sorted(CODES)), min_size=1))
    found = []
    for key in ("conduct", "livelihood", "residence", "pension", "health", "guarantor", "language"):
        if key in unmet:
            cited = draw(st.lists(st.sampled_from(FACTS[key]), min_size=1, unique=True))
            evidence = draw(st.lists(st.sampled_from(["E1", "E2", "E6", "E20"]), unique=True))
            reason = Reason(CODES[key], tuple(cited), tuple(evidence), draw(WORDS))
            found.append(sample.finding(key, FindingState.NOT_MET, reason))
        else:
            state = draw(st.sampled_from([FindingState.MET, FindingState.NOT_APPLICABLE]))
            found.append(sample.finding(key, state, *([Reason(evidence=("E1",))] if state is FindingState.MET else [])))
    return tuple(found)


@given(any_findings(), st.sampled_from(["ja", "en"]), WORDS)
def test_whatever_is_found_is_stated_and_every_figure_is_bound(
    findings: tuple[Finding, ...], language: str, weighing: str
) -> None:
    file = sample.casefile(findings=findings)
    told = sample.proposal(weighing=weighing)
    file = replace(file, rounds=(replace(file.rounds[0], proposal=told),))
    letter = compose(file, told, sample.context(), language)
    assert rules.problems(letter, file) == ()
    said = [each.text for each in letter.sentences()]
    for finding in findings:
        if finding.finding is FindingState.NOT_MET:
            assert finding.reasons[0].text.strip() in said
