"""Consistency reports: from a register or from the office, protected, and as files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from models.consistency import readings, register_files, rules, service
from models.consistency.inputs import Assessments, Decisions, Options
from models.consistency.ledger import Ledger
from models.consistency.registers import Register, RegisterMap
from models.consistency.values import AgreementRow, Metric, Product, Report
from models.errors import BadInput, NotPermitted
from models.frameworks import library
from models.intake.values import Progress
from models.people.values import Actor, Permission
from models.store.office import Office

FORMATS = ("pdf", "xlsx", "json")
LEAST_THRESHOLD = 10


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
    register: Register | None = None
    if decisions is not None:
        register = register_files.read_decisions(decisions, mapping, progress)
    blind: Assessments | None = None
    if assessments is not None:
        own = mapping if decisions is None else RegisterMap()
        blind = register_files.read_assessments(assessments, own, progress)
    exact = rules.compute(register.decisions if register else None, blind, asked.options("register"))
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
    return (
        release(office, actor, asked, None, progress)
        if asked.release
        else working_paper(office, actor, asked, progress)
    )


def working_paper(office: Office, actor: Actor, asked: Asked, progress: Progress | None = None) -> Report:
    """Pseudonymous, for the inside of the office; recorded. Raises ``NotPermitted``, ``service.Stopped``."""
    service.require(actor, Permission.REPORT)
    options = replace(asked, release=False).options("office")
    decisions, logins = _gathered(office, progress)
    report, _ = rules.protect(rules.compute(decisions, None, options), Ledger(), b"")
    with office.begin() as session:
        service.note_working_paper(session, actor, report, logins, options)
    return report


def release(
    office: Office, actor: Actor, asked: Asked, proposer: Actor | None, progress: Progress | None = None
) -> Report:
    """A release: protected, checked against everything released before, entered in the ledger, recorded.

    Raises ``NotPermitted`` (role, or the proposer is the same person), ``service.Stopped``.
    """
    service.require(actor, Permission.RELEASE)
    if proposer is not None and proposer.login == actor.login:
        raise NotPermitted("report.own_release")
    decisions, _ = _gathered(office, progress)
    exact = rules.compute(decisions, None, replace(asked, release=True).options("office"))
    with office.begin() as session:
        key = service.new_key(session)
    while True:
        with office.read() as session:
            before = service.ledger(session)
        report, after = rules.protect(exact, before, key)
        with office.begin() as session:
            if service.note_release(session, actor, proposer, report, before, after):
                return report


def _gathered(office: Office, progress: Progress | None) -> tuple[Decisions, tuple[str, ...]]:
    with office.read() as session:
        return service.gather(session, progress)


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
    names: dict[str, str] = {}
    for framework in sorted(library.all_(), key=lambda each: (each.kind == kind, each.in_force_from)):
        for criterion in framework.criteria:
            names[criterion.key] = criterion.title.in_(lang)
            names.update({reason.code: reason.title.in_(lang) for reason in criterion.reasons})
    return lambda code: names.get(code, code)


def files(report: Report, lang: str, formats: Sequence[str] = FORMATS) -> dict[str, bytes]:
    """The report as files: name to content. Raises ``BadInput`` for an unknown format."""
    from reports import consistency_json, consistency_pdf, consistency_xlsx

    title_of = titles(report.kind, lang)
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
