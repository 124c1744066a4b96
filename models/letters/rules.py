"""What stands against issuing a letter: the blocking points of the checklist (facts: checklist of letters, points 1 to 10, 14).

A letter is believed only as far as it can be made again: every standard sentence must be a known wording whose slots are
filled with figures that equal their sources; every text of a person must equal what is recorded; every recorded ground must
be stated, and no other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from models.casefile.values import CaseFile
from models.cases.values import Kind
from models.errors import Problem, Severity, problem
from models.evidence.my_number import find as find_my_numbers
from models.evidence.values import Statement
from models.findings import rules as findings
from models.findings.values import Finding, FindingState
from models.letters import easy, figures, free_figures, hearing, translated
from models.letters.rewording import rules as worded
from models.letters.sentences import escape, refill
from models.letters.sources import Sources, in_state
from models.letters.translated import in_language
from models.letters.values import Figure, FigureKind, Heading, Letter, Rewording, Sentence
from models.letters.wording import Wording
from resources import letters

_MONTH_LENGTH = len("2025-06")


def problems(letter: Letter, file: CaseFile, rewordings: Sequence[Rewording] = ()) -> tuple[Problem, ...]:
    """Everything that blocks issuing this letter; empty when it may go out. ``rewordings`` are the recorded ones of the case."""
    known, at = known_patterns(file, letter.language), Sources(letter, file)
    found = [each for sentence in letter.sentences() for each in _of_sentence(sentence, at, known)]
    checks = (
        _outcome,
        _unstated,
        _unrecorded,
        _unlisted,
        _unanswered,
        _unheard,
        _remedies,
        _private,
        _beyond,
        _unsigned,
    )
    for check in checks:
        found.extend(check(letter, file))
    return (*found, *worded.problems(letter, file, rewordings))


def warnings(letter: Letter, file: CaseFile) -> tuple[Problem, ...]:
    """What a person should look at before issuing: figures in their own text that the case does not hold."""
    return tuple(
        problem("letters.figure_not_in_record", sentence.id, Severity.WARN, figure=figure)
        for sentence in letter.sentences()
        if sentence.free and sentence.reason is not None
        for figure in free_figures.unknown(sentence.text, file)
    )


def known_patterns(file: CaseFile, language: str) -> frozenset[str]:
    """Every wording that a standard sentence of this case may be made from."""
    shared = letters.wording(language).values()
    own = [Wording(language).of(texts) for texts in translated.texts(in_language(file.framework, language)).values()]
    return frozenset({"{value}", *shared, *own, *map(escape, shared)})


def _of_sentence(sentence: Sentence, at: Sources, known: frozenset[str]) -> Iterator[Problem]:
    if sentence.free:
        if (sentence.standard or sentence.text) != recorded_text(sentence, at.file):
            yield problem("letters.not_recorded", sentence.id, text=sentence.text)
        return
    if (sentence.standard or sentence.pattern) not in known:
        yield problem("letters.unbound", sentence.id, text=sentence.text)
        return
    if _refilled(sentence) != sentence.text:
        yield problem("letters.reworded", sentence.id, text=sentence.text)
    for figure in sentence.figures:
        yield from _of_figure(figure, sentence, at)


def _of_figure(figure: Figure, sentence: Sentence, at: Sources) -> Iterator[Problem]:
    source = at.value(figure.source, figure.value)
    if (source or "") != figure.value or not says(figure, at.letter.language):
        yield problem(
            "letters.figure_differs", sentence.id, figure=figure.text, source=figure.source, value=source or "—"
        )


def _refilled(sentence: Sentence) -> str | None:
    try:
        return refill(sentence)
    except KeyError:
        return None


def recorded_text(sentence: Sentence, file: CaseFile) -> str | None:
    """What a person wrote, as recorded under the sentence's source; none when nothing is recorded there."""
    source = sentence.figures[0].source if sentence.figures else ""
    head, _, rest = source.partition(".")
    if source == "weighing":
        return file.proposal.weighing.strip() if file.proposal else None
    if head == "unasked":
        place = int(rest) - 1 if rest.isdigit() else -1
        return file.unasked[place].why.strip() if 0 <= place < len(file.unasked) else None
    if head == "finding":
        criterion, _, number = rest.rpartition(".")
        finding = file.finding(criterion)
        place = int(number) - 1 if number.isdigit() else -1
        return finding.reasons[place].text.strip() if finding and 0 <= place < len(finding.reasons) else None
    piece = file.piece(source)
    return piece.record.text.strip() if piece and isinstance(piece.record, Statement) else None


def says(figure: Figure, language: str) -> bool:
    """Whether the text of a date or number says its canonical value."""
    if figure.kind is FigureKind.DATE:
        return _says_day(figure, language)
    if figure.kind is FigureKind.NAME or not figure.value.lstrip("-").isdigit():
        return True
    number = int(figure.value)
    return f"{number:,}" in figure.text or figures.years_and_months(number, Wording(language)) == figure.text


def _says_day(figure: Figure, language: str) -> bool:
    wording = Wording(language)
    if len(figure.value) == _MONTH_LENGTH and figure.value[4] == "-":
        return figures.period(figure.value, "", wording).text in figure.text
    try:
        day = date.fromisoformat(figure.value)
    except ValueError:
        return figure.text == figure.value
    return figures.day_text(day, language) in figure.text or figure.text == wording[f"weekday.{day.weekday()}"]


def _not_met(file: CaseFile) -> tuple[Finding, ...]:
    found = (file.finding(each.key) for each in in_state(file, FindingState.NOT_MET))
    return tuple(each for each in found if each is not None)


def _outcome(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    proposal = file.proposal
    if proposal is None or proposal.outcome.value != letter.outcome:
        yield problem("letters.other_outcome", "outcome", outcome=letter.outcome)
    if letter.outcome == "refuse" and not _not_met(file):
        yield problem("letters.refusal_without_reason", "outcome")


def _unstated(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """Each recorded reason needs its conclusion, and the examiner's own words."""
    bars = {each.criterion for each in letter.blocks if isinstance(each, Heading)}
    said = letter.sentences()
    for finding in _not_met(file):
        key = finding.criterion
        if key not in bars:
            yield problem("letters.finding_not_stated", key, criterion=key)
        for reason in finding.reasons:
            mine = [each for each in said if each.criterion == key and each.reason == reason.code]
            concluded = any(not each.free and ".conclusion" in each.id for each in mine)
            explained = not reason.text.strip() or any(
                each.free and (each.standard or each.text) == reason.text.strip() for each in mine
            )
            if not concluded or not explained:
                yield problem("letters.reason_not_stated", key, criterion=key, reason=reason.code or "")


def _unrecorded(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """No ground stands in the letter that is not recorded."""
    recorded = {(each.criterion, reason.code) for each in _not_met(file) for reason in each.reasons}
    for each in letter.sentences():
        if each.reason is not None and (each.criterion, each.reason) not in recorded:
            yield problem("letters.ground_not_recorded", each.id, criterion=each.criterion or "", reason=each.reason)
    keys = {finding.criterion for finding in _not_met(file)}
    for block in letter.blocks:
        if isinstance(block, Heading) and block.criterion is not None and block.criterion not in keys:
            yield problem("letters.ground_not_recorded", block.criterion, criterion=block.criterion, reason="")


def _unlisted(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """Every criterion is listed with its finding, and every one is answered."""
    ids = {each.id for each in letter.sentences()}
    for criterion in file.criteria:
        if f"criteria.{criterion.key}.finding" not in ids and letter.language != letters.EASY:
            yield problem("letters.criterion_not_listed", criterion.key, criterion=criterion.letter.name)
        finding = file.finding(criterion.key)
        if finding is None or not finding.finding.is_answer:
            yield problem("letters.criterion_open", criterion.key, criterion=criterion.letter.name)


def _unanswered(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """Every statement in force is named, and says where it is answered."""
    ids = {each.id for each in letter.sentences()}
    for piece in file.evidence:
        if (
            piece.superseded_by is None
            and isinstance(piece.record, Statement)
            and f"explanation.{piece.id}.answer" not in ids
        ):
            yield problem("letters.statement_not_answered", piece.id, evidence=piece.id)


def _unheard(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """Every hearing is told, and every reason why there was none."""
    ids = {each.id for each in letter.sentences()}
    needed = {f"hearing.{each.number}.put": each.document_number for each in hearing.heard(file)}
    needed |= {f"hearing.unasked.{place}": each.criterion for place, each in enumerate(file.unasked, 1)}
    for sid, name in needed.items():
        if sid not in ids:
            yield problem("letters.hearing_not_told", sid, name=name)


def _unsigned(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """Another authority decides on naturalization than on stay: no letter goes out before the office says which."""
    if file.case.kind is Kind.NATURALIZATION and not letter.signatory.strip():
        yield problem("letters.no_signatory", "signatory")


def _remedies(letter: Letter, file: CaseFile) -> Iterator[Problem]:
    if letter.outcome != "refuse":
        return
    ids = {each.id for each in letter.sentences()}
    needed = {
        "remedies.action",
        "remedies.defendant",
        "remedies.six_months",
        "remedies.last_day",
        "remedies.one_year",
        "remedies.no_complaint",
    }
    if letter.remedies is None or not needed <= ids:
        yield problem("letters.remedies_missing", "remedies")
    elif letter.remedies.last_day_if_received_today.isoformat() != Sources(letter, file).value("remedies.last_day"):
        yield problem("letters.remedies_wrong", "remedies.last_day")


def _beyond(_letter: Letter, file: CaseFile) -> Iterator[Problem]:
    """No letter rests on what the applicant no longer consents to, or never consented to for that."""
    for criterion in file.criteria:
        finding = file.finding(criterion.key)
        for each in findings.beyond(finding.reasons, criterion, file.evidence) if finding else ():
            yield Problem(each.message, criterion.key)


def _private(letter: Letter, _file: CaseFile) -> Iterator[Problem]:
    for place, text in _texts(letter):
        if find_my_numbers(text):
            yield problem("letters.my_number", place)


def _texts(letter: Letter) -> Iterable[tuple[str, str]]:
    yield from ((each.id, each.text) for each in letter.sentences())
    yield from (("addressee", each) for each in (*letter.addressee, letter.addressee_name))


def compare(letters_: Iterable[Letter]) -> tuple[Problem, ...]:
    """Whether the versions of a letter in several languages say the same: same sentences, same figures, same numbers."""
    original, *others = letters_
    return tuple(each for other in others for each in _differences(original, other))


def _differences(original: Letter, other: Letter) -> Iterator[Problem]:
    expected, shape = _shape(original), _shape(other)
    for sid in sorted(expected.keys() | shape.keys()):
        if (sid in expected) != (sid in shape) and not (_ONLY_TRANSLATED.search(sid) or _shorter(sid, other)):
            yield problem("letters.sentence_only_once", sid, language=other.language)
        elif sid in expected and sid in shape and expected[sid] != shape[sid]:
            yield problem("letters.figures_differ", sid, language=other.language)
    if original.check_number != other.check_number or original.number != other.number:
        yield problem("letters.numbers_differ", "number", language=other.language)


def _shorter(sid: str, other: Letter) -> bool:
    """Whether the short form of a letter leaves this sentence out."""
    return other.language == letters.EASY and easy.left_out(sid)


_ONLY_TRANSLATED = re.compile(r"\.examiner(\.\d+)?$")
"""Notes that a translation carries and the original does not: that a text is not translated."""


def _shape(letter: Letter) -> dict[str, tuple[tuple[FigureKind, str], ...]]:
    return {
        each.id: tuple(sorted((figure.kind, figure.value) for figure in each.figures)) for each in letter.sentences()
    }
