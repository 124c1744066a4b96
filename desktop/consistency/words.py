"""The interface's words for choices on the consistency screen."""

from desktop import days
from desktop.consistency.form import Period
from resources import messages


def period(each: Period, lang: str) -> str:
    """``2026年4月1日〜9月30日``."""
    first, last = days.plain(each.from_, lang), days.plain(each.to, lang)
    if each.from_.year == each.to.year:
        first, last = (first, last.partition("年")[2]) if lang == "ja" else (first.rpartition(" ")[0], last)
    return f"{first}〜{last}" if lang == "ja" else f"{first} – {last}"


def kind(code: str, lang: str) -> str:
    """A kind of case; one without a name shows its code."""
    key = f"report.kind_{code}"
    return messages.text(key, lang) if messages.has(key, lang) else code
