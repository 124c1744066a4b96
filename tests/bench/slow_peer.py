"""The report as one writes it with pandas, statsmodels and krippendorff. Runs in the peers' own environment: JSON in, JSON out."""

import json
import sys
import time
from pathlib import Path
from typing import Any

import krippendorff
import numpy as np
import pandas as pd
import sqlcipher3.dbapi2 as sqlite
from scipy.spatial.distance import jensenshannon
from scipy.stats import chi2_contingency, norm
from statsmodels.stats.multitest import multipletests

DECISIONS = """SELECT c.id AS case_id, c.route, c.current_status, c.nationality, r.proposed_by AS examiner,
    r.outcome = 'grant' AS granted, r.countersigned_at AS at
    FROM "case" c JOIN decision_round r ON r.case_id = c.id AND r.round = c.round WHERE r.countersigned_by IS NOT NULL"""
FINDINGS = "SELECT case_id, criterion, finding, reasons FROM finding WHERE current"


def opened(path: str, key: str) -> Any:
    """The office file, to read."""
    connection = sqlite.connect(path)
    connection.execute(f'PRAGMA key = "{key}"')
    return connection


def funnel(decisions: Any) -> tuple[float, int]:
    """phi and the number beyond the limits, standardized by stratum."""
    rate = decisions.groupby(["route", "current_status"])["granted"].transform("mean")
    people = decisions.assign(rate=rate, spread=rate * (1 - rate)).groupby("examiner")
    table = people.agg(n=("granted", "size"), o=("granted", "sum"), e=("rate", "sum"), v=("spread", "sum"))
    z = (table.o - table.e) / np.sqrt(table.v)
    phi = float((z.clip(*z.quantile([0.1, 0.9])) ** 2).mean())
    chance, number = table.v / table.n**2, len(table)
    weight = 1 / chance
    tau2 = max(0.0, (number * phi - (number - 1)) / (weight.sum() - (weight**2).sum() / weight.sum()))
    p = 2 * norm.sf(np.abs((table.o - table.e) / table.n / np.sqrt(chance + tau2)))
    q = multipletests(p, method="fdr_bh")[1]
    return phi, int(((p < 0.002) & (q <= 0.05)).sum())


def rest(decisions: Any, findings: Any) -> None:
    """Criteria by examiner, months, reasons."""
    joined = findings.merge(decisions, on="case_id")
    for _, part in joined.groupby("criterion"):
        chi2_contingency(pd.crosstab(part.examiner, part.finding))
        part.groupby([part["at"].str[:7], "finding"]).size()
    for _, part in decisions.groupby("examiner"):
        month = part.groupby(part["at"].str[:7])["granted"]
        (month.sum() - month.size() * part.granted.mean()).cumsum().abs().max()
    unmet = joined[joined.finding == "not_met"]
    codes = unmet.reasons.map(lambda text: json.loads(text)[0]["code"] if text != "[]" else None)
    uses = pd.crosstab(unmet.examiner, codes)
    for _, row in uses.iterrows():
        jensenshannon(row, uses.sum())


def matrices(path: str) -> list[Any]:
    """Raters x units of each item, NaN for gaps."""
    told = np.load(path)
    made = []
    for item in range(int(told["item"].max()) + 1):
        chosen = told["item"] == item
        table = np.full((int(told["raters"]), int(told["units"])), np.nan)
        table[told["rater"][chosen], told["unit"][chosen]] = told["value"][chosen]
        made.append(table)
    return made


def alpha(table: Any) -> float:
    """Krippendorff's, nominal."""
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))


def peak() -> float:
    """Peak memory in MB since the program began (``getrusage`` would count the parent's too)."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return float(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def main() -> None:
    """Read, compute, tell."""
    asked = json.load(sys.stdin)
    began = time.perf_counter()
    connection = opened(asked["path"], asked["key"])
    decisions = pd.read_sql(DECISIONS, connection)
    findings = pd.read_sql(FINDINGS, connection)
    phi, outliers = funnel(decisions)
    rest(decisions, findings)
    tables = matrices(asked["readings"])
    alphas = [alpha(table) for table in tables]
    seconds = time.perf_counter() - began
    random, began = np.random.default_rng(1), time.perf_counter()
    for table in tables:
        for _ in range(asked["drawn"]):
            alpha(table[:, random.integers(0, table.shape[1], table.shape[1])])
    told = {"seconds": seconds, "bootstrap": time.perf_counter() - began, "megabytes": peak()}
    json.dump({**told, "results": [phi, outliers, *alphas]}, sys.stdout)


if __name__ == "__main__":
    main()
