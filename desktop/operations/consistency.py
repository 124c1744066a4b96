"""Consistency reports: from a register or from the office, protected, and as files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from unicodedata import normalize

from desktop.operations import refusals
from models.calibration import service as calibration
from models.calibration.rules import OUTCOME
from models.calibration.values import Given
from models.consistency import blind, readings, register_files, rules, service
from models.consistency.inputs import Assessments, Decisions, Options
from models.consistency.kept import Kept
from models.consistency.ledger import Ledger
from models.consistency.registers import RegisterMap
from models.consistency.values import AgreementRow, Metric, Product, Report
from models.errors import BadInput, NotPermitted
from models.frameworks import library
from models.intake.values import Progress
from models.people import rules as people
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Standing
from models.store.canonical import digest
from models.store.office import Office
from resources import messages

FORMATS = ("pdf", "xlsx", "json")
LEAST_THRESHOLD = 10
RELEASE = "release"
"""What the password is typed for."""


@dataclass(frozen=True)
class Asked:
    """What a report is to be about, and how. ``protected`` False only for a register's working paper."""

    from_: date | None = None
    to: date | None = None
    kind: str | None = None
    unit: str | None = None
    release: bool = False
    protected: bool = True
    k: int = LEAST_THRESHOLD
    bootstraps: int = 1000
    seed: int = 1

    def check(self) -> None:
        """Raises ``BadInput`` for what cannot be asked."""
        if self.release and not self.protected:
            raise BadInput("report.off_with_release")
        if self.from_ and self.to and self.to < self.from_:
            raise BadInput("report.bad_period", from_=self.from_, to=self.to)
        if self.k < LEAST_THRESHOLD:
            raise BadInput("report.low_threshold")

    def options(self, source: str) -> Options:
        """The same for the statistics; a fresh id and fresh codes."""
        product = Product.RELEASE if self.release else Product.WORKING_PAPER
        return Options(
            from_=self.from_,
            to=self.to,
            kind=self.kind,
            unit=self.unit,
            product=product,
            source=source,
            k=self.k,
            bootstraps=self.bootstraps,
            seed=self.seed,
        )


def of_register(
    asked: Asked,
    decisions: Path | None,
    assessments: Path | None = None,
    map_path: Path | None = None,
    progress: Progress | None = None,
) -> Report:
    """The report of registers; a release is checked against the ledger beside the register and entered in it.

    Raises ``BadInput`` (files, columns, options), ``Cancelled``, ``WorldFault`` (ledger cannot be written).
    """
    asked.check()
    if decisions is None and assessments is None:
        raise BadInput("report.nothing_asked")
    mapping = register_files.read_map(map_path) if map_path else RegisterMap()
    register = None if decisions is None else register_files.read_decisions(decisions, mapping, progress)
    blindly: Assessments | None = None
    if assessments is not None:
        own = mapping if decisions is None else RegisterMap()
        blindly = register_files.read_assessments(assessments, own, progress)
    exact = rules.compute(register.decisions if register else None, blindly, asked.options("register"))
    return _protected(exact, asked, decisions or assessments)


def _protected(exact: Report, asked: Asked, beside: Path | None) -> Report:
    from models.consistency.protection import unprotected

    assert beside is not None
    if not asked.protected:
        return unprotected(exact)
    place = register_files.ledger_path(beside)
    ledger, key = register_files.read_ledger(place)
    report, after = rules.protect(exact, ledger, key)
    if asked.release:
        register_files.write_ledger(place, after, key)
    return report


def of_office(office: Office, actor: Actor, asked: Asked, progress: Progress | None = None) -> Report:
    """The report of the office's own decisions. Reading a working paper is recorded; so is a release, which enters the ledger.

    Raises ``NotPermitted``, ``BadInput``, ``service.Stopped``.
    """
    asked.check()
    if not asked.protected:
        raise BadInput("report.off_in_office")
    if asked.release:
        return release(office, actor, asked, None, progress)
    return working_paper(office, actor, asked, progress)


@dataclass(eq=False)
class Gathered:
    """What the office keeps of its decisions: the sums of months, and, where a report needs them, the single decisions as
    columns. ``logins`` stay behind the codes and go to the record only; ``given`` is what calibration recorded, ``record`` where the
    record stood."""

    kept: Kept = field(repr=False)
    read: Callable[[Progress | None], tuple[Decisions, tuple[str, ...]]] = field(repr=False)
    logins: tuple[str, ...] = field(repr=False)
    given: tuple[Given, ...] = field(default=(), repr=False)
    record: Standing | None = None
    _decisions: Decisions | None = field(default=None, repr=False)

    def load(self, progress: Progress | None = None) -> Decisions:
        """Every decision as columns, read when first asked for. Raises ``service.Stopped``."""
        if self._decisions is None:
            self._decisions, self.logins = self.read(progress)
        return self._decisions

    @property
    def decisions(self) -> Decisions:
        """The same, where nobody waits to stop it."""
        return self.load()

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds with a decision."""
        return self.kept.names.listed("kind")

    @property
    def units(self) -> tuple[str, ...]:
        """Units with a decision."""
        return self.kept.names.listed("unit")

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of a decision; None without any."""
        return self.kept.days

    def exact(self, options: Options, progress: Progress | None = None) -> Report:
        """The exact report: from the sums where whole months are asked for, else from single decisions."""
        if self.kept.covers(options):
            return rules.from_counts(self.kept.counts(options), blind.of(self.given, options), options)
        return rules.compute(self.load(progress), blind.of(self.given, options), options)


@dataclass(frozen=True, eq=False)
class Paper:
    """A working paper and what the record needs of it."""

    report: Report
    options: Options
    logins: tuple[str, ...] = field(repr=False)


def bring_up(office: Office, actor: Actor, progress: Progress | None = None) -> None:
    """Pack what was decided since the last report; it writes, and is quick but for the first time. Raises ``NotPermitted``."""
    service.require(actor, Permission.REPORT)
    with office.read() as session:
        behind = not service.is_kept(session)
    if behind:
        with office.begin() as session:
            service.keep_up(session, progress)


def gather(office: Office, actor: Actor, progress: Progress | None = None, bring: bool = True) -> Gathered:
    """Read what is kept; single decisions follow only when a report needs them. ``bring`` False: ``bring_up`` was called,
    and nothing is written. Raises ``NotPermitted``, ``service.Stopped``."""
    service.require(actor, Permission.REPORT)
    if bring:
        bring_up(office, actor, progress)

    def read(told: Progress | None) -> tuple[Decisions, tuple[str, ...]]:
        with office.read_far() as session:
            return service.gather(session, told)

    with office.read_far() as session:
        kept, given, stood = service.kept_sums(session, progress), calibration.given(session), records.standing(session)
    return Gathered(kept, read, kept.names.listed("examiner"), given, stood)


def paper(gathered: Gathered, asked: Asked, progress: Progress | None = None) -> Paper:
    """The working paper of what was gathered: pseudonymous, with no small cell. Raises ``BadInput``, ``service.Stopped``."""
    asked.check()
    options = replace(asked, release=False).options("office")
    report, _ = rules.protect(gathered.exact(options, progress), Ledger(), b"")
    return Paper(replace(report, record=gathered.record), options, gathered.logins)


def note(office: Office, actor: Actor, made: Paper) -> None:
    """Record that a working paper was read. Raises ``NotPermitted``."""
    with office.begin() as session:
        service.note_working_paper(session, actor, made.report, made.logins, made.options)


def working_paper(office: Office, actor: Actor, asked: Asked, progress: Progress | None = None) -> Report:
    """All three at once. Raises ``NotPermitted``, ``service.Stopped``."""
    made = paper(gather(office, actor, progress), asked, progress)
    note(office, actor, made)
    return made.report


@refusals.recorded
def propose_release(office: Office, actor: Actor, asked: Asked, bulletin: int | None = None) -> None:
    """Put a release before a second person; ``bulletin``: as the yearly account of that fiscal year. Raises ``NotPermitted``."""
    with office.begin() as session:
        service.propose_release(session, actor, _plain(asked, bulletin))


def name_of(asked: Asked, bulletin: int | None = None) -> str:
    """The digest of what is asked for, and that it is the yearly account: names a release before its figures are computed."""
    return digest(_plain(asked, bulletin))


def _plain(asked: Asked, bulletin: int | None) -> dict[str, object]:
    days = {name: day.isoformat() if day else None for name, day in (("from", asked.from_), ("to", asked.to))}
    yearly = {} if bulletin is None else {"bulletin": bulletin}
    return {**days, "kind": asked.kind, "unit": asked.unit, "k": asked.k, **yearly}


@dataclass(frozen=True, slots=True)
class Proposed:
    """A release that waits for a second person."""

    by: str
    asked: Asked
    bulletin: int | None = None
    """The fiscal year, where it is to be the yearly account."""


def proposed_release(office: Office) -> Proposed | None:
    """The release that waits, if one does."""
    with office.read() as session:
        kept = service.proposed_release(session)
    if kept is None:
        return None
    by, plain = kept
    from_, to = (date.fromisoformat(plain[name]) if plain[name] else None for name in ("from", "to"))
    asked = Asked(from_, to, plain["kind"], plain["unit"], release=True, k=plain["k"])
    return Proposed(by, asked, plain.get("bulletin"))


@refusals.recorded
def decline_release(office: Office, actor: Actor) -> None:
    """Take the waiting proposal away. Raises ``NotPermitted``."""
    with office.begin() as session:
        service.withdraw_release(session, actor)


def sign_release(office: Office, actor: Actor, proposed: Proposed, progress: Progress | None = None) -> Report:
    """The second person's word: the release is made, entered in the ledger, recorded. Raises ``NotPermitted`` for the proposer."""
    return release(office, actor, proposed.asked, proposed.by, progress)


def look_up(office: Office, actor: Actor, report: str, code: str, why: str) -> str:
    """Whose code it is in a working paper; recorded with the purpose. ``report``: its number, or the first eight characters
    that its pages show. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    if not why.strip():
        raise BadInput("report.needs_purpose")
    number, wanted = (normalize("NFKC", each).strip() for each in (report, code))
    with office.begin() as session:
        return service.look_up(session, actor, number.lower(), wanted.upper(), why.strip())


@refusals.recorded
def release(
    office: Office,
    actor: Actor,
    asked: Asked,
    proposed_by: str | None,
    progress: Progress | None = None,
    extra: tuple[str, ...] = (),
    bulletin: int | None = None,
) -> Report:
    """A release: protected, checked against everything released before, entered in the ledger, recorded.

    ``extra`` names parts beside the report that are given with it (``times``); the ledger remembers them. ``bulletin``: the
    fiscal year whose yearly account it is; who confirms says so, and so does the record.
    Raises ``NotPermitted`` (role, or the proposer is the same person), ``service.Stopped``.
    """
    service.require(actor, Permission.RELEASE)
    people.require_confirmed(actor, RELEASE, RELEASE, name_of(asked, bulletin))
    if proposed_by == actor.login:
        raise NotPermitted("report.own_release")
    gathered = gather(office, actor, progress)
    exact = gathered.exact(replace(asked, release=True).options("office"), progress)
    with office.begin() as session:
        key = service.new_key(session)
    while True:
        with office.read() as session:
            before = service.ledger(session)
        report, after = rules.protect(replace(exact, record=gathered.record), before, key)
        after = with_parts(before, after, extra)
        with office.begin(signer=actor.signer) as session:
            people_service.require_current(session, actor)
            if service.note_release(session, actor, proposed_by, report, before, after, bulletin):
                return report


def with_parts(before: Ledger, after: Ledger, parts: tuple[str, ...]) -> Ledger:
    """The ledger whose newest entry also remembers these parts; nothing was released: as it was."""
    if len(after.entries) == len(before.entries) or not parts:
        return after
    last = after.entries[-1]
    return replace(after, entries=(*after.entries[:-1], replace(last, parts=(*last.parts, *parts))))


def agreement_of(
    path: Path, metric: Metric, bootstraps: int, seed: int, progress: Progress | None = None
) -> AgreementRow:
    """The agreement of the raters of a file, over all its items. Raises ``BadInput``."""
    found = register_files.read_assessments(path, RegisterMap(), progress)
    if metric is not Metric.NOMINAL and found.numbers is None:
        odd = [level for level in found.levels if not _is_number(level)][:5]
        raise BadInput("report.not_numbers", metric=metric.value, values="、".join(odd))
    return readings.record(readings.of_item(_by_item(found), None), "", metric, bootstraps, seed)


def _by_item(found: Assessments) -> Assessments:
    """One case read on several criteria is as many things to agree on."""
    if not found.items:
        return found
    unit = found.unit.astype("int64") * len(found.items) + found.item
    order = {int(each): place for place, each in enumerate(dict.fromkeys(unit.tolist()))}
    codes = found.unit.copy()
    codes[:] = [order[int(each)] for each in unit]
    return replace(found, unit=codes, units=len(order), items=())


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def titles(kind: str | None, lang: str) -> Callable[[str], str]:
    """Names criteria and reason codes as the newest framework of the kind does; what it does not know stays as it is."""
    names = {OUTCOME: messages.text("report.item_outcome", lang)}
    for framework in sorted(library.all_(), key=lambda each: (each.kind == kind, each.in_force_from)):
        for criterion in framework.criteria:
            names[criterion.key] = criterion.title.in_(lang)
            names.update({reason.code: reason.title.in_(lang) for reason in criterion.reasons})
    return lambda code: names.get(code, code)


def titles_of(report: Report, lang: str) -> Callable[[str], str]:
    """The same for a report: a register that uses a reason code which no framework knows has codes of its own, of which some
    may only look like ours; then none is named."""
    name = titles(report.kind, lang)
    codes = {row.code for row in report.reasons}
    if report.source == "office" or all(name(code) != code for code in codes):
        return name
    return lambda code: code if code in codes else name(code)


def files(report: Report, lang: str, formats: Sequence[str] = FORMATS) -> dict[str, bytes]:
    """The report as files: name to content. Raises ``BadInput`` for an unknown format."""
    from reports import consistency_json, consistency_pdf, consistency_xlsx

    title_of = titles_of(report, lang)
    made: dict[str, bytes] = {}
    for each in formats:
        if each == "pdf":
            made["report.pdf"] = consistency_pdf.render(report, lang, title_of)
        elif each == "xlsx":
            made["report.xlsx"] = consistency_xlsx.render(report, lang, title_of)
        elif each == "json":
            made["report.json"] = consistency_json.render(report, lang)
        else:
            raise BadInput("report.bad_format", value=each)
    return made
