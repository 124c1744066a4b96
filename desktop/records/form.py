"""What the record's view says of an event without words of its own. Plain Python."""

from models.records.values import Event


def summary(event: Event) -> str:
    """What an event wrote in one line: its short plain values."""
    parts = [str(value) for value in event.content.values() if isinstance(value, str | int) and len(str(value)) <= 40]
    return "\u2002".join(parts[:5])
