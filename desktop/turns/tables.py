"""The tables of the tab: columns and rows in words for each section. No Qt widgets."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop import words as interface
from desktop.casefile import words
from desktop.turns import form
from desktop.turns.form import Course
from models.casefile.values import CaseFile
from models.cases.turns.values import Turn
from models.deadlines.values import Urgency
from models.errors import Message
from models.households.values import Member

SECTIONS = ("course", "family", "earlier", "people", "deadlines")


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its cells, what it stands for, whether it departs from the normal, and whether it is late."""

    cells: tuple[str, ...]
    key: str
    heavy: bool = False
    late: bool = False
    more: str = ""


def heads(section: str, course: Course) -> tuple[str, ...]:
    """The columns of a section."""
    translate = QCoreApplication.translate
    if section == "family":
        return (
            translate("TurnsTables", "Criterion"),
            *(f"{each.case.applicant.name}\n{each.case.id}" for each in course.family.members),
        )
    return {
        "course": (
            translate("TurnsTables", "Day"),
            translate("TurnsTables", "What"),
            translate("TurnsTables", "From"),
            translate("TurnsTables", "To"),
            translate("TurnsTables", "Why"),
        ),
        "earlier": (
            translate("TurnsTables", "Case"),
            translate("TurnsTables", "Criterion"),
            translate("TurnsTables", "Then"),
            translate("TurnsTables", "Now"),
            translate("TurnsTables", "Reason then"),
        ),
        "people": (
            translate("TurnsTables", "What"),
            translate("TurnsTables", "Name"),
            translate("TurnsTables", "Organisation"),
            translate("TurnsTables", "Letters"),
            translate("TurnsTables", "Since"),
        ),
        "deadlines": (
            translate("TurnsTables", "Day"),
            translate("TurnsTables", "What"),
            translate("TurnsTables", "How near"),
            translate("TurnsTables", "Last working day"),
        ),
    }[section]


def rows(section: str, course: Course, file: CaseFile, lang: str) -> tuple[Row, ...]:
    """The lines of a section."""
    return {"course": _course, "family": _family, "earlier": _earlier, "people": _people, "deadlines": _deadlines}[
        section
    ](course, file, lang)


def counts(course: Course) -> dict[str, str]:
    """A figure behind each section's name."""
    found = {
        "course": len(course.turns),
        "family": len(course.family.members) if course.family.others else 0,
        "earlier": len(course.earlier) + len(course.later),
        "people": sum(each.ended_on is None for each in course.representatives),
        "deadlines": sum(each.urgency is not Urgency.AHEAD for each in course.deadlines),
    }
    return {key: str(number) if number else "" for key, number in found.items()}


def _course(course: Course, _file: CaseFile, lang: str) -> tuple[Row, ...]:
    return tuple(_turn(each, lang, course.names) for each in reversed(course.turns))


def _turn(each: Turn, lang: str, names: Mapping[str, str]) -> Row:
    what = Message(f"turns.kind_{each.kind.value}").text(lang)
    if each.ground:
        what += f"（{Message(f'turns.ground_{each.ground.value}').text(lang)}）"
    before = each.from_unit if each.to_unit else names.get(each.from_person, each.from_person)
    after = each.to_unit or names.get(each.to_person, each.to_person)
    why = "　".join(part for part in (each.court, each.court_case, each.why) if part)
    more = "\n".join(part for part in (why, each.note) if part)
    cells = (words.day(each.on, lang), what, before or "—", after or "—", why)
    return Row(cells, str(each.number), more=more)


def _family(course: Course, file: CaseFile, lang: str) -> tuple[Row, ...]:
    if not course.family.others:
        return ()
    titles = {each.key: words.title(each.title, lang) for each in file.framework.criteria}
    place = {key: at for at, key in enumerate(titles)}

    def in_order(key: str) -> tuple[bool, int]:
        return not form.differs(course.family, key), place.get(key, len(place))

    found = [
        Row(
            (titles.get(key, key), *(_found(each, key) for each in course.family.members)),
            key,
            heavy=form.differs(course.family, key),
            more=_copied(course, key, lang),
        )
        for key in sorted(form.criteria_of(course.family), key=in_order)
    ]
    ends = tuple(interface.outcome(each.outcome) if each.outcome else "—" for each in course.family.members)
    said = "\n".join(f"{each.other_case}：{each.text}" for each in course.family.distinctions)
    return (Row((_outcome_word(), *ends), "", heavy=len({*ends} - {"—"}) > 1, more=said), *found)


def _outcome_word() -> str:
    return QCoreApplication.translate("TurnsTables", "Outcome")


def _found(each: Member, key: str) -> str:
    found = each.finding(key)
    if found is None:
        return "—"
    copied = next((c for c in each.copied if c.criterion == key and c.revision == found.revision), None)
    return interface.finding(found.finding) + (f"（←{copied.from_case}）" if copied else "")


def _copied(course: Course, key: str, lang: str) -> str:  # noqa: ARG001 - one shape for all
    pairs = ((each.case.id, each.finding(key)) for each in course.family.members)
    return "\n".join(
        f"{case}：{reason.text}" for case, found in pairs if found for reason in found.reasons if reason.text
    )


def _earlier(course: Course, file: CaseFile, lang: str) -> tuple[Row, ...]:
    found = []
    for each in course.earlier:
        ended = interface.outcome(each.outcome) if each.outcome else interface.case_state(each.case.state)
        day = words.day(each.decided_on, lang) if each.decided_on else ""
        found.append(
            Row((each.case.id, f"{ended} {day}".strip(), "", "", each.link.why), each.case.id, more=each.link.why)
        )
        for one in each.findings:
            now = interface.finding(file.state_of(one.criterion))
            text = " ".join(reason.text for reason in one.finding.reasons if reason.text)
            cells = ("", words.title(one.title, lang), interface.finding(one.finding.finding), now, text)
            found.append(Row(cells, each.case.id, heavy=one.finding.is_against, more=text))
    for maybe in course.candidates:
        ask = QCoreApplication.translate("TurnsTables", "May be the same applicant: link it if it is")
        gap = "、" if lang == "ja" else ", "
        common = gap.join(Message(f"reapplications.sign_{each}").text(lang) for each in (_BORN, *maybe.signs))
        day = words.day(maybe.case.received_on, lang)
        found.append(Row((maybe.case.id, ask, day, "", common), f"?{maybe.case.id}", more=common))
    for link in course.later:
        told = QCoreApplication.translate("TurnsTables", "A later case of the same applicant")
        by = course.names.get(link.by, link.by)
        found.append(Row((link.case, told, "", by, link.why), f">{link.case}", more=link.why))
    return tuple(found)


_BORN = "born_on"


def _people(course: Course, file: CaseFile, lang: str) -> tuple[Row, ...]:
    here = QCoreApplication.translate("TurnsTables", "Letters go here")
    receiving = [each for each in course.representatives if each.receives and each.ended_on is None]
    who = QCoreApplication.translate("TurnsTables", "Applicant")
    first = Row(
        (who, file.case.applicant.name, "", "" if receiving else here, words.day(file.case.received_on, lang)), ""
    )
    found = [
        Row(
            (
                Message(f"representatives.role_{each.role.value}").text(lang), each.name, each.organisation,
                here if receiving and each is receiving[-1] else "",
                words.day(each.since, lang) + (f" – {words.day(each.ended_on, lang)}" if each.ended_on else ""),
            ),
            "" if each.ended_on else str(each.number),
            more=" ".join(part for part in (each.registration, each.telephone) if part),
        )
        for each in course.representatives
    ]  # fmt: skip
    return (first, *found)


def _deadlines(course: Course, _file: CaseFile, lang: str) -> tuple[Row, ...]:
    return tuple(
        Row(
            (
                words.day_with_weekday(each.on, lang), Message(f"deadlines.kind_{each.kind.value}").text(lang),
                Message(f"deadlines.urgency_{each.urgency.value}").text(lang), words.day_with_weekday(each.last_working_day, lang),
            ),
            each.kind.value,
            heavy=each.urgency is not Urgency.AHEAD,
            late=each.urgency is Urgency.PAST,
        )
        for each in course.deadlines
    )  # fmt: skip
