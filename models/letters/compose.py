"""Composes a letter from a case file: a tree of bound sentences, the same in every language but for the words."""

from collections.abc import Sequence
from dataclasses import replace

from models.casefile.values import CaseFile
from models.decisions.values import Proposal
from models.errors import BadInput
from models.letters import closing, digest, documents, easy, figures, first_page, opening, reasoning, unmet
from models.letters.matter import Matter
from models.letters.rewording.apply import applied
from models.letters.sentences import Body, Writer
from models.letters.translated import in_language
from models.letters.values import Field, Letter, LetterContext, Step
from models.letters.wording import AUTHORITATIVE, Wording, languages
from resources import letters
from resources.letters import readings

_FRAME_LABELS = (
    "criterion",
    "page",
    "qr",
    "number",
    "check",
    "case",
    "skip",
    "telephone",
    "honorific",
    "signed",
    "draft_note",
    "details",
)


def compose(file: CaseFile, proposal: Proposal, context: LetterContext, language: str) -> Letter:
    """The letter of a case in a language. Raises ``BadInput`` for a language without wording, or not whole in the case's
    framework."""
    return compose_in(file, proposal, context, (language,))[0]


def compose_in(
    file: CaseFile, proposal: Proposal, context: LetterContext, chosen: Sequence[str], *, whole: bool = False
) -> tuple[Letter, ...]:
    """The letter of a case in several languages; the Japanese one, whose check number all bear, is written once. Easy Japanese
    comes in its short form, unless ``whole`` is asked for. Raises as ``compose``."""
    offered = languages(file.framework)
    for language in chosen:
        if language not in offered:
            raise BadInput("letters.no_wording", language=language, known=", ".join(offered))
    written = {each: _written(file, proposal, context, each) for each in dict.fromkeys((AUTHORITATIVE, *chosen))}
    if letters.EASY in written and not whole:
        written[letters.EASY] = easy.shortened(written[letters.EASY])
    digests = digest.Digests()
    check = digests.check(written[AUTHORITATIVE])
    return tuple(_checked(written[each], check, digests) for each in chosen)


def _checked(letter: Letter, check: str, digests: digest.Digests) -> Letter:
    shown = Field(Wording(letter.language)["frame.check"], digest.shown(check), dispatch=True)
    letter = replace(letter, check_number=check, head=(*letter.head, shown))
    return replace(letter, content_digest=digests.content(letter))


def _written(file: CaseFile, proposal: Proposal, context: LetterContext, language: str) -> Letter:
    """The letter before its check number."""
    wording, file = Wording(language), replace(file, framework=in_language(file.framework, language))
    body = Body()
    matter = Matter(file, proposal, context, Writer(wording, body.anchors))
    _write(matter, body)
    return applied(_framed(matter, body), context.rewordings)


def _write(matter: Matter, body: Body) -> None:
    opening.application(matter, body)
    opening.criteria(matter, body)
    unmet.write(matter, body)
    reasoning.explanation(matter, body)
    reasoning.weighing(matter, body)
    if matter.refused:
        reasoning.again(matter, body)
        closing.remedies(matter, body)
    else:
        closing.grant(matter, body)
    documents.write(matter, body)
    closing.help_(matter, body)
    closing.about(matter, body)


def _framed(matter: Matter, body: Body) -> Letter:
    wording, context, case = matter.wording, matter.context, matter.file.case
    letterhead, applicant = context.letterhead, case.applicant
    return Letter(
        case=case.id,
        language=wording.language,
        outcome=matter.proposal.outcome.value,
        title=wording[f"title.{case.kind.value}"],
        number=context.number,
        draft=context.draft,
        draft_mark=wording["frame.draft"] if context.draft else "",
        # Only the envelope shows a confidential address.
        addressee=() if applicant.confidential else address_lines(applicant.address),
        addressee_name=readings.name(applicant.name, applicant.name_reading)
        if wording.language == letters.EASY
        else applicant.name,
        head=_head(matter),
        authority=wording.of(letterhead.authority),
        office_unit=" ".join(filter(None, (wording.of(letterhead.unit), wording.of(letterhead.address)))),
        first=first_page.write(matter, body.anchors),
        blocks=body.numbered(),
        remedies=closing.remedies_of(matter),
        footer=wording["frame.prevails"],
        running_title=wording[f"title.{case.kind.value}"],
        framework_version=matter.file.framework.version,
        check_number="",
        content_digest="",
        step_labels=tuple((step, wording[f"step.{step.value}"]) for step in Step if step is not Step.NONE),
        notes=(wording["frame.draft_note"],) if context.draft else (),
        decided_on=context.decided_on,
        dispatched_on=context.dispatched_on,
        received_on=closing.received_on(matter),
        signatory=wording.titled(letterhead.signatory),
        responsible=f"{wording.of(letterhead.authority)} {wording.of(letterhead.unit)}",
        labels=tuple((each, wording[f"frame.{each}"]) for each in _FRAME_LABELS),
        window=letterhead.window,
        record_anchor=context.anchor,
    )


def address_lines(address: str | None) -> tuple[str, ...]:
    """The address in lines as given; an address on one line breaks at its spaces after the postcode."""
    if not address:
        return ()
    lines = [line.strip() for line in address.replace("\r", "").split("\n") if line.strip()]
    if len(lines) == 1 and lines[0].startswith("〒"):
        code, _, rest = lines[0].partition(" ")
        lines = [code, rest] if rest else [code]
    return tuple(lines)


def _head(matter: Matter) -> tuple[Field, ...]:
    wording, context = matter.wording, matter.context
    sent = figures.day_text(context.dispatched_on, wording.language)
    # Beside the check number. What the second person signs is the decision: where the record stood is no part of it.
    stood = (Field(wording["frame.record"], context.anchor, dispatch=True),) if context.anchor else ()
    return (
        Field(wording["frame.number"], context.number or wording["frame.number_draft"], dispatch=True),
        Field(wording["frame.case"], matter.file.case.id),
        Field(wording["frame.sent"], sent, dispatch=True),
        Field(wording["frame.telephone"], context.letterhead.telephone),
        *stood,
    )
