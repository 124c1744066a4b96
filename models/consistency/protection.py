"""What may be shown: the exact report in, a protected one out."""

from dataclasses import replace

from models.consistency import release, working_paper
from models.consistency.ledger import Ledger
from models.consistency.values import Product, Report


def protect(report: Report, ledger: Ledger, key: bytes) -> tuple[Report, Ledger]:
    """The report as it may be shown, and the ledger after it. ``key``: the office's secret for rounding (32 bytes,
    always the same).

    A working paper hides small cells and leaves the ledger as it is; a release is rounded, checked against the
    ledger and entered in it. A protected report comes back as it is.
    """
    if report.protected:
        return report, ledger
    if report.product is Product.RELEASE:
        return release.make(report, ledger, key)
    return working_paper.make(report), ledger


def unprotected(report: Report) -> Report:
    """The exact report of a register without its basis, for a reader who may see everything; every page says "not
    for release"."""
    return replace(report, basis=None)
