"""The letter says when linked data that may speak against the applicant were put to them, and how their comment was weighed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from models.casefile.values import CaseFile
from models.cases.values import Kind
from models.decisions.values import Outcome
from models.errors import Problem
from models.evidence.values import Evidence, EvidenceKind, Statement
from models.letters import rules
from models.letters.compose import compose
from models.letters.values import Letter, Paragraph
from models.letters.wording import languages
from models.localized import Localized
from models.requests.values import Item, Reply, Request, RequestKind, RequestState, Unasked
from tests.models.letters import sample

AT = datetime(2026, 10, 1, 3, 0, tzinfo=UTC)
SAID = "会社を辞めた後の切替えが遅れました。"


def asked(state: RequestState = RequestState.ANSWERED, replies: tuple[Reply, ...] = ()) -> Request:
    """A request to comment on three late months of the National Pension."""
    item = Item("pension", Localized.of(ja="国民年金", en="National Pension"), facts=("F33.2025-06", "F33.2025-07"))
    return Request(
        "PR-2026-000123", 3, RequestKind.COMMENT, state, (item,), (), date(2026, 10, 15), date(2026, 9, 25),
        "examiner1", "武永意第2026-000011号", replies=replies,
    )  # fmt: skip


def replied() -> tuple[CaseFile, Reply]:
    """The file with the applicant's reply as a piece of evidence, cited by the reason it is answered in."""
    file = sample.casefile()
    number = len(file.evidence) + 1
    record = Statement("reply", date(2026, 10, 9), SAID)
    piece = Evidence(
        f"E{number}", number, file.case.id, EvidenceKind.STATEMENT, "", record, "申請人", date(2026, 10, 9), None, 7
    )
    reply = Reply(1, date(2026, 10, 9), (1,), SAID, (piece.id,), "examiner1", AT)
    found = tuple(
        replace(each, reasons=tuple(replace(one, evidence=(*one.evidence, piece.id)) for one in each.reasons))
        if each.criterion == "pension"
        else each
        for each in file.findings
    )
    return replace(file, evidence=(*file.evidence, piece), findings=found, requests=(asked(replies=(reply,)),)), reply


def written(file: CaseFile, language: str = "ja") -> Letter:
    """The letter of a file."""
    assert file.proposal is not None
    return compose(file, file.proposal, sample.context(), language)


def said(letter: Letter, start: str) -> dict[str, str]:
    """The sentences whose id begins so."""
    return {each.id: each.text for each in letter.sentences() if each.id.startswith(start)}


def blocking(letter: Letter, file: CaseFile) -> set[str]:
    """What stands against the letter."""
    return {each.message.code for each in rules.problems(letter, file)}


def test_a_hearing_is_told_with_its_days_and_where_the_comment_is_answered() -> None:
    file, _ = replied()
    letter = written(file)
    told = said(letter, "hearing.")
    assert told["hearing.3.put"].startswith(
        "あなたに不利になりうる次の資料を、決定の前の2026年9月25日に、文書（武永意第2026-000011号）で"
    )
    assert "資料6（国民年金の納付記録）" in told["hearing.3.put"]
    assert told["hearing.3.due"] == "意見を出せる期限は、2026年10月15日でした。"
    paragraphs = (each for each in letter.blocks if isinstance(each, Paragraph))
    where = next(each.number for each in paragraphs if SAID in {one.text for one in each.sentences})
    assert (
        told["hearing.3.reply.1"]
        == f"あなたの意見は、2026年10月9日に届きました。意見と、それに対する答えは、第{where}項にあります。"
    )
    assert not blocking(letter, file)


def test_the_hearing_is_bound_and_no_letter_goes_without_it() -> None:
    file, _ = replied()
    letter = written(file)
    later = replace(file, requests=(replace(file.requests[0], sent_on=date(2026, 9, 26)),))
    assert "letters.figure_differs" in blocking(letter, later)
    silent = written(sample.casefile())
    assert "letters.hearing_not_told" in blocking(silent, file)
    withdrawn = replace(file, requests=(replace(file.requests[0], state=RequestState.WITHDRAWN),))
    assert not said(written(withdrawn), "hearing.")


def test_silence_is_told_and_not_held_against_the_applicant() -> None:
    file = replace(sample.casefile(), requests=(asked(RequestState.UNANSWERED),))
    told = said(written(file), "hearing.")
    assert told["hearing.3.silent"] == "期限までに、意見は届きませんでした。意見がないことを、不利には扱っていません。"


def test_why_nothing_was_put_stands_in_the_examiners_words() -> None:
    left = Unasked(
        "PR-2026-000123", "pension", 1, ("F33.2025-06",), "申請人が自ら提出した記録と同じです。", "examiner1", AT
    )
    file = replace(sample.casefile(), unasked=(left,))
    letter = written(file)
    told = said(letter, "hearing.unasked.1")
    assert told["hearing.unasked.1"].startswith("次の資料は、決定の前にお知らせしていません：資料6")
    assert told["hearing.unasked.1.why"] == left.why
    assert not blocking(letter, file)


def test_every_language_tells_the_same() -> None:
    file, _ = replied()
    versions = [written(file, each) for each in languages(file.framework)]
    assert len(versions) >= 2
    assert not rules.compare(versions)
    assert all(len(said(each, "hearing.")) == 3 for each in versions)


@pytest.mark.parametrize(("kind", "blocked"), [(Kind.NATURALIZATION, True), (Kind.EXTENSION, False)])
def test_no_letter_on_naturalization_goes_out_unsigned(kind: Kind, blocked: bool) -> None:
    file = sample.casefile(Outcome.GRANT)
    letter = replace(written(file), signatory="")
    found: tuple[Problem, ...] = rules.problems(letter, replace(file, case=replace(file.case, kind=kind)))
    assert ("letters.no_signatory" in {each.message.code for each in found}) is blocked
