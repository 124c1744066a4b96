"""What the facts pane shows for one criterion: facts with their parts, documents, the applicant's words. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.casefile import placewords, words
from desktop.casefile.form import Cite
from desktop.casefile.labels import duty_label, fact_label, kind_label, period_label, short_label, source_label
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from models.evidence.values import Evidence, EvidenceKind
from models.facts.changed import changed as has_changed
from models.facts.staleness import stale
from models.facts.values import Fact
from models.findings.values import Place, Reason
from models.frameworks.values import Criterion


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the pane, with a remark at its right."""

    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of the child rows below a fact."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A duty's name above its facts; ``nothing`` where no row bears on it."""

    text: str
    nothing: str = ""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact: its name, value and id; ``cells`` instead of both where it is one month of its parent."""

    id: str
    label: str
    value: str
    shown_id: str
    cite: Cite
    sources: tuple[str, ...]
    cells: tuple[str, ...] = ()
    note: str = ""
    adverse: bool = False
    changed: bool = False
    quiet: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return " ".join(part for part in (self.label, *self.cells, self.value, self.note, self.shown_id) if part)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document, or the applicant's statement (``text`` then wraps)."""

    id: str
    label: str
    note: str
    shown_id: str
    cite: Cite
    sources: tuple[str, ...]
    is_statement: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return " ".join(part for part in (self.label, self.note, self.shown_id) if part)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A line that says that nothing is there."""

    text: str


Row = Heading | Columns | Group | FactRow | DocumentRow | Nothing


def rows(file: CaseFile, criterion: Criterion, lang: str) -> tuple[Row, ...]:
    """The pane's rows in reading order; the month strip stands above them."""
    return (
        *fact_rows(file, criterion, lang),
        *document_rows(file, criterion, lang),
        *statement_rows(file, criterion, lang),
    )


def linked(file: CaseFile, listed: Sequence[Row]) -> bool:
    """Whether any of these rows stands on more than the application form."""
    forms = {piece.id for piece in file.evidence if piece.kind is EvidenceKind.APPLICATION}
    return any(set(row.sources) - forms for row in listed if isinstance(row, FactRow | DocumentRow))


def fact_rows(file: CaseFile, criterion: Criterion, lang: str) -> tuple[Row, ...]:
    """Facts, each followed by the heads and rows of its parts."""
    facts = file.facts_of(criterion)
    ids = {fact.id for fact in facts}
    listed: list[Row] = []
    shown = ""
    for duty, fact in _in_groups(tuple(fact for fact in facts if fact.parent not in ids)):
        known = not duty or any(_duty(each) == duty and each.value is not None for each in facts)
        if duty != shown and duty:
            listed.append(Group(duty_label(duty, lang), "" if known else say("no_record", lang)))
        shown = duty
        if known and _worth_a_row(fact, facts):
            listed.extend(_with_parts(file, fact, _parts(fact, facts), lang))
    return tuple(listed) or (Nothing(say("no_facts", lang)),)


def _duty(fact: Fact) -> str:
    return fact.key.split(".")[1] if fact.key.startswith("obligations.") else ""


def _in_groups(facts: tuple[Fact, ...]) -> list[tuple[str, Fact]]:
    """Facts by duty, each duty's together in the order in which they first come, those of the window before the whole."""
    order = list(dict.fromkeys(_duty(fact) for fact in facts))
    inside_first = sorted(facts, key=lambda fact: ".window." not in fact.key)
    return [(duty, fact) for duty in order for fact in (inside_first if duty else facts) if _duty(fact) == duty]


_RARE = ("deferred", "months_undated", "problems")
"""Counts of a duty that are shown only when they are not zero."""


def _worth_a_row(fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Inside a window the window's counts speak; those of the whole record only where they differ."""
    if not _duty(fact):
        return True
    part = fact.key.rpartition(".")[2]
    if part in _RARE and not fact.value:
        return False
    twin = next((each for each in facts if each.key == f"obligations.{_duty(fact)}.window.{part}"), None)
    return twin is None or twin is fact or twin.value != fact.value


def _parts(fact: Fact, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """A fact's parts; the months inside the window stand below the window's count, the others below the whole's."""
    duty, _, part = fact.key.rpartition(".")
    if duty.endswith(".window"):
        whole = next((each for each in facts if each.key == f"obligations.{_duty(fact)}.{part}"), fact)
        return tuple(each for each in facts if each.parent == whole.id and each.detail.get("in_window"))
    mine = tuple(each for each in facts if each.parent == fact.id)
    has_window = any(each.key == f"{duty}.window.{part}" for each in facts)
    return tuple(each for each in mine if not each.detail.get("in_window")) if has_window else mine


def _with_parts(file: CaseFile, fact: Fact, parts: tuple[Fact, ...], lang: str) -> list[Row]:
    """A fact, the heads of its parts where they have columns, and its parts."""
    listed: list[Row] = [_fact(fact, lang, _before(file, fact))]
    if any(_cells(part, lang) for part in parts):
        listed.append(Columns(_heads(parts, lang)))
    return [*listed, *(_part(part, lang, bool(_before(file, part))) for part in parts)]


def _before(file: CaseFile, fact: Fact) -> str:
    """What this fact said when a finding in force rested on it; nothing where it still says so."""
    found = (
        cited.value or "—"
        for found in file.findings
        for cited in found.cited
        if cited.id == fact.id and has_changed(cited.key, cited.value, fact.value, found.at.date(), file.seen_on)
    )
    return next(found, "")


def _fact(fact: Fact, lang: str, before: str) -> FactRow:
    note = say("fact_changed_from", lang, before=before) if before else ""
    return FactRow(
        id=fact.id,
        label=short_label(fact, lang),
        value=words.fact_value(fact, lang),
        shown_id=words.fact_id(fact.id, lang),
        cite=Cite(facts=(fact.id,)),
        sources=fact.sources,
        note=note,
        adverse=fact.adverse,
        changed=bool(before),
        quiet=fact.value in (0, None),
    )


def _part(fact: Fact, lang: str, changed: bool) -> FactRow:
    cells = _cells(fact, lang)
    label = period_label(fact, lang) if cells else fact_label(fact, lang)
    late = fact.detail.get("days_late")
    value = say("unit.days", lang, n=late) if isinstance(late, int) and late > 0 else words.fact_value(fact, lang)
    if late == 1:
        value = say("unit.days_one", lang, n=1)
    return FactRow(
        id=fact.id,
        label=label,
        value=value,
        shown_id=words.fact_id(fact.id, lang),
        cite=Cite(facts=(fact.id,)),
        sources=fact.sources,
        cells=cells,
        adverse=fact.adverse,
        changed=changed,
    )


def _cells(fact: Fact, lang: str) -> tuple[str, ...]:
    """The middle columns of one month: due, paid, amount."""
    if "due_on" not in fact.detail:
        return ()
    detail = fact.detail
    return (_day(detail, "due_on", lang), _day(detail, "paid_on", lang), _yen(detail, lang))


def _heads(parts: Iterable[Fact], lang: str) -> tuple[str, ...]:
    late = any(part.detail.get("days_late") for part in parts)
    last = "column.late" if late else "column.state"
    return tuple(say(key, lang) for key in ("column.month", "column.due", "column.paid", "column.amount", last))


def as_date(value: object) -> date | None:
    """A date that may stand as ISO text."""
    if isinstance(value, date):
        return value
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _day(detail: Mapping[str, object], key: str, lang: str) -> str:
    value = as_date(detail.get(key))
    return words.day_with_weekday(value, lang, year=False) if value else say("none", lang)


def _yen(detail: Mapping[str, object], lang: str) -> str:
    amount = detail.get("amount")
    return words.yen(amount, lang) if isinstance(amount, int) else ""


def bearing(file: CaseFile, criterion: Criterion) -> tuple[Evidence, ...]:
    """The evidence that bears on a criterion: the sources of its facts, and rows of the kinds it asks for."""
    sources = {source for fact in file.facts_of(criterion) for source in fact.sources}
    found = [e for e in file.evidence if e.id in sources]
    have = {e.kind for e in found}
    asked = {kind for ask in criterion.evidence for kind in ask.kinds}
    more = [e for e in file.evidence if e.kind not in have and asked & {e.kind.value, f"{e.kind.value}.{e.about}"}]
    shown = {e.id for e in (*found, *more)}
    return tuple(e for e in file.evidence if e.id in shown and e.kind is not EvidenceKind.STATEMENT)


def documents(pieces: Iterable[Evidence]) -> dict[int, tuple[Evidence, ...]]:
    """Rows by the document they stand in, in the documents' order."""
    found: dict[int, list[Evidence]] = {}
    for piece in pieces:
        found.setdefault(piece.document or piece.number, []).append(piece)
    return {number: tuple(found[number]) for number in sorted(found)}


def document_rows(file: CaseFile, criterion: Criterion, lang: str) -> tuple[Row, ...]:
    """A heading and a row for each document that bears on the criterion."""
    found = documents(bearing(file, criterion))
    head = Heading(say("evidence", lang), say("items_one" if len(found) == 1 else "items", lang, n=len(found)))
    if not found:
        return (head, Nothing(say("no_evidence", lang)))
    return (head, *(document_row(number, pieces, lang, file.seen_on) for number, pieces in found.items()))


def document_row(number: int, pieces: tuple[Evidence, ...], lang: str, seen_on: date | None = None) -> DocumentRow:
    """One document: who states it and what, as of when (and whether that is long ago), under which receipt."""
    first = pieces[0]
    kinds = (
        "・".join(dict.fromkeys(kind_label(p, lang) for p in pieces))
        if lang == "ja"
        else ", ".join(dict.fromkeys(kind_label(p, lang) for p in pieces))
    )
    ids = tuple(p.id for p in pieces)
    return DocumentRow(
        id=ids[0],
        label=say("document", lang, source=source_label(first.source, lang), kinds=kinds),
        note=document_note(first, lang, seen_on),
        shown_id=words.document_id(number, lang),
        cite=Cite(evidence=ids),
        sources=ids,
    )


def document_note(piece: Evidence, lang: str, seen_on: date | None = None) -> str:
    """As of when (and whether that is older than three months on the day it is seen), and the number under which it came."""
    parts = [say("as_of", lang, day=words.day(piece.as_of, lang))] if piece.as_of else []
    parts += [say("stale", lang)] if seen_on is not None and stale((piece,), seen_on) else []
    parts += [say("receipt", lang, number=piece.receipt)] if piece.receipt else []
    return ("　" if lang == "ja" else ". ").join(parts)


def statement_rows(file: CaseFile, criterion: Criterion, lang: str) -> tuple[Row, ...]:
    """The applicant's own words: those about this criterion, or about the whole."""
    keys = {each.key for each in file.criteria}
    listed: list[Row] = [
        _statement(piece, file, lang)
        for piece in words.statements(file)
        if piece.about == criterion.key or piece.about not in keys
    ]
    return (Heading(say("explanation", lang)), *listed) if listed else ()


def _statement(piece: Evidence, file: CaseFile, lang: str) -> DocumentRow:
    given = as_date(piece.values.get("given_on"))
    kind = words.coded("statement", str(piece.values.get("kind", "")), lang)
    note = "　".join(part for part in (kind, words.day(given, lang) if given else "") if part)
    return DocumentRow(
        id=piece.id,
        label=str(piece.values.get("text", "")),
        note=note,
        shown_id=words.evidence_id(piece, file, lang),
        cite=Cite(evidence=(piece.id,)),
        sources=(piece.id,),
        is_statement=True,
    )


@dataclass(frozen=True, slots=True)
class Chip:
    """A cited thing in the sheet."""

    cite: Cite
    text: str


def chips(
    file: CaseFile, facts: tuple[str, ...], evidence: tuple[str, ...], lang: str, places: Sequence[Place] = ()
) -> tuple[Chip, ...]:
    """The cited facts, then documents and statements, each as one chip, a paper's places instead of it; what no longer exists
    keeps its bare id."""
    made = _chips(file, facts, tuple(each for each in evidence if each not in {p.evidence for p in places}), lang)
    said = placewords.chips(file, places, lang)
    return (*made, *(Chip(Cite(evidence=(place.evidence,), place=place), text) for place, text in said))


def reason_chips(file: CaseFile, reason: Reason, lang: str) -> tuple[Chip, ...]:
    """All that a reason rests on."""
    return chips(file, reason.facts, reason.evidence, lang, reason.places)


def _chips(file: CaseFile, facts: tuple[str, ...], evidence: tuple[str, ...], lang: str) -> tuple[Chip, ...]:
    made = [Chip(Cite(facts=(each,)), _fact_chip(file, each, lang)) for each in facts]
    known = [(each, file.piece(each)) for each in evidence]
    for number, pieces in documents(p for _, p in known if p and p.kind is not EvidenceKind.STATEMENT).items():
        text = f"{words.document_id(number, lang)}　{source_label(pieces[0].source, lang)}"
        made.append(Chip(Cite(evidence=tuple(p.id for p in pieces)), text))
    for bare, piece in known:
        if piece is None:
            made.append(Chip(Cite(evidence=(bare,)), bare))
        elif piece.kind is EvidenceKind.STATEMENT:
            text = f"{words.evidence_id(piece, file, lang)}　{say('explanation_short', lang)}"
            made.append(Chip(Cite(evidence=(piece.id,)), text))
    return tuple(made)


def _fact_chip(file: CaseFile, fact_id: str, lang: str) -> str:
    fact = file.fact(fact_id)
    if fact is None:
        return words.fact_id(fact_id, lang)
    late = fact.detail.get("days_late")
    if "due_on" in fact.detail:
        about = period_label(fact, lang)
        value = say("days_late", lang, n=late) if isinstance(late, int) and late > 0 else words.fact_value(fact, lang)
    else:
        about, value = fact_label(fact, lang), words.fact_value(fact, lang)
    return f"{words.fact_id(fact.id, lang)}　{about} {value}"
