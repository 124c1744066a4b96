"""What the computation of facts must know of a framework: the evidence windows and the years that a route asks."""

from datetime import date

from models.evidence.values import Duty
from models.facts.values import PointTable, Windows
from models.frameworks import library
from models.frameworks.library import Library
from models.frameworks.values import Framework

POINTS = "highly_skilled_points"
"""The framework whose points table counts for the routes that ask for points."""
WINDOW = "window_months."
"""``window_months.<duty>``: the evidence window of a duty in months before receipt."""


def windows(
    framework: Framework,
    route: str,
    received_on: date,
    seen_on: date,
    born_on: date | None = None,
    shelf: Library | None = None,
) -> Windows:
    """The windows of a case on ``route``, seen on ``seen_on``. What the framework does not name is left out.

    ``born_on`` is the applicant's day of birth, for what goes by age; ``shelf`` holds the versions that may govern (left out:
    those that the program carries).
    """
    keys = {each.key for each in framework.parameters}
    obligations = {duty: framework.parameter(WINDOW + duty, route) for duty in Duty if WINDOW + duty in keys}
    return Windows(
        received_on=received_on,
        seen_on=seen_on,
        obligations={duty: months for duty, months in obligations.items() if months},
        required_years=_years(framework, route, "required_years"),
        work_years=_years(framework, route, "work_years"),
        marriage_years=_years(framework, route, "marriage_years"),
        status_years=_years(framework, route, "status_years"),
        recognition_years=_years(framework, route, "recognition_years"),
        born_on=born_on,
        points=_points(framework, route, received_on, shelf or library.shipped()),
    )


def _points(framework: Framework, route: str, day: date, shelf: Library) -> PointTable | None:
    """The points table of the day of the application, where the route asks for points."""
    if framework.points is not None:
        return framework.points
    found = shelf.in_force(POINTS, day) if _years(framework, route, "points_needed") else None
    return found.points if found else None


def _years(framework: Framework, route: str, key: str) -> int | None:
    """A number of years; ``None`` where the framework or the route (0) does not ask for it."""
    if all(each.key != key for each in framework.parameters):
        return None
    return framework.parameter(key, route) or None
