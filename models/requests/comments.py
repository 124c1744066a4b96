"""The right to comment: what a finding rests on that came from other institutions is put to the applicant before it is used,
and the reply is answered. Pure; the gate, the screen and the service ask it.

The rule is the office's own, offered freely: chapters 2 to 4-2 of the Administrative Procedure Act do not bind here
(行政手続法3条1項10号).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.errors import Problem, Severity, problem
from models.evidence.values import Evidence, EvidenceKind
from models.facts import catalogue
from models.facts.catalogue import matches
from models.facts.shown import text as value_text
from models.facts.values import Fact
from models.findings.values import Finding
from models.frameworks.values import Criterion
from models.localized import Localized
from models.requests.rules import LONGEST_TITLE, text_problems
from models.requests.values import Item, Request, RequestKind, RequestState, Unasked
from resources import messages

_OWN = (EvidenceKind.APPLICATION, EvidenceKind.STATEMENT, EvidenceKind.DOCUMENT)
"""What the applicant handed in: nobody has to put it to them."""


_NO_CRITERION = "-"


class Lack(StrEnum):
    """What is missing before a finding may be used against the applicant."""

    NOT_PUT = "not_put"
    AWAITED = "comment_awaited"
    NOT_ANSWERED = "reply_not_answered"


@dataclass(frozen=True, slots=True)
class Unheard:
    """An unmet finding on which the applicant was not heard: ``ids`` are the facts and pieces of evidence that were not put to
    them, or the replies that the finding does not answer; ``until`` the day until which they may still comment."""

    criterion: str
    lack: Lack
    ids: tuple[str, ...]
    until: date | None = None


def linked(piece: Evidence) -> bool:
    """Whether another institution supplied it (it came under a receipt, or attests something), and not the applicant."""
    return piece.kind is EvidenceKind.ATTESTATION or (piece.receipt is not None and piece.kind not in _OWN)


def rests_on(finding: Finding, facts: Sequence[Fact], evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The facts and pieces that a finding cites and that come from linked data, each once."""
    supplied = {each.id for each in evidence if linked(each)}
    through = {each.id for each in facts if supplied & set(each.sources)}
    cited = [each for reason in finding.reasons for each in (*reason.facts, *reason.evidence)]
    return tuple(dict.fromkeys(each for each in cited if each in through or each in supplied))


def unheard(
    findings: Iterable[Finding],
    facts: Sequence[Fact],
    evidence: Sequence[Evidence],
    requests: Sequence[Request],
    unasked: Sequence[Unasked],
    today: date,
) -> Iterator[Unheard]:
    """What is missing on each unmet finding, in their order."""
    asked = [each for each in requests if each.kind is RequestKind.COMMENT and each.state is not RequestState.WITHDRAWN]
    for finding in findings:
        if not finding.is_against:
            continue
        mine = [each for each in asked if _touches(each, finding)]
        excused = {each for one in unasked if one.criterion == finding.criterion for each in one.about}
        needed = [each for each in rests_on(finding, facts, evidence) if each not in excused]
        missing = tuple(each for each in needed if not _put(each, finding.criterion, mine, facts))
        if missing:
            yield Unheard(finding.criterion, Lack.NOT_PUT, missing)
        yield from _pending(finding, mine, today)
        yield from _unanswered(finding, mine)


def put_to_them(
    fact: Fact, facts: Sequence[Fact], evidence: Sequence[Evidence], requests: Sequence[Request]
) -> bool | None:
    """Whether linked data that speak against the applicant were put to them; ``None`` for any other fact."""
    supplied = {each.id for each in evidence if linked(each)}
    if not fact.adverse or not supplied & set(fact.sources):
        return None
    asked = [each for each in requests if each.kind is RequestKind.COMMENT and each.state is not RequestState.WITHDRAWN]
    return _put(fact.id, _NO_CRITERION, asked, facts)


def problems(lacking: Iterable[Unheard], criteria: Iterable[Criterion], severity: Severity) -> Iterator[Problem]:
    """The same as the gate tells it; the place is the criterion."""
    titles = {each.key: each.title for each in criteria}
    for each in lacking:
        said: dict[str, object] = {
            "criterion": titles.get(each.criterion, each.criterion),
            "ids": ", ".join(each.ids[:6]),
        }
        if each.until is not None:
            said["day"] = each.until
        yield problem(f"gate.{each.lack.value}", each.criterion, severity, **said)


def reason_problems(why: str) -> Iterator[Problem]:
    """What stands against a reason for not asking."""
    if not why.strip():
        yield problem("requests.why_unasked", "why")
    yield from text_problems(why, "why")


def wanted(
    criteria: Iterable[Criterion], findings: Iterable[Finding], facts: Sequence[Fact], evidence: Sequence[Evidence]
) -> tuple[Item, ...]:
    """What to put to the applicant: of each criterion found not met, the linked data that it cites; where nothing is found
    yet, the linked data shown there that speak against the applicant."""
    found = {each.criterion: each for each in findings}
    supplied = {each.id for each in evidence if linked(each)}
    items: dict[tuple[str, str], Item] = {}
    for criterion in criteria:
        finding = found.get(criterion.key)
        if finding is not None and finding.is_against:
            ids = set(rests_on(finding, facts, evidence))
        elif finding is None or not finding.finding.is_answer:
            ids = {each.id for each in _shown(criterion, facts) if supplied & set(each.sources)}
        else:
            continue
        for fact in facts:
            if fact.id in ids and fact.parent not in ids:
                _join(items, of_fact(criterion.key, fact, facts), " ".join(fact.sources))
        for piece in evidence:
            if piece.id in ids:
                items[criterion.key, piece.id] = _of_piece(criterion.key, piece)
    return tuple(items.values())


def _join(items: dict[tuple[str, str], Item], item: Item, rows: str) -> None:
    """Two facts that say the same of the same rows (of all time, and of the evidence window) are put once."""
    before = items.setdefault((item.criterion, rows), item)
    if before is not item:
        more = tuple(dict.fromkeys((*before.facts, *item.facts)))
        items[item.criterion, rows] = replace(before, facts=more)


def of_fact(criterion: str, fact: Fact, facts: Sequence[Fact]) -> Item:
    """A fact as it is put to the applicant: what it is, its value, how it was computed, and the parts it counts."""
    parts = [each for each in facts if each.parent == fact.id and each.adverse]
    said = {lang: _sentence(fact, parts, lang) for lang in messages.LANGUAGES}
    return Item(criterion, Localized(tuple(said.items())), "", "", facts=(fact.id, *(each.id for each in parts)))


def _sentence(fact: Fact, parts: Sequence[Fact], lang: str) -> str:
    """``国民年金の納期限後の納付：1か月。国民年金の2025-05分は、…``: as many parts as there is room for."""
    colon, stop, gap = ("：", "。", "") if lang == "ja" else (": ", ".", " ")
    text = f"{catalogue.title(fact.key).in_(lang)}{colon}{value_text(fact, lang)}{stop}"
    for told in dict.fromkeys(each.how.text(lang) for each in parts or (fact,)):
        if len(text) + len(gap) + len(told) > LONGEST_TITLE:
            break
        text += gap + told
    return text


def _of_piece(criterion: str, piece: Evidence) -> Item:
    texts = {
        lang: messages.text(
            "requests.linked_piece", lang, {"id": piece.id, "source": piece.source, "day": _day(piece, lang)}
        )
        for lang in messages.LANGUAGES
    }
    return Item(criterion, Localized(tuple(texts.items())), "", "", evidence=(piece.id,))


def _day(piece: Evidence, lang: str) -> str:
    return messages.shown(piece.as_of, lang) if piece.as_of else "—"


def _shown(criterion: Criterion, facts: Sequence[Fact]) -> Iterator[Fact]:
    for each in facts:
        if each.adverse and any(matches(each.key, pattern) for pattern in criterion.facts):
            yield each


def _touches(request: Request, finding: Finding) -> bool:
    """Whether a request puts something to the applicant that this finding is about."""
    cited = {each for reason in finding.reasons for each in (*reason.facts, *reason.evidence)}
    return any(item.criterion == finding.criterion or cited & {*item.facts, *item.evidence} for item in request.items)


def _put(cited: str, criterion: str, requests: Sequence[Request], facts: Sequence[Fact]) -> bool:
    """Whether a fact or piece was put to the applicant: itself, its whole, its parts, or in the office's own words on the
    criterion."""
    fact = next((each for each in facts if each.id == cited), None)
    names = {cited} | ({fact.parent} if fact is not None and fact.parent else set())
    rows = set(fact.sources) if fact is not None else set()
    known = {each.id: each for each in facts}
    for item in (each for request in requests for each in request.items):
        if not item.facts and not item.evidence and item.criterion == criterion:
            return True
        put = {*item.facts, *item.evidence}
        if names & put or (rows and rows <= put | _sources(item.facts, known)):
            return True
        if fact is None and cited in _sources(item.facts, known):
            return True
    return False


def _sources(ids: Collection[str], known: Mapping[str, Fact]) -> set[str]:
    return {piece for each in ids if each in known for piece in known[each].sources}


def _pending(finding: Finding, requests: Sequence[Request], today: date) -> Iterator[Unheard]:
    days = [each.due_on for each in requests if each.state is RequestState.SENT and today <= each.due_on]
    if days:
        yield Unheard(finding.criterion, Lack.AWAITED, (), max(days))


def _unanswered(finding: Finding, requests: Sequence[Request]) -> Iterator[Unheard]:
    """A reply is answered by the finding that cites it."""
    cited = {each for reason in finding.reasons for each in reason.evidence}
    replies = [each for request in requests for each in request.replies if each.evidence]
    left = tuple(piece for reply in replies if not cited & set(reply.evidence) for piece in reply.evidence[:1])
    if left:
        yield Unheard(finding.criterion, Lack.NOT_ANSWERED, left)
