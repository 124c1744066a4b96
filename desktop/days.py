"""Days as the desk writes them, in the interface's language. Pure."""

from datetime import date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")
"""Without summer time since 1952."""
_JA = "月火水木金土日"
_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short(day: date, lang: str) -> str:
    """``11月27日(金)``, ``Fri 27 Nov``: for days near today."""
    if lang == "ja":
        return f"{day.month}月{day.day}日({_JA[day.weekday()]})"
    return f"{_EN[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def full(day: date, lang: str) -> str:
    """``2026年11月24日(火)``, ``Tue 24 Nov 2026``."""
    if lang == "ja":
        return f"{day.year}年{short(day, lang)}"
    return f"{short(day, lang)} {day.year}"


def plain(day: date, lang: str) -> str:
    """``2027年2月3日``, ``3 Feb 2027``: without the weekday."""
    if lang == "ja":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment(at: datetime, lang: str) -> str:
    """``11月20日 16:42``, ``20 Nov 16:42``, in Japan's time."""
    local = at.astimezone(JAPAN)
    day = f"{local.month}月{local.day}日" if lang == "ja" else f"{local.day} {_MONTHS[local.month - 1]}"
    return f"{day} {local:%H:%M}"


def clock(at: datetime, seconds: bool = False) -> str:
    """``10:32`` or ``10:32:05``, in Japan's time: the office's own, wherever the computer thinks it is."""
    return f"{at.astimezone(JAPAN):%H:%M:%S}" if seconds else f"{at.astimezone(JAPAN):%H:%M}"


def left(due: date, today: date, lang: str) -> str:
    """``あと3日``, ``今日まで``, ``4日超過``; ``3 days left``, ``due today``, ``4 days over``."""
    days = (due - today).days
    if lang == "ja":
        return f"あと{days}日" if days > 0 else "今日まで" if days == 0 else f"{-days}日超過"
    if days == 0:
        return "due today"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} left" if days > 0 else f"{-days} {unit} over"


def stamp(at: datetime, lang: str) -> str:
    """``2026年11月20日 16:42:05``, ``20 Nov 2026 16:42:05``: an exact moment of the record."""
    return f"{plain(at.astimezone(JAPAN).date(), lang)} {clock(at, seconds=True)}"
