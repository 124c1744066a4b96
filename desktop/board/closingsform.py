"""What stands against a closing day while it is typed. No Qt."""

from collections.abc import Collection
from datetime import date

from models.dates.calendar import is_closed
from models.dates.parse import parse_date
from models.errors import BadInput, Message


def day_of(text: str) -> date:
    """The day as typed. Raises ``BadInput``."""
    return parse_date(text.strip())


def problem_of(text: str, today: date, there: Collection[date]) -> Message | None:
    """Why the day cannot be added, or nothing; the service asks the same again."""
    try:
        day = day_of(text)
    except BadInput as error:
        return error.message
    if day < today:
        return Message("closings.past", {"day": day})
    if is_closed(day) or day in there:
        return Message("closings.closed", {"day": day})
    return None
