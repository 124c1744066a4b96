"""The queue's rows: pages join without a seam, and a long list stays quick."""

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from desktop.queue import form
from desktop.queue.form import Heading
from desktop.queue.model import QueueModel
from desktop.queue.table import QueueTable
from models.cases.values import QueuePage, QueueRow
from tests.desktop.desk import turn
from tests.desktop.queue.test_form import ROW

TODAY = date(2026, 7, 1)


def page(groups: Sequence[str], after: str | None, start: int = 0) -> QueuePage:
    """A page with a row of each named group."""
    rows: list[QueueRow] = [replace(ROW, id=f"PR-{start + n}", group=group) for n, group in enumerate(groups)]
    return QueuePage(tuple(rows), after, 1_000_000)


def shown(model: QueueModel) -> list[object]:
    """Headings with their counts, rows by id."""
    lines = [model.line(row) for row in range(model.rowCount())]
    return [(line.group, line.count) if isinstance(line, Heading) else line.id for line in lines if line]


def test_pages_join_as_if_they_had_come_at_once(qapp: object) -> None:
    joined, whole = QueueModel("en", TODAY), QueueModel("en", TODAY)
    joined.begin(page(["returned", "examining"], "a"), {})
    joined.extend(page(["examining", "examining"], "b", 2))
    joined.extend(page(["waiting"], None, 4))
    whole.begin(page(["returned", "examining", "examining", "examining", "waiting"], None), {})
    assert shown(joined) == shown(whole)
    assert ("examining", 3) in shown(joined)


def test_a_folded_group_stays_folded_when_more_of_it_comes(qapp: object) -> None:
    model = QueueModel("en", TODAY)
    model.begin(page(["examining"], "a"), {})
    model.fold("examining", True)
    model.extend(page(["examining", "waiting"], None, 1))
    assert shown(model) == [("examining", 2), ("waiting", 1), "PR-2"]
    model.fold("examining", False)
    assert shown(model) == [("examining", 2), "PR-0", "PR-1", ("waiting", 1), "PR-2"]


def test_known_sizes_stand_until_the_group_is_whole(qapp: object) -> None:
    model = QueueModel("en", TODAY)
    model.begin(page(["examining"], "a"), {"examining": 41})
    assert shown(model)[0] == ("examining", 41)
    model.learn_counts({"examining": 42})
    assert shown(model)[0] == ("examining", 42)
    model.extend(page(["waiting"], None, 1))
    assert shown(model)[0] == ("examining", 1)


def test_more_lines_continue_the_last_group() -> None:
    rows = page(["waiting", "waiting", "proposed"], None).rows
    assert [isinstance(line, Heading) for line in form.more_lines(rows, "waiting", ())] == [False, False, True, False]


def test_a_hundred_thousand_rows_scroll_like_a_hundred(qtbot: QtBot) -> None:
    model = QueueModel("ja", TODAY)
    table = QueueTable(model, "Cases")
    qtbot.addWidget(table)
    table.resize(900, 700)
    table.show()
    rows = tuple(replace(ROW, id=f"PR-{n:06}") for n in range(200))
    model.begin(QueuePage(rows, "a", 1_000_000), {})
    for _ in range(500):
        model.extend(QueuePage(rows, "a", 1_000_000))
    assert model.rowCount() == 501 * 200 + 1
    spent = []  # this thread's own time: the machine is shared
    for place in (0.1, 0.5, 0.9, 0.3, 1.0):
        begun = time.thread_time()
        table.verticalScrollBar().setValue(int(table.verticalScrollBar().maximum() * place))
        table.viewport().repaint()
        model.extend(QueuePage(rows, "a", 1_000_000))
        turn()
        spent.append(time.thread_time() - begun)
    assert min(spent) < 0.05, spent
