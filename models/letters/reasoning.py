"""The sections that answer and weigh: the applicant's explanation, the weighing, and what to do to apply again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.evidence.values import Evidence, Statement
from models.findings.values import Reason
from models.frameworks.values import Criterion
from models.letters import changes, figures, hearing
from models.letters.changes import Change, to_bring
from models.letters.matter import Matter
from models.letters.opening import transition_slots
from models.letters.sentences import NOTHING, Body, Bound, free, strongly
from models.letters.unmet import framework_sentence, slots_of
from models.letters.values import Cell, Figure, FigureKind, Sentence

OWN_WORDS = ("reasons", "reason", "comment", "reply", "explanation")
"""Kinds of statements that are the applicant's own words and are quoted; others (surveys, interviews) are only named."""


def statements(matter: Matter) -> tuple[tuple[Evidence, Statement], ...]:
    """The statements in force, by day."""
    found = [
        (each, each.record)
        for each in matter.file.evidence
        if each.superseded_by is None and isinstance(each.record, Statement)
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].given_on, pair[0].number)))


def explanation(matter: Matter, body: Body) -> None:
    """Section "your explanation": each statement, and where it is answered."""
    body.section(matter.wording["section.explanation"])
    hearing.write(matter, body)
    found = statements(matter)
    if not found:
        body.paragraph([matter.writer.say("explanation.none", "explanation.none")], anchor="explanation")
    for piece, record in found:
        body.paragraph(_statement(matter, piece, record), anchor=f"explanation.{piece.id}")


def weighing(matter: Matter, body: Body) -> None:
    """Section "weighing": what speaks in favour, what alone suffices, what was left open, and the conclusion."""
    say, wording = matter.writer.say, matter.wording
    body.section(wording["section.weighing"])
    favour = None
    if matter.met:
        names = _names(matter, matter.met, "met.names")
        favour = say("weighing.favourable", "weighing.favourable", names=names)
    body.paragraph([favour], anchor="weighing")
    if any(each.indicator for each in matter.file.criteria):
        body.paragraph([say("weighing.indicators", "weighing.indicators")], anchor="weighing")
    _examiner(matter, body)
    if matter.refused:
        body.paragraph(_alone(matter))
    body.paragraph(_conclusion(matter), anchor="conclusion")
    # Where nothing is met and no indicator asked, what refers to the weighing refers to the examiner's words or the conclusion.
    body.anchors.setdefault("weighing", body.anchors.get("weighing.text", body.anchors["conclusion"]))


def again(matter: Matter, body: Body) -> None:
    """Section "your present stay, and if you apply again"."""
    body.section(matter.wording["section.again"])
    body.paragraph(_stay(matter), anchor="stay")
    body.paragraph(_earliest(matter), anchor="again.day")
    needed = needs(matter)
    if needed:
        head = [matter.wording[f"again.{each}"] for each in ("criterion", "needed", "earliest", "assumption")]
        body.table("again", matter.wording["again.caption"], head, [_needed(matter, each) for each in needed])
    body.paragraph(_rules_then(matter), anchor="again.rules")
    body.paragraph([_bring(matter)], anchor="again.documents")


@dataclass(frozen=True, slots=True)
class Need:
    """A reason of an unmet criterion and what would change it."""

    criterion: Criterion
    reason: Reason
    change: Change


def needs(matter: Matter) -> tuple[Need, ...]:
    """What each unmet reason asks for."""
    return tuple(
        Need(criterion, reason, matter.change(criterion, reason))
        for criterion in matter.unmet
        for reason in matter.reasons(criterion)
    )


def earliest(matter: Matter) -> tuple[date | None, bool]:
    """The earliest day on which all that can be computed can hold, and whether every unmet reason has one."""
    found = [each.change for each in needs(matter)]
    return changes.latest(found), bool(found) and all(each.earliest is not None for each in found)


def _statement(matter: Matter, piece: Evidence, record: Statement) -> Iterator[Sentence]:
    say, wording, place = matter.writer.say, matter.wording, f"explanation.{piece.id}"
    on = Bound(evidence=(piece.id,))
    kind = (
        wording.word("statement", record.kind)
        if wording.has(f"statement.{record.kind}")
        else wording["statement.other"]
    )
    document = matter.shelf.of_piece(piece.id)
    given: dict[str, Figure] = {
        "kind": figures.word(record.kind, kind, f"{piece.id}#kind"),
        "day": figures.day(record.given_on, f"{piece.id}#given_on", wording),
        "document": figures.count(document.number if document else 0, f"{piece.id}#document"),
    }
    if record.kind not in OWN_WORDS:
        yield say(f"{place}.head", "explanation.other", on, **given)
    else:
        yield strongly(say(f"{place}.head", "explanation.head", on, **given))
        yield say(f"{place}.quoted", "explanation.quoted", on)
        yield free(f"{place}.text", record.text.strip(), on, piece.id, matter.writer.language)
    yield _answer(matter, piece, place)


def _answer(matter: Matter, piece: Evidence, place: str) -> Sentence:
    """Where the examiner answers it: the application step of a reason that cites it, otherwise the weighing."""
    for criterion in matter.unmet:
        for number, reason in enumerate(matter.reasons(criterion), 1):
            if piece.id in reason.evidence:
                where = matter.writer.paragraph(f"{criterion.key}.application.{number}")
                on = Bound(criterion.key, reason.facts, (piece.id,), reason.code)
                return matter.writer.say(f"{place}.answer", "explanation.answered", on, paragraph=where)
    where = matter.writer.paragraph("weighing")
    return matter.writer.say(f"{place}.answer", "explanation.weighed", Bound(evidence=(piece.id,)), paragraph=where)


def _names(matter: Matter, criteria: tuple[Criterion, ...], source: str) -> Figure:
    text = matter.wording["frame.wide_separator"].join(matter.name(each) for each in criteria)
    return Figure(FigureKind.NAME, ",".join(each.key for each in criteria), text, source)


def numbers(matter: Matter, criteria: tuple[Criterion, ...], source: str) -> Figure:
    """The numbers of criteria, as ``3、6`` or ``3, 6``."""
    found = [str(matter.numbers[each.key]) for each in criteria]
    return Figure(FigureKind.NAME, ",".join(found), matter.wording["frame.separator"].join(found), source)


def _examiner(matter: Matter, body: Body) -> None:
    text = matter.proposal.weighing.strip()
    if not text:
        return
    own = free("weighing.text", text, NOTHING, "weighing", matter.writer.language)
    opening = matter.writer.say("weighing.examiner", "weighing.examiner") if matter.writer.language != "ja" else None
    body.paragraph([opening, own], anchor="weighing.text")


def _alone(matter: Matter) -> Iterator[Sentence]:
    say = matter.writer.say
    for criterion in matter.unmet:
        key = "mandatory" if criterion.mandatory else "only" if len(matter.unmet) == 1 else "open"
        on = Bound(criterion.key)
        yield say(f"weighing.alone.{criterion.key}", f"weighing.{key}", on, number=matter.number(criterion))


def _conclusion(matter: Matter) -> Iterator[Sentence]:
    say, law = matter.writer.say, matter.law()
    unmet = numbers(matter, matter.unmet, "unmet.numbers")
    if matter.refused and matter.unmet:
        yield say("weighing.conclusion", "weighing.conclusion_refuse", numbers=unmet, law=law)
    elif matter.refused:
        yield say("weighing.conclusion", "weighing.conclusion_whole", law=law)
    else:
        if matter.unmet:
            yield say("weighing.unmet", "weighing.unmet_grant", numbers=unmet)
        yield say("weighing.conclusion", "weighing.conclusion_grant", law=law)


def _stay(matter: Matter) -> Iterator[Sentence]:
    say, until = matter.writer.say, matter.file.case.applicant.stay_until
    if until is None:
        yield say("again.status", "again.status_open", status=matter.status())
    else:
        over = until < matter.context.decided_on
        day = figures.day(until, "case.stay_until", matter.wording, strong=True)
        yield say("again.status", "again.status_over" if over else "again.status", status=matter.status(), until=day)
        if over:
            yield say("again.until_over", matter.by_kind("first.until_over"))
    yield say("again.extend", matter.by_kind("again.extend"))


def _needed(matter: Matter, need: Need) -> tuple[Cell, ...]:
    key, writer, wording = need.criterion.key, matter.writer, matter.wording
    place = f"again.{key}.{need.reason.code}"
    on = Bound(key, need.change.facts or need.reason.facts, need.reason.evidence, need.reason.code)
    name = figures.word(key, f"{matter.numbers[key]}  {matter.name(need.criterion)}", f"criterion.{key}#numbered")
    source = f"change.{key}.{need.reason.code}"
    given = slots_of(matter, need.change, source)
    return (
        Cell(writer.value(f"{place}.name", name, on)),
        Cell(_needed_facts(matter, need, on, f"{place}.needed", given)),
        Cell(_needed_day(matter, need, on, f"{place}.day", source)),
        Cell(
            writer.say(f"{place}.assume", f"change.{need.change.rule}_assume", on, **given)
            if need.change.earliest
            else writer.words(f"{place}.assume", wording["frame.none"], on)
        ),
    )


def _needed_facts(matter: Matter, need: Need, on: Bound, sid: str, given: dict[str, Figure]) -> Sentence:
    if need.change.earliest is not None:
        return matter.writer.say(sid, f"change.{need.change.rule}", on, **given)
    code = matter.code(need.criterion, need.reason)
    return (
        framework_sentence(matter, sid, code.change, on)
        if code
        else matter.writer.words(sid, matter.wording["frame.none"], on)
    )


def _needed_day(matter: Matter, need: Need, on: Bound, sid: str, source: str) -> Sentence:
    if need.change.earliest is None:
        return matter.writer.words(sid, matter.wording["again.no_date"], on)
    return matter.writer.value(
        sid, figures.day(need.change.earliest, f"{source}#earliest", matter.wording, strong=True), on
    )


def _earliest(matter: Matter) -> Iterator[Sentence]:
    say = matter.writer.say
    day, complete = earliest(matter)
    if day is None:
        yield say("again.day", "again.no_date_all")
    else:
        figure = figures.day(day, "earliest", matter.wording, strong=True)
        yield say("again.day", "again.earliest_all" if complete else "again.earliest_part", day=figure)
    yield say("again.any_time", "again.any_time")


def _rules_then(matter: Matter) -> Iterator[Sentence]:
    say = matter.writer.say
    day, _ = earliest(matter)
    if day is not None:
        yield say("again.no_promise", "again.no_promise")
        decided = matter.context.decided_on
        for rule in matter.file.framework.transitions:
            if any(each is not None and decided < each < day for each in (rule.from_, rule.until)):
                yield say(f"again.rule.{rule.key}", "again.changes_before", **transition_slots(matter, rule))
    yield say("again.law_then", "again.law_then")


def _bring(matter: Matter) -> Sentence | None:
    asked = to_bring(matter.unmet)
    if not asked:
        return None
    texts = dict.fromkeys(matter.wording.of(each.title) for each in asked)
    value = ",".join(each.key for each in asked)
    figure = Figure(FigureKind.NAME, value, matter.wording["frame.separator"].join(texts), "evidence.asked")
    return matter.writer.say("again.documents", "again.documents", documents=figure)
