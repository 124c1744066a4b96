"""What a figure's source says now: the other end of every binding, read from the case file again."""

from collections.abc import Callable, Mapping
from datetime import date

from models.casefile.values import CaseFile
from models.dates.deadlines import suit_days
from models.facts.values import Fact
from models.findings.values import FindingState
from models.frameworks.values import Criterion
from models.letters import changes, documents
from models.letters.figures import canonical
from models.letters.values import Letter, Paragraph

_SETTINGS = ("letterhead", "desk", "desks", "letter.signatory", "collect_by")
"""Sources that are office settings, not the case: whoever composes the letter vouches for them."""


def resolve(source: str, value: str, letter: Letter, file: CaseFile) -> str | None:
    """The canonical value behind ``source``; none when nothing stands there. ``value`` is what the figure says."""
    if source.startswith(_SETTINGS):
        return value
    name, _, part = source.partition("#")
    if name[:1] in "EF" and name[1:2].isdigit():
        return _of_piece(file, name, part) if name.startswith("E") else _of_fact(file, name, part)
    head, _, rest = name.partition(".")
    reader = _READERS.get(head)
    return reader(letter, file, rest, part) if reader else None


def _of_piece(file: CaseFile, name: str, part: str) -> str | None:
    piece = file.piece(name)
    if piece is None:
        return None
    if part == "document":
        document = documents.of_piece(file, name)
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


def _case(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    case = file.case
    known = {
        "received_on": case.received_on,
        "receipt_number": case.receipt_number,
        "kind": case.kind.value,
        "route": case.route,
        "current_status": case.applicant.current_status,
        "stay_until": case.applicant.stay_until,
    }
    return _plain(known.get(rest))


def _letter(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    return _plain({"decided_on": letter.decided_on, "received_on": letter.received_on}.get(rest))


def _framework(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    framework = file.framework
    known = {"law": "law", "guideline": "guideline", "version": framework.version, "in_force_from": framework.in_force_from}
    return _plain(known.get(rest))


def _transition(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    return rest if any(each.key == rest for each in file.framework.transitions) else None


def _parameter(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    found = next((each for each in file.framework.parameters if each.key == rest), None)
    if found is None:
        return None
    return rest if part == "source" else str(found.for_route(file.case.route))


def _count(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    met, unmet = len(in_state(file, FindingState.MET)), len(in_state(file, FindingState.NOT_MET))
    other = len(in_state(file, FindingState.NOT_APPLICABLE))
    known = {"criteria": len(file.criteria), "met": met, "unmet": unmet, "asked": met + unmet, "not_asked": other}
    return _plain(known.get(rest))


def in_state(file: CaseFile, state: FindingState) -> tuple[Criterion, ...]:
    """The criteria of a case whose recorded finding is in this state."""
    return tuple(each for each in file.criteria if (found := file.finding(each.key)) and found.finding is state)


def _criterion(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    keys = [each.key for each in file.criteria]
    if rest not in keys:
        return None
    return rest if part else str(keys.index(rest) + 1)


def _reference(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    return rest if any(each.key == rest for each in file.criteria) else None


def _finding(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    found = file.finding(rest)
    return found.finding.value if found else FindingState.NOT_STARTED.value


def _evidence(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    if rest == "asked":
        unmet = in_state(file, FindingState.NOT_MET)
        return ",".join(dict.fromkeys(ask.key for each in unmet for ask in each.evidence))
    return ", ".join(_numbers_using(file, rest))


def _documents(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    return ",".join(_numbers_using(file, rest))


def _numbers_using(file: CaseFile, criterion: str) -> list[str]:
    return [str(each.number) for each in documents.listed(file) if criterion in documents.using(file, each)]


def _document(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    number, _, what = rest.partition(".")
    found = next((each for each in documents.listed(file) if str(each.number) == number), None)
    if found is None:
        return None
    if what == "criteria":
        keys = [each.key for each in file.criteria]
        return ", ".join(str(keys.index(key) + 1) for key in documents.using(file, found))
    return number


def _change(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    criterion, _, code = rest.rpartition(".")
    finding, known = file.finding(criterion), {each.key: each for each in file.criteria}
    reason = next((each for each in finding.reasons if str(each.code) == code), None) if finding else None
    if reason is None or criterion not in known:
        return None
    found = next((each for each in known[criterion].reasons if each.code == code), None)
    change = changes.of_reason(file, reason, found)
    return _plain(change.earliest if part == "earliest" else change.values.get(part))


def _earliest(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    found = []
    for criterion in in_state(file, FindingState.NOT_MET):
        finding = file.finding(criterion.key)
        for reason in finding.reasons if finding else ():
            code = next((each for each in criterion.reasons if each.code == reason.code), None)
            found.append(changes.of_reason(file, reason, code))
    return _plain(changes.latest(found))


def _met(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    return ",".join(each.key for each in in_state(file, FindingState.MET))


def _unmet(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    keys = [each.key for each in file.criteria]
    return ",".join(str(keys.index(each.key) + 1) for each in in_state(file, FindingState.NOT_MET))


def _remedies(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    if letter.decided_on is None or letter.received_on is None:
        return None
    days = suit_days(letter.received_on, letter.decided_on)
    return _plain({"last_day": days.from_knowing, "one_year_day": days.from_decision}.get(rest))


def _proposal(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    return _plain(getattr(file.proposal, rest, None)) if rest in ("status", "period") else None


def _paragraph(letter: Letter, file: CaseFile, rest: str, part: str) -> str | None:
    """The number of the paragraph that an anchor names: the first one whose sentences carry ids under it."""
    for block in letter.blocks:
        if isinstance(block, Paragraph) and any(_under(each.id, rest) for each in block.sentences):
            return str(block.number)
    return None


def _under(sid: str, anchor: str) -> bool:
    return sid == anchor or sid.startswith(anchor + ".")


def _plain(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


_READERS: Mapping[str, Callable[[Letter, CaseFile, str, str], str | None]] = {
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
}
