"""Names of facts, duties, sources and periods in the examiner's language. No Qt."""

from collections.abc import Iterable

from desktop.casefile import words
from desktop.casefile.words import say
from models.errors import Message
from models.evidence.values import Duty, Evidence, EvidenceKind
from models.facts import catalogue
from models.facts.values import Fact
from models.frameworks.values import Criterion, Ground, ReasonCode
from resources import messages


def fact_label(fact: Fact, lang: str) -> str:
    """What a fact is called; the names stand with the facts' catalogue."""
    whole = words.title(catalogue.title(fact.key), lang) if catalogue.exists(fact.key) else fact.key
    head, gap, member = whole.rpartition(" ")
    return f"{head}{gap}{period(member, lang)}"


def short_label(fact: Fact, lang: str) -> str:
    """A duty's fact below the duty's name: without the name."""
    whole = fact_label(fact, lang)
    if not fact.key.startswith("obligations."):
        return whole
    name = duty_label(fact.key.split(".")[1], lang)
    rest = whole[len(name) :].lstrip("：:, ")
    if ".window." in fact.key:
        rest = rest.removesuffix("（対象期間）").removesuffix("(in the window)").strip()
    else:
        rest = say("whole_record", lang, what=rest)
    return rest[:1].upper() + rest[1:] if rest else whole


def duty_label(duty: str, lang: str) -> str:
    """``国民年金`` / ``National pension``."""
    name = catalogue.duty_title(Duty(duty)).in_(lang) if duty in tuple(Duty) else duty
    return name[:1].upper() + name[1:]


def kind_label(piece: Evidence, lang: str) -> str:
    """What a piece of evidence shows: the duty of a payment, else its kind."""
    if piece.kind is EvidenceKind.OBLIGATION:
        return duty_label(str(piece.values.get("duty", "")), lang)
    if piece.kind is EvidenceKind.ATTESTATION:
        return Message("attestations.kind").text(lang)
    return words.coded("kind", piece.kind.value, lang)


def source_label(source: str, lang: str) -> str:
    """Who states it: a known source in the reader's language, else as it was written."""
    return words.coded("source", source, lang) if messages.has(f"desk.source.{source}", lang) else source


def period(text: str, lang: str) -> str:
    """``2025-05`` as a month, ``2025/1`` as an instalment."""
    year, dash, number = text.partition("-")
    if dash and number.isdigit() and year.isdigit():
        return words.month(int(year), int(number), lang)
    year, slash, number = text.partition("/")
    if slash and number.isdigit():
        return say("instalment", lang, year=year, n=int(number))
    return text


def period_label(fact: Fact, lang: str) -> str:
    """The month or instalment a part of a fact is about."""
    text = str(fact.detail.get("period") or fact.id.partition(".")[2])
    return period(text, lang)


def code_choices(codes: Iterable[ReasonCode | Ground], lang: str) -> tuple[tuple[str, str], ...]:
    """Codes with their words for the code field: ``P-02　納期限の後に納付した月がある``."""
    gap = "　" if lang == "ja" else "  "
    return tuple((each.code, f"{each.code}{gap}{words.title(each.title, lang)}") for each in codes)


def code_words(criterion: Criterion, code: str | None, lang: str) -> str:
    """One code with its words; the bare code when the framework no longer has it."""
    if code is None:
        return ""
    choices = dict((*code_choices(criterion.reasons, lang), *code_choices(criterion.grounds, lang)))
    return choices.get(code, code)
