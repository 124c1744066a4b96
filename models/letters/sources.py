"""What a figure's source says now: the other end of every binding, read from the case file again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from models.casefile.values import CaseFile
from models.dates.deadlines import suit_days
from models.facts.values import Fact
from models.findings.values import FindingState
from models.frameworks.values import Criterion
from models.letters import changes, hearing
from models.letters.figures import canonical
from models.letters.shelf import Shelf, shelf
from models.letters.values import Letter, Paragraph

_SETTINGS = ("letterhead", "desk", "desks", "letter.signatory", "collect_by")
"""Sources that are office settings, not the case: whoever composes the letter vouches for them."""


class Ref(NamedTuple):
    """What a source names behind its first word, and the part of it behind ``#``."""

    name: str
    part: str


@dataclass(frozen=True)
class Sources:
    """The sources of one letter's figures."""

    letter: Letter
    file: CaseFile

    @cached_property
    def shelf(self) -> Shelf:
        """The case's documents."""
        return shelf(self.file)

    def value(self, source: str, said: str = "") -> str | None:
        """The canonical value behind ``source``; none when nothing stands there. ``said`` is what the figure says."""
        if source.startswith(_SETTINGS):
            return said
        name, _, part = source.partition("#")
        if name[:1] == "E" and name[1:2].isdigit():
            return _of_piece(self, name, part)
        if name[:1] == "F" and name[1:2].isdigit():
            return _of_fact(self.file, name, part)
        head, _, rest = name.partition(".")
        reader = _READERS.get(head)
        return reader(self, Ref(rest, part)) if reader else None


def _of_piece(at: Sources, name: str, part: str) -> str | None:
    piece = at.file.piece(name)
    if piece is None:
        return None
    if part == "document":
        document = at.shelf.of_piece(name)
        return str(document.number) if document else None
    known: Mapping[str, object] = {"source": piece.source, "as_of": piece.as_of, "": name} | dict(piece.values)
    return _plain(known.get(part))


def _of_fact(file: CaseFile, name: str, part: str) -> str | None:
    fact = file.fact(name)
    if fact is None:
        return None
    if not part:
        return canonical(fact.value)
    if part.startswith("window."):
        return _window(fact, part.removeprefix("window."))
    known = {"name": fact.key, "as_of": fact.as_of, "duty": fact.key.split(".")[1] if "." in fact.key else None}
    return _plain(known[part] if part in known else fact.detail.get(part))


def _window(fact: Fact, side: str) -> str | None:
    day = getattr(fact.window, side, None) if fact.window else None
    return f"{day:%Y-%m}" if isinstance(day, date) else None


def _case(at: Sources, ref: Ref) -> str | None:
    case = at.file.case
    known = {
        "received_on": case.received_on,
        "receipt_number": case.receipt_number,
        "kind": case.kind.value,
        "route": case.route,
        "current_status": case.applicant.current_status,
        "stay_until": case.applicant.stay_until,
    }
    return _plain(known.get(ref.name))


def _letter(at: Sources, ref: Ref) -> str | None:
    return _plain({"decided_on": at.letter.decided_on, "received_on": at.letter.received_on}.get(ref.name))


def _framework(at: Sources, ref: Ref) -> str | None:
    framework = at.file.framework
    known = {
        "law": "law",
        "guideline": "guideline",
        "version": framework.version,
        "in_force_from": framework.in_force_from,
    }
    return _plain(known.get(ref.name))


def _transition(at: Sources, ref: Ref) -> str | None:
    return ref.name if any(each.key == ref.name for each in at.file.framework.transitions) else None


def _parameter(at: Sources, ref: Ref) -> str | None:
    found = next((each for each in at.file.framework.parameters if each.key == ref.name), None)
    if found is None:
        return None
    if ref.part == "from":
        return _plain(found.from_)
    return ref.name if ref.part == "source" else str(found.for_route(at.file.case.route))


def _count(at: Sources, ref: Ref) -> str | None:
    met, unmet = len(in_state(at.file, FindingState.MET)), len(in_state(at.file, FindingState.NOT_MET))
    other = len(in_state(at.file, FindingState.NOT_APPLICABLE))
    known = {"criteria": len(at.file.criteria), "met": met, "unmet": unmet, "asked": met + unmet, "not_asked": other}
    return _plain(known.get(ref.name))


def in_state(file: CaseFile, state: FindingState) -> tuple[Criterion, ...]:
    """The criteria of a case whose recorded finding is in this state."""
    return tuple(each for each in file.criteria if (found := file.finding(each.key)) and found.finding is state)


def _criterion(at: Sources, ref: Ref) -> str | None:
    keys = [each.key for each in at.file.criteria]
    if ref.name not in keys:
        return None
    return ref.name if ref.part else str(keys.index(ref.name) + 1)


def _reference(at: Sources, ref: Ref) -> str | None:
    return ref.name if any(each.key == ref.name for each in at.file.criteria) else None


def _finding(at: Sources, ref: Ref) -> str | None:
    found = at.file.finding(ref.name)
    return found.finding.value if found else FindingState.NOT_STARTED.value


def _evidence(at: Sources, ref: Ref) -> str | None:
    if ref.name == "asked":
        return ",".join(each.key for each in changes.to_bring(in_state(at.file, FindingState.NOT_MET)))
    return ", ".join(_numbers_using(at, ref.name))


def _documents(at: Sources, ref: Ref) -> str | None:
    return ",".join(_numbers_using(at, ref.name))


def _numbers_using(at: Sources, criterion: str) -> list[str]:
    return [str(each.number) for each in at.shelf.of_criterion(criterion)]


def _document(at: Sources, ref: Ref) -> str | None:
    number, _, what = ref.name.partition(".")
    found = next((each for each in at.shelf.documents if str(each.number) == number), None)
    if found is None:
        return None
    if what == "criteria":
        keys = [each.key for each in at.file.criteria]
        return ", ".join(str(keys.index(key) + 1) for key in at.shelf.criteria(found))
    return number


def _change(at: Sources, ref: Ref) -> str | None:
    criterion, _, code = ref.name.rpartition(".")
    finding, known = at.file.finding(criterion), {each.key: each for each in at.file.criteria}
    reason = next((each for each in finding.reasons if str(each.code) == code), None) if finding else None
    if reason is None or criterion not in known:
        return None
    found = next((each for each in known[criterion].reasons if each.code == code), None)
    change = changes.of_reason(at.file, reason, found)
    return _plain(change.earliest if ref.part == "earliest" else change.values.get(ref.part))


def _earliest(at: Sources, _ref: Ref) -> str | None:
    found = []
    for criterion in in_state(at.file, FindingState.NOT_MET):
        finding = at.file.finding(criterion.key)
        for reason in finding.reasons if finding else ():
            code = next((each for each in criterion.reasons if each.code == reason.code), None)
            found.append(changes.of_reason(at.file, reason, code))
    return _plain(changes.latest(found))


def _met(at: Sources, _ref: Ref) -> str | None:
    return ",".join(each.key for each in in_state(at.file, FindingState.MET))


def _unmet(at: Sources, _ref: Ref) -> str | None:
    keys = [each.key for each in at.file.criteria]
    return ",".join(str(keys.index(each.key) + 1) for each in in_state(at.file, FindingState.NOT_MET))


def _remedies(at: Sources, ref: Ref) -> str | None:
    if at.letter.decided_on is None or at.letter.received_on is None:
        return None
    days = suit_days(at.letter.received_on, at.letter.decided_on)
    return _plain({"last_day": days.from_knowing, "one_year_day": days.from_decision}.get(ref.name))


def _proposal(at: Sources, ref: Ref) -> str | None:
    return _plain(getattr(at.file.proposal, ref.name, None)) if ref.name in ("status", "period") else None


def _paragraph(at: Sources, ref: Ref) -> str | None:
    """The number of the paragraph that an anchor names: the first one whose sentences carry ids under it."""
    for block in at.letter.blocks:
        if isinstance(block, Paragraph) and any(_under(each.id, ref.name) for each in block.sentences):
            return str(block.number)
    return None


def _under(sid: str, anchor: str) -> bool:
    return sid == anchor or sid.startswith(anchor + ".")


def _plain(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def _request(at: Sources, ref: Ref) -> str | None:
    asked = next((each for each in hearing.heard(at.file) if str(each.number) == ref.name), None)
    if asked is None:
        return None
    if ref.part == "about":
        return hearing.canonical(at.file, at.shelf, asked.items)
    known: dict[str, object] = {f"reply.{each.number}": each.received_on for each in asked.replies}
    known |= {"sent_on": asked.sent_on, "due_on": asked.due_on, "document_number": asked.document_number}
    return _plain(known.get(ref.part))


def _unasked(at: Sources, ref: Ref) -> str | None:
    place = int(ref.name) if ref.name.isdigit() else 0
    return ",".join(at.file.unasked[place - 1].about) if 0 < place <= len(at.file.unasked) else None


_READERS: Mapping[str, Callable[[Sources, Ref], str | None]] = {
    "case": _case,
    "letter": _letter,
    "framework": _framework,
    "transition": _transition,
    "parameter": _parameter,
    "count": _count,
    "criterion": _criterion,
    "reference": _reference,
    "finding": _finding,
    "evidence": _evidence,
    "documents": _documents,
    "document": _document,
    "change": _change,
    "earliest": _earliest,
    "met": _met,
    "unmet": _unmet,
    "remedies": _remedies,
    "proposal": _proposal,
    "paragraph": _paragraph,
    "request": _request,
    "unasked": _unasked,
}
