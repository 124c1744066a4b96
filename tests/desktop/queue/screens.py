"""The queue of an examiner and of a supervisor, a search without a hit, the name of an own filter."""

from desktop.queue.panel import QueueView
from models.cases.values import QueueFilter
from tests.desktop.stage import Screen, Shots, Stage


def examiner(stage: Stage) -> Shots:
    """Own cases; nothing found; a filter is kept."""
    queue = stage.place(QueueView)
    yield "queue", stage.window
    queue.filters.search.setText("ゾゾゾ")
    stage.settle(0.5)
    yield "queue-nothing", stage.window
    queue.filters.clear()
    stage.settle(0.5)
    yield "queue-name", queue.own.keep(QueueFilter())


def supervisor(stage: Stage) -> Shots:
    """What waits for a signature."""
    stage.place(QueueView)
    yield "queue-supervisor", stage.window


SCREENS = (Screen(examiner, "examiner1"), Screen(supervisor, "supervisor1"))
