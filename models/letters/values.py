"""The letter as values: a tree of sentences, each bound to what it stands on. Renderers turn it into bytes."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.frozen import made_often
from models.localized import Localized

SPACELESS = frozenset({"ja", "ja-easy", "zh-Hans", "zh-Hant"})
"""Languages that write their sentences one after the other without a space."""
WINDOWS = ("long3", "dl")
"""Window envelopes that page 1 can be folded for: 長形3号 (120 × 235 mm, used lengthwise) and DL (220 × 110 mm)."""
ALLOWED = ("en",)
"""The drafted languages that an office issues unless it says otherwise."""


class FigureKind(StrEnum):
    """What a figure in a sentence is."""

    DATE = "date"
    AMOUNT = "amount"
    COUNT = "count"
    NAME = "name"


@made_often
@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, date or name in a sentence. ``value`` is canonical (ISO date, plain digits) and equal in every language;
    ``text`` is how this language writes it; ``source`` the fact id, evidence id or case field it comes from."""

    kind: FigureKind
    value: str
    text: str
    source: str
    slot: str = ""
    strong: bool = False


@made_often
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``id`` is stable over languages. ``criterion`` is empty for sentences about the whole. ``dispatch``:
    it depends on the day of dispatch, so it is left out of the content digest that a countersigner signs.

    ``pattern`` is the wording before its ``{slots}`` were filled with ``figures``; a sentence is bound when filling the pattern again
    gives its text and every figure equals its source. A ``free`` sentence is a person's own text: it has no pattern and must equal
    what is recorded. ``lang`` is the language it is written in, where that is not the letter's. ``standard`` is what a person's wording
    stands in for (the pattern before, or their own words that are translated here); empty where nobody worded it."""

    id: str
    text: str
    criterion: str | None = None
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    reason: str | None = None
    figures: tuple[Figure, ...] = ()
    strong: bool = False
    free: bool = False
    dispatch: bool = False
    pattern: str = ""
    lang: str = ""
    standard: str = ""


class Step(StrEnum):
    """The labelled steps of an unmet criterion (基準 事実 資料 当てはめ 結論 何があれば変わるか)."""

    NONE = ""
    STANDARD = "standard"
    FACTS = "facts"
    EVIDENCE = "evidence"
    APPLICATION = "application"
    CONCLUSION = "conclusion"
    CHANGE = "change"


@made_often
@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph; the number is the same in every language. ``listed``: the first sentence introduces the others,
    which stand one below the other (three things are a list)."""

    number: int
    sentences: tuple[Sentence, ...]
    step: Step = Step.NONE
    listed: bool = False


@made_often
@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: text with its binding. ``align`` is ``start`` or ``end`` (amounts)."""

    sentence: Sentence
    align: str = "start"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading row; ``caption`` is read by screen readers, ``kind`` (criteria, months, again, documents, help)
    tells the renderers its shape; ``ends`` says which columns are aligned at the end."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ends: tuple[bool, ...] = ()
    kind: str = ""


@made_often
@dataclass(frozen=True, slots=True)
class Month:
    """One month of a drawn strip: ``state`` is on_time, late, unpaid, exempt, deferred, withheld, none."""

    year: int
    month: int
    state: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A drawn month strip, with the alternative text that says the same."""

    months: tuple[Month, ...]
    alt: str
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a time bar, both days included: ``kind`` is counted, not_counted or missing."""

    start: date
    end: date
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A drawn stretch of years, with the alternative text that says the same. ``marks`` are days that are named on it."""

    spans: tuple[Span, ...]
    marks: tuple[tuple[date, str], ...]
    alt: str


@made_often
@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 (section) or 3 (criterion; ``number`` and ``finding`` then stand in its bar)."""

    level: int
    text: str
    criterion: str | None = None
    number: str = ""
    finding: str = ""


Block = Heading | Paragraph | Table | Strip | TimeBar


@dataclass(frozen=True, slots=True)
class Unmet:
    """A grey row of page 1: an unmet criterion, its deciding facts, and where it is explained. ``said_in``: the language of
    ``finding`` and ``paragraphs`` where that is not the letter's (the words that a correction replaces)."""

    number: str
    name: str
    finding: str
    deciding: tuple[Sentence, ...]
    paragraphs: str
    criterion: str
    said_in: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """One of the three boxes "what you can do now": a label, one large answer, and what it means."""

    label: str
    answer: str
    sentences: tuple[Sentence, ...]
    dispatch: bool = False


@made_often
@dataclass(frozen=True, slots=True)
class Field:
    """A named value of the head or of the four facts on page 1. ``dispatch``: known only when the letter is sent."""

    label: str
    value: str
    dispatch: bool = False


@dataclass(frozen=True, slots=True)
class FirstPage:
    """Page 1, which stands alone."""

    pointer: tuple[str, ...]
    heading: str
    outcome: Sentence
    lead: tuple[Sentence, ...]
    unchanged: tuple[Sentence, ...]
    facts: tuple[Field, ...]
    why_heading: str
    why_head: tuple[str, ...]
    unmet: tuple[Unmet, ...]
    met_line: Sentence | None
    basis: Sentence
    do_heading: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Remedies:
    """The time limits against a decision: six months from knowing, one year from the decision (行政事件訴訟法14条)."""

    rule: str
    last_day_if_received_today: date
    one_year_day: date


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: from the office's settings. ``window``: the envelope whose window the address lies in."""

    authority: Localized
    unit: Localized
    telephone: str
    hours: Localized
    signatory: Localized
    number_pattern: str = "第{year}-{serial:06d}号"
    collect_days: int = 28
    interpreting: Localized = Localized.of(ja="")
    address: Localized = Localized.of(ja="")
    window: str = WINDOWS[0]


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that helps: where, with what, in which languages (codes; empty: every language by interpreter), when.
    ``municipalities`` empty: for everyone."""

    name: Localized
    about: Localized
    languages: tuple[str, ...]
    telephone: str
    hours: Localized
    municipalities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterSettings:
    """The office's letter settings: who writes, the dated table of desks that help, and the languages whose drafted wording
    (no native legal reader has reviewed it) the office issues. ``by_kind``: kinds that another authority sends."""

    letterhead: Letterhead
    desks: tuple[Desk, ...] = ()
    desks_as_of: date | None = None
    drafted: tuple[str, ...] = ALLOWED
    by_kind: tuple[tuple[str, Letterhead], ...] = ()


@dataclass(frozen=True, slots=True)
class Rewording:
    """A sentence of a case's letter as a person worded it, in one language.

    ``standard`` is the wording it stands in for: the pattern of a standard sentence, or the recorded text of a person's own
    words (which is then translated). ``pattern`` is the new wording, its figures as ``{slots}``; empty when the standard
    wording was put back. ``revision`` counts from 1 for each sentence and language; earlier ones are kept.
    """

    case: str
    language: str
    sentence: str
    standard: str
    pattern: str
    revision: int
    by: str
    at: datetime
    seq: int


@dataclass(frozen=True, slots=True)
class LetterContext:
    """What a letter needs beside the case: who writes, under which number, and the days that count.

    ``dispatched_on`` and ``number`` are known only when it is sent (a draft shows today and no number); ``received_on``: assumed for
    the remedies, else the day of dispatch. ``anchor``: where the record stood with the proposal (``Standing.printed``), empty before."""

    letterhead: Letterhead
    number: str
    decided_on: date
    dispatched_on: date
    draft: bool
    received_on: date | None = None
    desks: tuple[Desk, ...] = ()
    desks_as_of: date | None = None
    drafted: tuple[str, ...] = ALLOWED
    rewordings: tuple[Rewording, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in one language. ``draft``: every page carries the mark. ``check_number`` is 16 hex digits of SHA-256 over the
    canonical content (DOCUMENTS 2). ``record_anchor``: as in ``LetterContext.anchor``; it stands in ``head`` too."""

    case: str
    language: str
    outcome: str
    title: str
    number: str
    draft: bool
    draft_mark: str
    addressee: tuple[str, ...]
    addressee_name: str
    head: tuple[Field, ...]
    authority: str
    office_unit: str
    first: FirstPage | None
    blocks: tuple[Block, ...]
    remedies: Remedies | None
    footer: str
    running_title: str
    framework_version: str
    check_number: str
    content_digest: str
    step_labels: tuple[tuple[Step, str], ...] = ()
    notes: tuple[str, ...] = ()
    decided_on: date | None = None
    dispatched_on: date | None = None
    received_on: date | None = None
    signatory: str = ""
    responsible: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    window: str = WINDOWS[0]
    record_anchor: str = ""

    def label(self, key: str) -> str:
        """A word of the letter's frame (``page``, ``criterion``, ``qr``) in its language; the key where there is none."""
        return dict(self.labels).get(key, key)

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in the order it is read: page 1, then the sections with their tables."""
        first = self.first
        found: list[Sentence] = []
        if first is not None:
            found += [first.outcome, *first.lead, *first.unchanged]
            found += [each for row in first.unmet for each in row.deciding]
            found += [first.met_line] if first.met_line else []
            found += [first.basis, *(each for box in first.boxes for each in box.sentences)]
        for block in self.blocks:
            if isinstance(block, Paragraph):
                found += block.sentences
            elif isinstance(block, Table):
                found += [cell.sentence for row in block.rows for cell in row]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A letter as sealed: its bytes never change. ``sha256`` is of the bytes, and stands in the record."""

    case: str
    language: str
    format: str
    number: str
    sha256: str
    content: bytes
    seq: int
    id: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """How a sealed PDF was made: by which renderer, from which data, what its bytes were before the signature, and the
    fingerprint of the certificate that signed them."""

    renderer: str
    source: bytes
    unsigned_sha256: str
    unsigned_size: int
    certificate: str


@dataclass(frozen=True, slots=True)
class Sealing:
    """A letter's bytes about to be sealed in a format; ``making`` where they are a signed PDF."""

    format: str
    content: bytes
    making: Making | None = None
    language: str = ""
    """Where it is not the letter's own: an enclosure of two languages (``ja+vi``)."""
