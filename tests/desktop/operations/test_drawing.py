"""Letters drawn beside this process: in order, with their errors, and all the same when a process is lost."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from desktop.operations import batch, drawing, letters, sealing
from desktop.operations.drawing import HERE, Hands
from models.decisions.values import Outcome
from models.errors import BadInput
from reports import letter_pages
from reports.letter_pages import Pages
from tests import builders
from tests.desktop.operations.issuing import countersigned
from tests.models.letters import sample


def test_another_process_draws_in_order_the_same_bytes_and_brings_back_what_cannot_be_drawn() -> None:
    letter = sample.letter("ja", Outcome.REFUSE)
    strange = replace(letter, addressee_name="\U0001f600")
    begun: list[int] = []

    def jobs() -> Iterator[tuple[int, partial[Pages]]]:
        for number in range(6):
            begun.append(number)
            yield number, partial(letter_pages.of_letter, strange if number == 2 else letter)

    here = letter_pages.of_letter(letter)
    with Hands(1) as hands:
        for place, (number, drawn) in enumerate(drawing.through(hands, jobs())):
            assert (number, len(begun)) == (place, min(6, place + 3))
            if number != 2:
                assert drawn() == here
                continue
            with pytest.raises(BadInput, match=r"U\+1F600"):
                drawn()
    assert HERE.begin(partial(letter_pages.of_letter, letter))() == here


def test_a_batch_is_the_same_whoever_draws_and_a_lost_process_stops_none(tmp_path: Path) -> None:
    names = ("A-001",)
    with countersigned(tmp_path, *names) as office, Hands(1) as lost:
        lost.begin(partial(abs, -1))()
        assert lost._pool is not None
        for process in lost._pool._processes.values():
            process.kill()
        done = [batch.one(office, builders.SUPERVISOR, case, hands=lost) for case in names]
        assert [each.error for each in done] == [None]
        assert letters.render(office, builders.SUPERVISOR, "A-001", "ja", "pdf")
        remade = [each.answer for case in names for each in sealing.remake(office, builders.SUPERVISOR, case)]
        assert set(remade) == {sealing.Again.SAME}


def test_where_no_process_may_start_the_letters_are_drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_self: ProcessPoolExecutor, _number: int) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refused)
    with Hands(2) as hands:
        assert [hands.begin(partial(abs, each))() for each in (-1, -2)] == [1, 2]


def test_few_letters_are_drawn_here() -> None:
    assert drawing.over(drawing.FEW - 1).count == 0
    assert drawing.over(drawing.FEW).count <= drawing.MOST
