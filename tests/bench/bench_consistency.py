"""The consistency report over a nation's decisions against one SQLite scan of the same office file, and against the usual
packages where ``--peers`` is given."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import func, select

from desktop.operations import consistency
from desktop.operations.consistency import Asked
from models.consistency import rules
from models.consistency.ledger import Ledger
from models.consistency.values import Flag, Report
from models.findings.tables import FindingRow
from models.store.office import Office
from tests import builders
from tests.bench import nation, peers
from tests.bench.measure import Ratio, Wanted, of_each, peak_megabytes, seconds

FULL, QUICK = (1_000_000, 500, 100_000), (20_000, 50, 2_000)
"""Decisions, examiners, cases read twice."""


def run(wanted: Wanted) -> Iterator[Ratio]:
    """The ratios of the issue."""
    decisions, examiners, units = QUICK if wanted.quick else FULL
    folder = Path(tempfile.mkdtemp(prefix="akashi-bench-")) if wanted.folder is None else wanted.folder
    kept = (folder / "office.akashi").exists()
    size = f"{decisions:,} x {len(nation.CRITERIA)} x {examiners}"
    with _office(folder, decisions, examiners) as office:
        began = time.perf_counter()
        consistency.bring_up(office, builders.SUPERVISOR)
        note = size if kept else f"{size}; first packing {time.perf_counter() - began:.0f} s"
        yield from _against_a_scan(office, note)
        yield _equal(office)
        if wanted.peers:
            nation.write_readings(folder / "readings.npz", units)
            yield from _against_peers(office, folder / "readings.npz", size, wanted.peer_rounds)


def _office(folder: Path, decisions: int, examiners: int) -> Office:
    """The office of a folder that was kept, or a new one."""
    where = folder / "office.akashi"
    if where.exists():
        return builders.opened(where)
    folder.mkdir(parents=True, exist_ok=True)
    office = builders.office(folder)
    nation.fill(office, decisions, examiners)
    return office


def _against_a_scan(office: Office, note: str) -> Iterator[Ratio]:
    sides = of_each([lambda: _scan(office), lambda: full(office), lambda: _daily(office)])
    yield Ratio("full report / scan", sides[1], sides[0], "s", 4.0, note)
    yield Ratio(
        "report from kept sums / scan", sides[2], sides[0], "s", 0.3, "sums of months, brought up to date before"
    )
    path = office.location.file
    base = peak_megabytes(_nothing)
    yield Ratio("peak memory, full report / bare process", peak_megabytes(partial(full_of, path)), base, "MB")
    yield Ratio("peak memory, kept sums / bare process", peak_megabytes(partial(_daily_of, path)), base, "MB")


def _equal(office: Office) -> Ratio:
    """The report from sums and the full recomputation: 1 where they are equal in everything."""
    gathered = consistency.gather(office, builders.SUPERVISOR)
    options = Asked().options("office")
    same = gathered.exact(options) == rules.compute(gathered.decisions, None, options)
    return Ratio("kept sums differ from recomputation", float(not same), 1.0, "", 0.0)


def _against_peers(office: Office, readings: Path, size: str, rounds: int) -> Iterator[Ratio]:
    """Both sides in turns, medians of ``rounds``. The peer bootstraps in the first round only, a few times, scaled: all of a
    thousand would take most of an hour."""
    theirs, with_, without = [], [], []
    for place in range(rounds):
        theirs.append(peers.run(office, readings, 0 if place else peers.DRAWN))
        with_.append(seconds(lambda: full(office, readings, 1000)))
        without.append(seconds(lambda: full(office, readings, 0)))
    bare = median(each.seconds for each in theirs)
    scaled = bare + 1000 * theirs[0].bootstrap
    note = f"{size}; peer: median of {rounds}"
    more = f"{note}, and {peers.DRAWN} bootstraps of every item scaled to 1,000"
    yield Ratio("full report / peers, 1,000 bootstraps", median(with_), scaled, "s", 1 / 100, more)
    yield Ratio("full report / peers, no bootstrap", median(without), bare, "s", 1 / 10, note)
    memory = peak_megabytes(partial(full_of, office.location.file, readings))
    yield Ratio("peak memory / peers", memory, median(each.megabytes for each in theirs), "MB", 1 / 15)
    yield from _same(full(office, readings, 0), theirs[0].results)


def _same(report: Report, theirs: list[float]) -> Iterator[Ratio]:
    """Phi, outliers and alphas of both sides; and the outliers are as many as were planted."""
    outliers = sum(row.flag is Flag.REVIEW for row in report.examiners)
    ours = [report.overdispersion.phi or 0.0, float(outliers), *(row.alpha or 0.0 for row in report.agreement)]
    apart = max(abs(one - other) for one, other in zip(ours, theirs, strict=True))
    told = f"phi {ours[0]:.6f}, {outliers} outliers"
    yield Ratio("largest difference in phi, outliers, alphas", apart, 1.0, "", 1e-9, told)
    missed = abs(outliers - nation.planted(len(report.examiners)))
    yield Ratio("planted outliers missed or outliers too many", float(missed), 1.0, "", 0.0, told)


def full(office: Office, readings: Path | None = None, bootstraps: int = 1000) -> Report:
    """Everything recomputed from single decisions."""
    gathered = consistency.gather(office, builders.SUPERVISOR, bring=False)
    blind = None if readings is None else nation.readings(readings)
    exact = rules.compute(gathered.decisions, blind, Asked(bootstraps=bootstraps).options("office"))
    report, _ = rules.protect(exact, Ledger(), b"")
    assert report.population.decisions == gathered.decisions.size
    return exact


def full_of(path: Path, readings: Path | None = None) -> None:
    """The same in a process of its own."""
    with builders.opened(path) as office:
        full(office, readings)


def _daily(office: Office) -> None:
    consistency.paper(consistency.gather(office, builders.SUPERVISOR, bring=False), Asked())


def _daily_of(path: Path) -> None:
    with builders.opened(path) as office:
        _daily(office)


def _nothing() -> None:
    """What Python and the libraries take alone."""


def _scan(office: Office) -> None:
    """One scan of the largest table: every finding is looked at once."""
    with office.read() as session:
        session.execute(select(func.sum(func.length(FindingRow.finding)))).scalar_one()
