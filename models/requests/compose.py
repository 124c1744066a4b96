"""Writes a request: the same sentences in Japanese and, beside them, in the applicant's language. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.cases.values import Case
from models.frameworks.values import Framework
from models.localized import Localized
from models.requests.values import Item, Request, RequestKind
from resources import letters, requests
from resources.letters import readings

AUTHORITATIVE = requests.AUTHORITATIVE
_OWN = ("ja", "en")
"""The languages that a framework file itself holds."""
_SPACELESS = ("ja", letters.EASY, "zh-Hans", "zh-Hant")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes, as the office says of itself."""

    authority: Localized
    unit: Localized
    telephone: str
    hours: Localized
    signatory: Localized


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of the table: what is asked and why, each in the languages of the paper; ``note`` the examiner's own words."""

    title: tuple[str, ...]
    why: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RequestPaper:
    """A request as it is printed: every text once a language, Japanese first. ``draft`` is the mark of an unsent one."""

    case: str
    languages: tuple[str, ...]
    number: str
    draft: str
    sent_on: date
    title: tuple[str, ...]
    addressee: str
    address: str
    authority: tuple[str, ...]
    unit: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    enclosed: str
    lead: tuple[str, ...]
    columns: tuple[tuple[str, ...], tuple[str, ...]]
    items: tuple[Asked, ...]
    until: tuple[str, ...]
    until_day: tuple[str, ...]
    send_label: tuple[str, ...]
    send_to: str
    note_label: tuple[str, ...]
    note: str
    sentences: tuple[tuple[str, ...], ...]
    signatory: str
    page: str


def language_of(wanted: str) -> str:
    """The language that stands beside the Japanese: the applicant's, or English where requests are not written in it."""
    return wanted if wanted in requests.languages() else "en"


def compose(
    request: Request,
    case: Case,
    framework: Framework,
    sender: Sender,
    language: str,
    earlier: Request | None = None,
    *,
    draft: bool,
) -> RequestPaper:
    """The paper of a request in Japanese and, where it is another, in ``language``."""
    languages = tuple(dict.fromkeys((AUTHORITATIVE, language)))
    say = _Say(request, case, framework, sender, languages, earlier)
    kind = request.kind.value
    comment = request.kind is RequestKind.COMMENT
    title = "title_again" if request.follows and not comment else f"title_{kind}"
    return RequestPaper(
        case=case.id,
        languages=languages,
        number=request.document_number,
        draft=say.each("draft")[-1] if draft else "",
        sent_on=request.sent_on,
        title=say.each(title),
        addressee=f"{case.applicant.name} {say.each('honorific')[0]}",
        address="" if case.applicant.confidential else case.applicant.address or "",
        authority=tuple(sender.authority.in_(each) for each in languages),
        unit=tuple(sender.unit.in_(each) for each in languages),
        head=tuple(say.head()),
        enclosed=say.each("enclosed")[-1] if len(languages) > 1 else "",
        lead=say.each("lead_again" if request.follows and not comment else f"lead_{kind}"),
        columns=(say.each("head_comment"), say.each("head_comment_why"))
        if comment
        else (say.each("head_items"), say.each("head_why")),
        items=tuple(say.asked(each) for each in request.items),
        until=say.each("until"),
        until_day=say.each("until_day"),
        send_label=say.each("send_to"),
        send_to=request.send_to,
        note_label=say.each("note_ja"),
        note=request.note,
        sentences=tuple(say.each(each) for each in _closing(request.kind)),
        signatory=sender.signatory.in_(AUTHORITATIVE),
        page=say.each("page")[0],
    )


def _closing(kind: RequestKind) -> Iterator[str]:
    yield f"how_{kind.value}"
    yield "my_number"
    yield "cannot"
    yield f"otherwise_{kind.value}"
    yield "clock"
    yield "not_decided"
    yield "ask"


def day_text(value: date, language: str, *, weekday: bool = False) -> str:
    """A date as the letters of a language write it."""
    said = letters.wording(language)
    parts = {
        "{year}": str(value.year), "{m}": str(value.month), "{d}": str(value.day), "{mm}": f"{value.month:02d}",
        "{dd}": f"{value.day:02d}", "{name}": said[f"month.{value.month}"],
        "{dd-fr}": "1er" if value.day == 1 else str(value.day), "{monthday}": readings.day_of_month(value.day),
    }  # fmt: skip
    text = _filled(said["date.day"], parts)
    if not weekday:
        return text
    return _filled(said["date.last"], {"{date}": text, "{weekday}": said[f"weekday.{value.weekday()}"]})


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for slot, text in parts.items():
        pattern = pattern.replace(slot, text)
    return pattern


@dataclass(frozen=True, slots=True)
class _Say:
    """Fills the wording of each language with the same values."""

    request: Request
    case: Case
    framework: Framework
    sender: Sender
    languages: tuple[str, ...]
    earlier: Request | None

    def each(self, key: str, **more: str) -> tuple[str, ...]:
        return tuple(self._in(language, key, more) for language in self.languages)

    def _in(self, language: str, key: str, more: dict[str, str]) -> str:
        said = {
            "kind": letters.wording(language)[f"kind.{self.case.kind.value}"],
            "received": day_text(self.case.received_on, language),
            "due": day_text(self.request.due_on, language, weekday=True),
            "telephone": self.sender.telephone,
            "hours": readings.annotated(self.sender.hours.in_(language).rstrip("。.")),
            "case": self.case.id,
            "before": self._before(language),
        }
        return requests.wording(language)[key].format(**{**said, **more})

    def _before(self, language: str) -> str:
        if self.earlier is None:
            return ""
        sent, number = day_text(self.earlier.sent_on, language), self.earlier.document_number
        return ("、" if language in _SPACELESS else ", ").join(each for each in (sent, number) if each)

    def head(self) -> Iterator[tuple[str, str]]:
        said = requests.wording(AUTHORITATIVE)
        yield said["number"], self.request.document_number or said["number_draft"]
        yield said["case"], self.case.id
        yield said["sent"], day_text(self.request.sent_on, AUTHORITATIVE)
        yield said["telephone"], self.sender.telephone

    def asked(self, item: Item) -> Asked:
        why = "comment_why" if self.request.kind is RequestKind.COMMENT else "why"
        names = [self._name(item.criterion, language) for language in self.languages]
        reasons = [self._in(lang, why, {"criterion": name}) for lang, name in zip(self.languages, names, strict=True)]
        titles = tuple(self._title(item, language) for language in self.languages)
        return Asked(titles, tuple(reasons) if item.criterion else tuple("" for _ in self.languages), item.why)

    def _name(self, criterion: str, language: str) -> str:
        known = {each.key: each for each in self.framework.criteria}
        if criterion not in known:
            return criterion
        return self._told(f"criteria.{criterion}.name", known[criterion].letter.name, language)

    def _title(self, item: Item, language: str) -> str:
        if not item.key or language in item.title:
            return item.title.in_(language)
        return self._told(f"criteria.{item.criterion}.evidence.{item.key}", item.title, language)

    def _told(self, path: str, own: Localized, language: str) -> str:
        """A framework's text in a language that the framework itself does not hold."""
        if language in _OWN:
            return own.in_(language)
        said = letters.framework_wording(language, self.framework.id, self.framework.version)
        return said.get(path) or own.in_("ja" if language == letters.EASY else "en")
