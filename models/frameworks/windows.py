"""What the computation of facts must know of a framework: the evidence windows and the years that a route asks."""

from datetime import date

from models.evidence.values import Duty
from models.facts.values import Windows
from models.frameworks.values import Framework

WINDOW = "window_months."
"""``window_months.<duty>``: the evidence window of a duty in months before receipt."""


def windows(framework: Framework, route: str, received_on: date, seen_on: date) -> Windows:
    """The windows of a case on ``route``, seen on ``seen_on``. What the framework does not name is left out."""
    keys = {each.key for each in framework.parameters}
    obligations = {duty: framework.parameter(WINDOW + duty, route) for duty in Duty if WINDOW + duty in keys}
    return Windows(
        received_on=received_on,
        seen_on=seen_on,
        obligations={duty: months for duty, months in obligations.items() if months},
        required_years=_years(framework, route, "required_years"),
        work_years=_years(framework, route, "work_years"),
        marriage_years=_years(framework, route, "marriage_years"),
    )


def _years(framework: Framework, route: str, key: str) -> int | None:
    """A number of years; ``None`` where the framework or the route (0) does not ask for it."""
    if all(each.key != key for each in framework.parameters):
        return None
    return framework.parameter(key, route) or None
