"""Page 1, which stands alone: the outcome, what does not change, why, and what the reader can do now."""

from collections.abc import Mapping, Sequence

from models.frameworks.values import Criterion
from models.letters import figures
from models.letters.closing import collect_by, ended, interpreting_figure, received_on, remedies_of, unit_figure
from models.letters.matter import Matter
from models.letters.opening import deciding, rests_on
from models.letters.reasoning import earliest
from models.letters.sentences import on_dispatch, strongly
from models.letters.unmet import conclusion
from models.letters.values import Box, Field, Figure, FigureKind, FirstPage, Sentence, Unmet
from models.letters.wording import Wording, written_in


def write(matter: Matter, anchors: Mapping[str, int]) -> FirstPage:
    """Page 1. ``anchors`` are the paragraph numbers of the body it points to."""
    wording, kind = matter.wording, matter.file.case.kind.value
    outcome = "refuse" if matter.refused else "grant"
    names = ("criterion", "finding", f"facts_{outcome}", "details")
    return FirstPage(
        pointer=_pointer(matter),
        heading=wording[f"heading.{kind}"],
        outcome=strongly(matter.writer.say("outcome", f"outcome.{outcome}.{kind}")),
        lead=_lead(matter),
        unchanged=_unchanged(matter),
        facts=_facts(matter),
        why_heading=wording[f"first.why_{outcome}"],
        why_head=tuple(wording[f"first.col_{each}"] for each in names),
        unmet=tuple(_why(matter, each, anchors) for each in matter.unmet)
        if matter.refused
        else _granted(matter, anchors),
        met_line=_met_line(matter) if matter.refused else None,
        basis=matter.writer.say("basis", matter.by_kind("first.basis"), law=matter.law(), guideline=matter.guideline()),
        do_heading=wording[f"first.do_{outcome}"],
        boxes=_refusal_boxes(matter) if matter.refused else _grant_boxes(matter),
    )


def _pointer(matter: Matter) -> tuple[str, ...]:
    """In which languages the letter comes; where the applicant's language has no wording, that too is said by English."""
    wording = matter.wording
    if matter.writer.language != "ja":
        return (wording["pointer.here"],)
    theirs, framework = matter.file.case.applicant.language, matter.file.framework
    others = [each for each in written_in(theirs, framework, matter.context.drafted) if each != "ja"]
    enclosed = [Wording(each)["pointer.enclosed"] for each in others]
    return (wording["pointer.here"], *enclosed)


def _lead(matter: Matter) -> tuple[Sentence, ...]:
    say = matter.writer.say
    all_, met = figures.count(matter.asked, "count.asked"), figures.count(len(matter.met), "count.met")
    found: list[Sentence] = []
    if matter.refused:
        unmet = figures.count(len(matter.unmet), "count.unmet")
        found.append(
            say("lead.reasons", "first.reasons", unmet=unmet) if matter.unmet else say("lead.reasons", "first.whole")
        )
        found.append(say("lead.met", "first.others_met", all=all_, met=met))
    else:
        found.append(say("lead.met", "first.mostly_met" if matter.unmet else "first.all_met", all=all_, met=met))
    if matter.not_asked:
        count = figures.count(len(matter.not_asked), "count.not_asked")
        found.append(say("lead.not_asked", "first.not_asked", count=count))
    return tuple(found)


def _unchanged(matter: Matter) -> tuple[Sentence, ...]:
    say, until = matter.writer.say, matter.file.case.applicant.stay_until
    if not matter.refused:
        permanent = matter.file.case.kind.value == "permanent_residence"
        key = "first.effect" if permanent else matter.by_kind("first.effect_other")
        return (strongly(say("unchanged", key, status=matter.status())),)
    if until is None:
        return (strongly(say("unchanged", "first.unchanged_open", status=matter.status())),)
    over = until < matter.context.decided_on
    day = figures.day(until, "case.stay_until", matter.wording)
    key = "first.unchanged_over" if over else "first.unchanged"
    sentence = strongly(say("unchanged", key, status=matter.status(), until=day))
    return (sentence, say("unchanged.over", matter.by_kind("first.until_over"))) if over else (sentence,)


def _facts(matter: Matter) -> tuple[Field, ...]:
    wording, case = matter.wording, matter.file.case
    words = {"kind": matter.kind().text, "route": matter.route().text}
    application = wording["first.application_value"].format_map(words)
    received = figures.day_with_era(case.received_on, "", wording).text
    decided = figures.day_with_era(matter.context.decided_on, "", wording).text
    return (
        Field(wording["first.application"], application[:1].upper() + application[1:]),
        Field(wording["first.receipt"], case.receipt_number or case.id),
        Field(wording["first.received"], received),
        Field(wording["first.decided"], decided),
    )


def _why(matter: Matter, criterion: Criterion, anchors: Mapping[str, int]) -> Unmet:
    key, wording = criterion.key, matter.wording
    state = matter.state(criterion)
    finding = wording[f"finding.{state if state.is_answer else 'open'}"]
    facts = _deciding(matter, criterion) if criterion in matter.unmet else (rests_on(matter, criterion, f"why.{key}"),)
    first, last = anchors.get(key), anchors.get(f"{key}.last")
    where = (
        wording["frame.paragraphs"].format_map({"first": first, "last": last})
        if first and last
        else _table(matter, anchors)
    )
    return Unmet(str(matter.numbers[key]), matter.name(criterion), finding, facts, where, key)


def _granted(matter: Matter, anchors: Mapping[str, int]) -> tuple[Unmet, ...]:
    """The rows of a grant: one a section of the framework for what is met in it, one for each criterion that is not."""
    rows: list[Unmet] = []
    for section in matter.file.framework.sections:
        mine = [each for each in matter.file.criteria if each.section == section.key]
        met = [each for each in mine if each in matter.met]
        if met:
            facts = tuple(rests_on(matter, each, f"why.{each.key}") for each in met)
            finding = matter.wording["finding.met"]
            rows.append(
                Unmet(
                    _span(matter, met),
                    matter.wording.of(section.title),
                    finding,
                    facts,
                    _table(matter, anchors),
                    met[0].key,
                )
            )
        rows.extend(_why(matter, each, anchors) for each in mine if each not in met)
    return tuple(rows)


def _span(matter: Matter, criteria: Sequence[Criterion]) -> str:
    """The numbers of criteria: ``1–5`` where they follow one another, otherwise each."""
    numbers = [matter.numbers[each.key] for each in criteria]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def _table(matter: Matter, anchors: Mapping[str, int]) -> str:
    return matter.wording["frame.paragraph"].format_map({"number": anchors.get("criteria", 0)})


def _deciding(matter: Matter, criterion: Criterion) -> tuple[Sentence, ...]:
    """The deciding facts; where a reason cites evidence only, its conclusion says why."""
    found = deciding(matter, criterion, f"why.{criterion.key}")
    if found:
        return found
    reasons = enumerate(matter.reasons(criterion))
    said = [conclusion(matter, criterion, each, f"why.{criterion.key}.{n}") for n, each in reasons]
    return tuple(each for each in said if each is not None)


def _met_line(matter: Matter) -> Sentence | None:
    if not matter.met:
        return None
    text = matter.wording["frame.wide_separator"].join(matter.name(each) for each in matter.met)
    names = Figure(FigureKind.NAME, ",".join(each.key for each in matter.met), text, "met.names")
    return matter.writer.say("met_line", "first.met_line", met=figures.count(len(matter.met), "count.met"), names=names)


def _refusal_boxes(matter: Matter) -> tuple[Box, ...]:
    return (_again_box(matter), _court_box(matter), _ask_box(matter))


def _grant_boxes(matter: Matter) -> tuple[Box, ...]:
    wording, say = matter.wording, matter.writer.say
    day = figures.day(collect_by(matter), "collect_by", wording)
    where = matter.writer.paragraph("grant.card")
    note = say("box.card", matter.by_kind("box.card_note"), unit=unit_figure(matter), paragraph=where)
    until = wording["box.card_until"].format_map({"day": day.text})
    card = Box(wording[matter.by_kind("box.card")], until, (note,), dispatch=True)
    keep = Box(
        wording["box.keep"],
        wording[matter.by_kind("box.keep_answer")],
        (say("box.keep", matter.by_kind("box.keep_note")),),
    )
    return (card, keep, _ask_box(matter))


def _again_box(matter: Matter) -> Box:
    wording, say = matter.wording, matter.writer.say
    day, complete = earliest(matter)
    where = matter.writer.paragraph("again.day")
    if day is None or not complete:
        note = say("box.again", "box.again_note_open", paragraph=where)
        return Box(wording["box.again"], wording["box.again_open"], (note,))
    answer = wording["box.again_from"].format_map({"day": figures.day_text(day, matter.writer.language)})
    return Box(wording["box.again"], answer, (say("box.again", "box.again_note", paragraph=where),))


def _court_box(matter: Matter) -> Box:
    wording, last = matter.wording, remedies_of(matter).last_day_if_received_today
    given = {
        "weekday": figures.weekday(last, "remedies.last_day", wording),
        "received": figures.day(received_on(matter), "letter.received_on", wording),
        "paragraph": matter.writer.paragraph("remedies.last_day"),
    }
    note = on_dispatch(matter.writer.say("box.court", "box.court_note", **given))
    answer = wording["box.court_until"].format_map({"day": figures.day_text(last, matter.writer.language)})
    return Box(wording["box.court"], answer, (note,), dispatch=True)


def _ask_box(matter: Matter) -> Box:
    wording, letterhead = matter.wording, matter.context.letterhead
    given = {
        "hours": figures.word("hours", ended(wording.of(letterhead.hours), wording.language), "letterhead.hours"),
        "interpreting": interpreting_figure(matter),
        "paragraph": matter.writer.paragraph("help"),
    }
    note = matter.writer.say("box.ask", "box.ask_note", **given)
    return Box(wording["box.ask"], letterhead.telephone, (note,))
