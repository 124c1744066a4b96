"""The last sections: remedies, what follows a grant, where to find help, and about this letter."""

from collections.abc import Iterator
from datetime import date, timedelta

from models.dates.deadlines import suit_days
from models.letters import figures
from models.letters.matter import Matter
from models.letters.sentences import Body, on_dispatch
from models.letters.translated import FEE
from models.letters.values import SPACELESS, Cell, Desk, Figure, Remedies, Sentence

_STOPS = "。．.।!！?？"
"""What ends a sentence in any of the languages."""


def received_on(matter: Matter) -> date:
    """The assumed day of receipt: the day of dispatch when nothing else is said."""
    return matter.context.received_on or matter.context.dispatched_on


def remedies_of(matter: Matter) -> Remedies:
    """The time limits against this decision (行政事件訴訟法14条1項・2項)."""
    days = suit_days(received_on(matter), matter.context.decided_on)
    return Remedies(matter.wording["remedies.rule"], days.from_knowing, days.from_decision)


def remedies(matter: Matter, body: Body) -> None:
    """Section "if you disagree": the court, against whom, until when; no administrative complaint."""
    say, wording = matter.writer.say, matter.wording
    limits = remedies_of(matter)
    received = figures.day(received_on(matter), "letter.received_on", wording)
    last = figures.day_with_weekday(limits.last_day_if_received_today, "remedies.last_day", wording)
    one_year = figures.day_with_weekday(limits.one_year_day, "remedies.one_year_day", wording)
    body.section(wording["section.remedies"])
    body.paragraph(
        [say("remedies.action", "remedies.action"), say("remedies.defendant", "remedies.defendant")], anchor="remedies"
    )
    body.paragraph(
        [
            say("remedies.six_months", "remedies.six_months"),
            on_dispatch(say("remedies.last_day", "remedies.last_day", received=received, day=last)),
            say("remedies.other_day", "remedies.other_day"),
            say("remedies.holiday", "remedies.holiday"),
        ],
        anchor="remedies.last_day",
    )
    body.paragraph([say("remedies.one_year", "remedies.one_year", day=one_year)])
    names = ("no_complaint", "no_prior", "apply_again")
    body.paragraph([say(f"remedies.{each}", f"remedies.{each}") for each in names])


def grant(matter: Matter, body: Body) -> None:
    """Section "after the permission": effect, card, fee, duties."""
    body.section(matter.wording["section.grant"])
    body.paragraph(_effect(matter), anchor="effect")
    body.paragraph([_card(matter), _fee(matter)], anchor="grant.card")
    say = matter.writer.say
    renew = say("grant.renew", "grant.renew") if _permanent(matter) else None
    body.paragraph([say("grant.duties", matter.by_kind("grant.duties")), renew], anchor="duties")


def collect_by(matter: Matter) -> date:
    """Until when the card is to be collected: an office setting, counted from the day of dispatch."""
    return matter.context.dispatched_on + timedelta(days=matter.context.letterhead.collect_days)


def help_(matter: Matter, body: Body) -> None:
    """Section "where to find help": the office itself, then desks near the applicant that speak the language."""
    say, wording = matter.writer.say, matter.wording
    interpreting = interpreting_figure(matter)
    body.section(wording["section.help"])
    explain = say("help.explain", "help.explain")
    body.paragraph(
        [explain, say("help.explain_interpreter", "help.explain_interpreter", interpreting=interpreting)], anchor="help"
    )
    head = [wording[f"help.{each}"] for each in ("desk", "about", "languages", "telephone")]
    chosen = desks(matter)
    rows = [_office_row(matter), *(_desk_row(matter, each, n) for n, each in enumerate(chosen, 1))]
    body.table("help", wording["help.caption"], head, rows)
    if chosen and matter.context.desks_as_of:
        as_of = figures.day(matter.context.desks_as_of, "desks.as_of", wording)
        body.paragraph([say("help.as_of", "help.as_of", day=as_of)])


def about(matter: Matter, body: Body) -> None:
    """Section "about this letter": what software did, who decided, which text prevails, errors, QR."""
    say = matter.writer.say
    people = (
        "about.people_draft" if matter.file.rounds and matter.file.rounds[-1].countersigned is None else "about.people"
    )
    body.section(matter.wording["section.about"])
    who = on_dispatch(say("about.people", people))
    body.paragraph(
        [say("about.software", "about.software"), who, say("about.no_finding", "about.no_finding")], anchor="about"
    )
    body.paragraph([say(f"about.{each}", f"about.{each}") for each in ("prevails", "others", "free")])
    where = matter.writer.paragraph("help")
    body.paragraph([say("about.errors", "about.errors", paragraph=where), say("about.qr", "about.qr")])


def desks(matter: Matter) -> tuple[Desk, ...]:
    """The desks for this applicant: of their municipality or of everyone, speaking their language."""
    applicant = matter.file.case.applicant
    return tuple(
        each
        for each in matter.context.desks
        if (not each.municipalities or applicant.municipality in each.municipalities)
        and (not each.languages or applicant.language in each.languages)
    )


def ended(text: str, language: str) -> str:
    """What the office's settings say, with the stop that the next sentence needs before it; Thai writes none."""
    if not text or text[-1] in _STOPS or language == "th":
        return text
    return text + ("。" if language in SPACELESS else "।" if language == "ne" else ".")


def interpreting_figure(matter: Matter) -> Figure:
    """What the office says of interpreting, from its settings."""
    text = matter.wording.of(matter.context.letterhead.interpreting)
    if text and matter.writer.language != "ja":
        text = text.rstrip() + " "
    return figures.word("interpreting", text, "letterhead.interpreting")


def _permanent(matter: Matter) -> bool:
    return matter.file.case.kind.value == "permanent_residence"


def _effect(matter: Matter) -> Iterator[Sentence]:
    say, proposal, until = matter.writer.say, matter.proposal, matter.file.case.applicant.stay_until
    yield say("grant.effect", "grant.effect" if _permanent(matter) else matter.by_kind("grant.effect_other"))
    if proposal.status:
        status = figures.word(proposal.status, matter.wording.word("status", proposal.status), "proposal.status")
        yield say("grant.status", "grant.status", status=status)
    if proposal.period:
        yield say("grant.period", "grant.period", period=matter.period())
    if until is None:
        yield say("grant.until_card", matter.by_kind("grant.until_card_open"), status=matter.status())
    else:
        day = figures.day(until, "case.stay_until", matter.wording)
        yield say("grant.until_card", matter.by_kind("grant.until_card"), status=matter.status(), until=day)


def _card(matter: Matter) -> Sentence:
    day = figures.day_with_weekday(collect_by(matter), "collect_by", matter.wording)
    return on_dispatch(matter.writer.say("grant.card", matter.by_kind("grant.card"), day=day, unit=unit_figure(matter)))


def unit_figure(matter: Matter) -> Figure:
    """The unit that writes."""
    return figures.word("unit", matter.wording.of(matter.context.letterhead.unit), "letterhead.unit")


def _fee(matter: Matter) -> Sentence:
    """The fee with the day it holds from; a fee that will be another one when the card is collected is not named."""
    found = next((each for each in matter.file.framework.parameters if each.key == FEE), None)
    if found is None or (found.until is not None and found.until < collect_by(matter)):
        return on_dispatch(matter.writer.say("grant.fee", matter.by_kind("grant.fee_asked")))
    given = {
        "fee": figures.amount(found.for_route(matter.file.case.route), f"parameter.{FEE}"),
        "source": figures.word(FEE, matter.wording.of(found.source.text), f"parameter.{FEE}#source"),
    }
    if found.from_ is None:
        return on_dispatch(matter.writer.say("grant.fee", "grant.fee", **given))
    given["from"] = figures.day(found.from_, f"parameter.{FEE}#from", matter.wording)
    return on_dispatch(matter.writer.say("grant.fee", "grant.fee_dated", **given))


def _office_row(matter: Matter) -> tuple[Cell, ...]:
    writer, wording, letterhead = matter.writer, matter.wording, matter.context.letterhead
    name = f"{wording.of(letterhead.authority)} {wording.of(letterhead.unit)}"
    time = f"{letterhead.telephone} {wording.of(letterhead.hours)}"
    return (
        Cell(writer.value("help.office.name", figures.word("office", name, "letterhead.name"))),
        Cell(writer.words("help.office.about", wording["help.office_about"])),
        Cell(writer.words("help.office.languages", wording["help.all_languages"])),
        Cell(writer.value("help.office.time", figures.word(letterhead.telephone, time, "letterhead.telephone"))),
    )


def _desk_row(matter: Matter, desk: Desk, place: int) -> tuple[Cell, ...]:
    writer, wording = matter.writer, matter.wording
    spoken = wording["frame.separator"].join(wording.word("language", each) for each in desk.languages)
    texts = (
        wording.of(desk.name),
        wording.of(desk.about),
        spoken or wording["help.all_languages"],
        f"{desk.telephone} {wording.of(desk.hours)}",
    )
    return tuple(
        Cell(writer.value(f"help.desk.{place}.{n}", figures.word(desk.telephone, text, f"desk.{place}.{n}")))
        for n, text in enumerate(texts)
    )
