"""Copied reasoning: what is found, what is not, and that nobody is named."""

from collections.abc import Iterator
from dataclasses import fields, replace
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.operations import cases, copying, findings
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.store.office import Office
from models.wording.copied import blocks, service
from models.wording.copied.compare import grams_of, overlap, own_part
from models.wording.copied.prints import SHORTEST, WINDOW, folded, prints
from models.wording.copied.tables import ReasonBlockRow
from models.wording.copied.values import Copied
from tests import builders

REASON = "5月分の保険料は、納付期限から48日たって納められています。会社を移る間の手続きが遅れたという説明を、離職の証明で確かめました。"
OTHER = "申請人は、市役所で分割の相談をしたと述べています。相談の記録は9月のもので、期限の前のものはありません。"


def shared(mine: str, theirs: str, standard: frozenset[str] = frozenset()) -> float:
    text = folded(mine)
    return overlap(mine, text, own_part(text, standard), folded(theirs)).share


def test_the_same_words_with_other_figures_are_copied() -> None:
    assert shared(REASON, REASON.replace("5月", "１１月").replace("48日", "9日").replace("、", " ")) == 1


def test_other_words_are_not() -> None:
    assert shared(REASON, OTHER) == 0


@settings(max_examples=50, deadline=None)
@given(st.text("いろaB０4、 ", max_size=150))
def test_every_window_keeps_its_smallest_print(written: str) -> None:
    text = folded(written)
    hashes = [
        int.from_bytes(blake2b(each.encode(), digest_size=8).digest(), "big") & (2**63 - 1) for each in text.grams
    ]
    windows = [hashes[start : start + WINDOW] for start in range(len(hashes) - WINDOW + 1)]
    assert prints(text) == {min(each) for each in windows}


def test_half_a_text_is_about_half() -> None:
    half = REASON.split("。", maxsplit=1)[0] + "。" + OTHER
    found = overlap(half, folded(half), own_part(folded(half), frozenset()), folded(REASON))
    assert 0.25 < found.share < 0.5
    assert found.quote.startswith("5月分の保険料は")
    assert (found.characters, found.counts) == (27, False)


def test_standard_wording_does_not_count() -> None:
    standard = grams_of([REASON.split("。", maxsplit=1)[0]])
    mine, theirs = REASON.split("。", maxsplit=1)[0] + "。" + OTHER, REASON
    assert shared(mine, theirs) > 0
    assert shared(mine, theirs, standard) == 0


@settings(max_examples=80, deadline=None)
@given(
    st.text("あいうえおかきくけこ漢字文章期限", min_size=SHORTEST, max_size=60),
    st.text("さしすせそ", max_size=40),
    st.text("たちつてと", max_size=40),
)
def test_a_passage_long_enough_always_shares_a_print(passage: str, before: str, behind: str) -> None:
    """The guarantee of winnowing (Schleimer et al. 2003): whatever stands around it."""
    assert prints(folded(passage)) & prints(folded(before + passage + behind)) or len(folded(passage).text) < SHORTEST


def test_an_anonymous_answer_has_no_place_for_a_name() -> None:
    assert {each.name for each in fields(Copied)} == {"place", "share", "characters", "quote", "month", "own", "cases"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Two cases of one examiner, one of another."""
    with builders.office(tmp_path) as made:
        for case in ("A-001", "A-002", "A-003"):
            builders.ready_case(made, case)
        yield made


def write(office: Office, case: str, text: str, actor: object = builders.EXAMINER) -> None:
    """A "not met" on the pension with this reason."""
    file = builders.case_file(office, case)
    draft = builders.draft(file, file.framework.criterion("pension"), FindingState.NOT_MET, text)
    findings.record(office, actor, draft)  # type: ignore[arg-type]  # one of the people above


def find(office: Office, case: str, weighing: str = "") -> tuple[Copied, ...]:
    copying.keep_up(office)
    return copying.find(office, builders.EXAMINER, case, Outcome.REFUSE, weighing)


def test_from_the_record(office: Office) -> None:
    write(office, "A-001", REASON)
    assert find(office, "A-001") == ()
    write(office, "A-002", REASON.replace("48", "12"))
    (found,) = find(office, "A-002")
    assert (found.place, found.share, found.own, found.cases, found.month) == ("pension", 1.0, True, 1, "2026-07")
    assert "A-001" not in str(found.problem("x").text("ja"))
    write(office, "A-003", REASON, builders.EXAMINER2)
    assert find(office, "A-002")[0].cases == 2
    assert copying.find(office, builders.EXAMINER2, "A-003", Outcome.REFUSE, "")[0].own is False
    write(office, "A-003", OTHER, builders.EXAMINER2)
    copying.keep_up(office)
    assert copying.find(office, builders.EXAMINER2, "A-003", Outcome.REFUSE, "") == ()


def test_the_weighing_too(office: Office) -> None:
    write(office, "A-001", REASON)
    (found,) = find(office, "A-002", REASON)
    assert found.place == "weighing"
    (told,) = copying.problems(office, builders.EXAMINER, "A-002", Outcome.REFUSE, REASON)
    assert told.place == "weighing"
    assert "100%" in told.text("en")
    assert find(office, "A-002", OTHER) == ()


def test_the_framework_s_own_words_are_nobody_s(office: Office) -> None:
    framework = builders.case_file(office, "A-001").framework
    standard = framework.criterion("pension").letter.standard["ja"]
    write(office, "A-001", standard)
    write(office, "A-002", standard)
    assert find(office, "A-002") == ()


def test_the_prints_keep_up_with_the_record_in_small_steps(office: Office) -> None:
    write(office, "A-001", REASON)
    with office.read() as session:
        assert service.behind(session)
    with office.begin() as session:
        while service.keep_up(session, 1):
            pass
    with office.read() as session:
        assert not service.behind(session)
        kept = [(each.number, each.content) for each in session.query(ReasonBlockRow)]
    copying.keep_up(office)
    with office.read() as session:
        assert [(each.number, each.content) for each in session.query(ReasonBlockRow)] == kept
    assert len(kept) == 1


def test_met_findings_and_grants_are_not_looked_at(office: Office) -> None:
    cases.take(office, builders.EXAMINER, "A-001")
    file = builders.case_file(office, "A-001")
    met = builders.draft(file, file.framework.criterion("pension"), FindingState.MET, REASON)
    findings.record(office, builders.EXAMINER, replace(met, reasons=met.reasons))
    assert copying.find(office, builders.EXAMINER, "A-002", Outcome.GRANT, REASON) == ()


def test_a_full_block_is_followed_by_another(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "FULL", 1)
    write(office, "A-001", REASON)
    write(office, "A-003", OTHER, builders.EXAMINER2)
    with office.begin() as session:
        while service.keep_up(session, 1):
            pass
    with office.read() as session:
        assert [each.number for each in session.query(ReasonBlockRow)] == [1, 2]
    write(office, "A-002", REASON)
    assert find(office, "A-002")[0].share == 1


@given(st.lists(st.tuples(st.integers(0, 2**63 - 1), st.integers(1, 2**31 - 1)), max_size=60), st.integers(0, 60))
def test_a_block_gives_back_what_was_put_in(pairs: list[tuple[int, int]], cut: int) -> None:
    packed = blocks.pack(pairs[cut:], blocks.pack(pairs[:cut]))
    assert blocks.count(packed) == len(pairs)
    found = blocks.seqs_of(packed, {each for each, _ in pairs} | {5})
    assert found == {each: sorted(seq for one, seq in pairs if one == each) for each, _ in pairs}
