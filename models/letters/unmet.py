"""The six labelled steps of every criterion that is not met: standard, facts, evidence, application, conclusion, change."""

from collections.abc import Iterator
from datetime import date

from models.facts.values import Fact
from models.findings.values import Reason
from models.frameworks.values import Criterion
from models.letters import documents, facts_text, figures, months, obligations, timebar
from models.letters.changes import Change
from models.letters.matter import Matter
from models.letters.sentences import Body, Bound, bound, free, strongly
from models.letters.shelf import Document
from models.letters.values import Figure, FigureKind, Sentence, Step
from models.localized import Localized


def write(matter: Matter, body: Body) -> None:
    """The section "criteria that are not met"; nothing when all are."""
    if not matter.unmet:
        return
    body.section(matter.wording["section.unmet"])
    for criterion in matter.unmet:
        finding = matter.wording["finding.not_met"]
        body.criterion(matter.name(criterion), criterion.key, str(matter.numbers[criterion.key]), finding)
        _steps(matter, body, criterion)
        body.anchors[f"{criterion.key}.last"] = body.last


def framework_sentence(matter: Matter, sid: str, texts: Localized, on: Bound) -> Sentence:
    """A sentence of the framework's wording, its ``{fact:…}`` slots filled from the case's facts."""
    pattern = matter.wording.of(texts)
    return bound(sid, pattern, on, matter.slots)


def conclusion(matter: Matter, criterion: Criterion, reason: Reason, place: str) -> Sentence | None:
    """The conclusion of a reason, with its because."""
    code = matter.code(criterion, reason)
    if code is None:
        return None
    return strongly(framework_sentence(matter, place, code.conclusion, matter.bound_to(criterion, reason)))


def _steps(matter: Matter, body: Body, criterion: Criterion) -> None:
    reasons = matter.reasons(criterion)
    key, on = criterion.key, matter.bound_to(criterion)
    body.paragraph(_standard(matter, criterion), anchor=key, step=Step.STANDARD)
    _facts(matter, body, criterion, on)
    body.paragraph(_evidence(matter, criterion, on), anchor=f"{key}.evidence", step=Step.EVIDENCE)
    for place, reason in enumerate(reasons, 1):
        _application(matter, body, criterion, reason, place)
    for place, reason in enumerate(reasons, 1):
        said = conclusion(matter, criterion, reason, f"{key}.conclusion.{place}")
        body.paragraph([said], anchor=f"{key}.conclusion", step=Step.CONCLUSION)
    for place, reason in enumerate(reasons, 1):
        said_change = _change(matter, criterion, reason, f"{key}.change.{place}")
        body.paragraph(said_change, anchor=f"{key}.change", step=Step.CHANGE)


def _standard(matter: Matter, criterion: Criterion) -> Iterator[Sentence]:
    key = criterion.key
    yield framework_sentence(matter, f"{key}.standard", criterion.letter.standard, Bound(key))
    where = figures.word(key, matter.wording.of(criterion.reference.text), f"reference.{key}")
    yield matter.writer.say(f"{key}.source", "unmet.source", Bound(key), reference=where)


def _facts(matter: Matter, body: Body, criterion: Criterion, on: Bound) -> None:
    key = criterion.key
    cited = matter.cited(criterion)
    intro = framework_sentence(matter, f"{key}.facts", criterion.letter.facts_intro, on)
    bad = months.bad_months(matter.file, cited)
    spoken = facts_text.spoken(cited)
    said = [facts_text.sentence(matter, each, on, f"{key}.fact.{each.id}") for each in spoken]
    body.paragraph([intro, *said], anchor=f"{key}.facts", step=Step.FACTS, listed=True)
    bar = timebar.draw(matter, criterion)
    if bar is not None:
        body.add(bar)
    _months(matter, body, bad, on)
    for each in spoken:
        _parts(matter, body, each, on)


def _months(matter: Matter, body: Body, bad: tuple[Fact, ...], on: Bound) -> None:
    """Of each duty with late or unpaid months: their table, and all months of the window drawn."""
    duties = dict.fromkeys(duty for each in bad if (duty := months.duty_of(each)) is not None)
    for duty in duties:
        rows = [each for each in bad if months.duty_of(each) is duty]
        table = obligations.table(matter, rows, on, f"{on.criterion}.{duty.value}")
        if table is not None:
            body.add(table)
        window = next((each.window for each in matter.file.facts if each.window and months.duty_of(each) is duty), None)
        drawn = obligations.strip(matter, duty, window) if window else None
        if drawn is not None:
            body.add(drawn)


def _parts(matter: Matter, body: Body, fact: Fact, on: Bound) -> None:
    """What a counted fact consists of (penalties, absences, ties), one row each; nothing where none was counted."""
    if fact.value == 0:
        return
    rows = [each for each in matter.file.facts if each.parent == fact.id and not months.is_month(each)]
    wording = matter.wording
    caption = wording["table.caption_parts"].replace("{fact}", facts_text.name(matter, fact))
    head = (wording["table.when"], wording["table.part"])
    body.table("parts", caption, head, [facts_text.part_row(matter, each, on) for each in rows])


def _evidence(matter: Matter, criterion: Criterion, on: Bound) -> Iterator[Sentence]:
    used = matter.shelf.of_criterion(criterion.key)
    if not used:
        return
    ids = tuple(piece for each in used for piece in each.ids)
    text = matter.wording["frame.separator"].join(_document(matter, each) for each in used)
    numbers = ",".join(str(each.number) for each in used)
    figure = Figure(FigureKind.NAME, numbers, text, f"documents.{criterion.key}")
    here = Bound(criterion.key, on.facts, ids)
    yield matter.writer.say(f"{criterion.key}.evidence", "unmet.intro_evidence", here, documents=figure)


def _document(matter: Matter, document: Document) -> str:
    wording = matter.wording
    words = {"number": str(document.number), "title": documents.title(document, wording)}
    if document.as_of is None:
        return wording["unmet.document"].format_map(words)
    return wording["unmet.document_dated"].format_map(
        words | {"as_of": figures.day_text(document.as_of, wording.language)}
    )


def _application(matter: Matter, body: Body, criterion: Criterion, reason: Reason, place: int) -> None:
    key, on = criterion.key, matter.bound_to(criterion, reason)
    if not reason.text.strip():
        return
    foreign = matter.writer.language != "ja"
    opening = matter.writer.say(f"{key}.examiner.{place}", "unmet.not_translated", on) if foreign else None
    own = free(f"{key}.application.{place}", reason.text.strip(), on, f"finding.{key}.{place}", matter.writer.language)
    body.paragraph([opening, own], anchor=f"{key}.application.{place}", step=Step.APPLICATION)


def _change(matter: Matter, criterion: Criterion, reason: Reason, place: str) -> Iterator[Sentence]:
    code = matter.code(criterion, reason)
    on = matter.bound_to(criterion, reason)
    change = matter.change(criterion, reason)
    if code is not None:
        yield framework_sentence(matter, f"{place}.needed", code.change, on)
    here = Bound(criterion.key, change.facts or on.facts, on.evidence, reason.code)
    source = f"change.{criterion.key}.{reason.code}"
    yield matter.writer.say(f"{place}.day", f"change.sentence_{change.rule}", here, **slots_of(matter, change, source))


def slots_of(matter: Matter, change: Change, source: str) -> dict[str, Figure]:
    """The computed values of a change, as figures."""
    found: dict[str, Figure] = {}
    for name, value in change.values.items():
        where = f"{source}#{name}"
        if isinstance(value, date):
            found[name] = figures.day(value, where, matter.wording, strong=name == "day")
        elif isinstance(value, int):
            found[name] = figures.count(value, where)
        else:
            found[name] = figures.period(value, where, matter.wording)
    return found
