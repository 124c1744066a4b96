"""Turns, families, earlier cases and representatives, as the history of a case tells them. No Qt."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop.casefile import words
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from resources import messages

Content = Mapping[str, object]
Told = Callable[[Content, CaseFile, str], tuple[str, str]]


def _more(content: Content, *names: str) -> str:
    return "\n".join(str(content[each]) for each in names if content.get(each))


def _transferred(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    told = say("event.transferred", lang, unit=content.get("to_unit", ""), before=content.get("from_unit", ""))
    return told, _more(content, "why", "note")


def _handed_over(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    before = content.get("before")
    key = "event.handed_over" if before else "event.handed_first"
    return say(key, lang, to=content.get("to", ""), before=before or ""), _more(content, "why", "note")


def _closed(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    told = say("event.closed_as", lang, how=say(f"ended.{content.get('as')}", lang))
    return told, "\n".join(each for each in (_ground(content, lang), _more(content, "why", "note")) if each)


def _reopened(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    if not content.get("ground"):
        return say("event.reopened", lang), _more(content, "why")
    told = say("event.reopened_on", lang, ground=messages.text(f"turns.ground_{content['ground']}", lang))
    court = "　".join(str(content[each]) for each in ("court", "court_case") if content.get(each))
    return told, "\n".join(each for each in (court, _day(content, lang), _more(content, "why", "note")) if each)


def _ground(content: Content, lang: str) -> str:
    ground = messages.text(f"turns.ground_{content['ground']}", lang) if content.get("ground") else ""
    return "　".join(each for each in (ground, _day(content, lang)) if each)


def _day(content: Content, lang: str) -> str:
    on = content.get("on")
    return words.day(date.fromisoformat(on), lang) if isinstance(on, str) else ""


def _plain(kind: str, *more: str) -> Told:
    def told(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
        said = {name: _joined(value) for name, value in content.items() if name.isidentifier()}
        return say(f"event.{kind}", lang, **said), _more(content, *more)

    return told


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "—")


def _copied(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:
    key = content.get("criterion")
    name = next((words.title(each.title, lang) for each in file.criteria if each.key == key), str(key))
    return say("event.finding_copied", lang, criterion=name, case=content.get("from_case", "")), ""


def _distinguished(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    outcomes = {name: say(f"outcome.{content.get(name)}", lang) for name in ("outcome", "other_outcome")}
    return say("event.distinguished", lang, other=content.get("other", ""), **outcomes), _more(content, "text")


def _represented(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    role = messages.text(f"representatives.role_{content.get('role')}", lang)
    key = "event.representative_receives" if content.get("receives") else "event.representative_added"
    return say(key, lang, role=role, name=content.get("name", "")), _more(content, "organisation", "registration")


TELLERS: Mapping[str, Told] = {
    "transferred": _transferred,
    "handed_over": _handed_over,
    "closed": _closed,
    "reopened": _reopened,
    "earlier_linked": _plain("earlier_linked", "why"),
    "earlier_unlinked": _plain("earlier_unlinked", "why"),
    "household_set": _plain("household_set"),
    "evidence_shared": _plain("evidence_shared"),
    "finding_copied": _copied,
    "distinguished": _distinguished,
    "representative_added": _represented,
    "representative_ended": _plain("representative_ended", "why"),
}
ICONS: Mapping[str, str] = {
    "transferred": "arrow_right", "handed_over": "person", "closed": "document_lock", "reopened": "arrow_redo",
    "earlier_linked": "history", "earlier_unlinked": "dismiss", "household_set": "person", "evidence_shared": "document_add",
    "finding_copied": "checkmark_circle", "distinguished": "edit", "representative_added": "person",
    "representative_ended": "dismiss",
}  # fmt: skip
