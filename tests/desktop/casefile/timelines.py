"""A dozen very different cases for the timeline: ``python -m tests.desktop.casefile.timelines OUTDIR [NAME…]`` draws each.

Japanese and English, light and dark, at 100 and 150 %; the tests beside it hold what the same cases say, not their pixels.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from models.casefile.values import CaseFile
from models.cases.values import Applicant, Case, Kind, State
from models.dates.deadlines import national_pension_due
from models.dates.periods import add_months
from models.duedates import rules as duedates
from models.evidence.values import (
    Duty,
    Employment,
    Evidence,
    EvidenceKind,
    Income,
    Obligation,
    PaymentStatus,
    Record,
    StatusPeriod,
    Stay,
)
from models.facts.compute import compute
from models.frameworks import library
from models.frameworks.values import FrameworkRef
from models.frameworks.windows import windows

SEEN = date(2026, 11, 24)
RECEIVED = date(2026, 9, 18)
_FRAMEWORK = FrameworkRef("permanent_residence", "2026-02-24")
_KINDS = {
    Obligation: EvidenceKind.OBLIGATION,
    Stay: EvidenceKind.STAY,
    StatusPeriod: EvidenceKind.STATUS,
    Employment: EvidenceKind.EMPLOYMENT,
    Income: EvidenceKind.INCOME,
}
P, U, E, D, W = (
    PaymentStatus.PAID,
    PaymentStatus.UNPAID,
    PaymentStatus.EXEMPT,
    PaymentStatus.DEFERRED,
    PaymentStatus.WITHHELD,
)


@dataclass
class Made:
    """A case under construction; rows get their numbers in the order in which they are put."""

    route: str = "general"
    status: str = "engineer_humanities"
    received: date = RECEIVED
    seen: date = SEEN
    town: str = "倉敷市"
    rows: list[Evidence] = field(default_factory=list)

    def put(self, *records: Record, source: str = "連携データ", as_of: date | None = None) -> "Made":
        """Rows of one source."""
        for record in records:
            number = len(self.rows) + 1
            seen = as_of or self.received
            piece = Evidence(
                f"E{number}", number, "A-001", _KINDS[type(record)], "", record, source, seen, "2026-1102-3377", 1
            )
            self.rows.append(piece)
        return self

    def file(self) -> CaseFile:
        """The case as a screen sees it."""
        framework = library.get(_FRAMEWORK)
        who = Applicant(
            "王 小燕",
            "オウ ショウエン",
            date(1988, 3, 21),
            "CHN",
            self.status,
            date(2031, 11, 10),
            "ja",
            municipality=self.town,
        )
        case = Case(
            "A-001", Kind.PERMANENT_RESIDENCE, self.route, State.EXAMINING, "永住審査第二部門", self.received,
            add_months(self.received, 4), who, _FRAMEWORK, 1,
        )  # fmt: skip
        known = windows(framework, self.route, self.received, self.seen, who.born_on)
        facts = tuple(compute(tuple(self.rows), known))
        return CaseFile(
            case,
            framework,
            tuple(self.rows),
            facts,
            (),
            (),
            (),
            (),
            self.seen,
            due_dates=duedates.of_town(self.town, ()),
        )


def pension(
    first: date, months: int, late: Mapping[int, int] | None = None, **states: Iterable[int]
) -> list[Obligation]:
    """Months of national pension from ``first`` on; ``late`` gives days by position, ``states`` positions by status."""
    by_position = {at: PaymentStatus(name) for name, positions in states.items() for at in positions}
    return [_pension(add_months(first, at), by_position.get(at, P), (late or {}).get(at, -3)) for at in range(months)]


def _pension(month: date, status: PaymentStatus, late: int) -> Obligation:
    due = national_pension_due(month.year, month.month)
    paid = due + timedelta(days=late) if status is P else None
    amount = 17_510 if status in (P, U) else None
    return Obligation(Duty.NATIONAL_PENSION, f"{month:%Y-%m}", due, paid, amount, status)


def salary(duty: Duty, first: date, months: int, employer_late: Mapping[int, int] | None = None) -> list[Obligation]:
    """Months deducted by the employer, with the employer's own lateness."""
    found = []
    for at in range(months):
        month = add_months(first, at)
        due = add_months(month.replace(day=28), 1)
        paid = due + timedelta(days=(employer_late or {}).get(at, 0))
        found.append(Obligation(duty, f"{month:%Y-%m}", due, paid, 27_450, W))
    return found


def instalments(
    duty: Duty, town: str, year: int, late: Mapping[int, int] | None = None, unpaid: Iterable[int] = ()
) -> list[Obligation]:
    """A fiscal year's instalments as the town's table has them."""
    table = [row for row in duedates.of_town(town, ()) if row.duty is duty and row.fiscal_year == year]
    found = []
    for row in table:
        status = U if row.instalment in unpaid else P
        paid = row.due_on + timedelta(days=(late or {}).get(row.instalment, -1)) if status is P else None
        found.append(Obligation(duty, f"{year}/{row.instalment}", row.due_on, paid, 24_300, status))
    return found


def residence(made: Made, since: date, *journeys: tuple[date, date]) -> Made:
    """Stays since a day, with journeys."""
    entered = since
    for departed, back in journeys:
        made.put(Stay(entered, departed), source="出入国記録")
        entered = back
    return made.put(Stay(entered, None), source="出入国記録").put(
        StatusPeriod(made.status, since, None), source="在留記録"
    )


def _all_on_time() -> Made:
    made = residence(Made(), date(2015, 10, 1))
    made.put(*pension(date(2021, 12, 1), 57))
    for year in range(2021, 2027):
        made.put(*instalments(Duty.NATIONAL_HEALTH_INSURANCE, made.town, year))
    made.put(Employment("自営業（翻訳）", "self_employed", date(2016, 4, 1), None, 5_200_000))
    return made.put(*(Income(year, 4_900_000 + 90_000 * (year - 2020), 1) for year in range(2021, 2026)))


def _late_runs() -> Made:
    made = residence(Made(route="spouse", status="spouse_of_japanese"), date(2019, 4, 12))
    late = (3, 12, 41, 77, 118, 240, 365, 9, 1, 2, 88, 101, 130, 5, 14, 30)
    made.put(*pension(date(2022, 1, 1), 56, dict(enumerate(late, 30))))
    for year in (2024, 2025):
        due = (date(year, 6, 30), date(year, 9, 1), date(year, 10, 31), date(year + 1, 1, 31))
        for n, day in enumerate(due, 1):
            paid = day + timedelta(days=100 + n)
            made.put(Obligation(Duty.RESIDENT_TAX, f"{year}/{n}", day, paid, 41_200, P))
    return made


def _unpaid_exempt_deferred() -> Made:
    made = residence(Made(route="long_term_resident", status="long_term_resident"), date(2020, 11, 10))
    return made.put(
        *pension(date(2021, 12, 1), 57, {20: 5}, exempt=range(12), deferred=range(12, 18), unpaid=(28, 29, 30, 44, 55))
    )


def _withheld() -> Made:
    made = residence(Made(), date(2016, 4, 1))
    late = {24: 19, 25: 22, 40: 3}
    made.put(*salary(Duty.EMPLOYEES_PENSION, date(2021, 9, 1), 60, late))
    made.put(*salary(Duty.EMPLOYEES_HEALTH_INSURANCE, date(2021, 9, 1), 60, late))
    made.put(*salary(Duty.RESIDENT_TAX, date(2021, 9, 1), 60))
    made.put(Employment("（株）青波", "full_time", date(2016, 4, 1), date(2023, 12, 31), 4_100_000))
    made.put(Employment("湊屋食品（株）", "full_time", date(2024, 1, 1), None, 4_600_000))
    return made.put(*(Income(year, 3_900_000 + 150_000 * (year - 2020), 2) for year in range(2021, 2026)))


def _municipal() -> Made:
    made = residence(Made(), date(2014, 4, 1))
    made.put(*instalments(Duty.NATIONAL_HEALTH_INSURANCE, made.town, 2024, {5: 3, 6: 16}))
    made.put(*instalments(Duty.NATIONAL_HEALTH_INSURANCE, made.town, 2025, {}, (7, 8)))
    made.put(*instalments(Duty.NATIONAL_HEALTH_INSURANCE, made.town, 2026))
    return made


def _long_absences() -> Made:
    made = residence(
        Made(), date(2015, 10, 1), (date(2019, 12, 31), date(2020, 1, 1)), (date(2021, 5, 2), date(2021, 5, 3)),
        (date(2022, 3, 1), date(2022, 8, 20)), (date(2023, 2, 10), date(2023, 2, 28)), (date(2023, 4, 1), date(2023, 4, 19)),
        (date(2025, 8, 2), date(2025, 10, 16)), (date(2026, 2, 1), date(2026, 2, 14)), (date(2026, 10, 1), date(2026, 11, 2)),
    )  # fmt: skip
    return made.put(*pension(date(2021, 12, 1), 57))


def _contradictions() -> Made:
    made = Made(route="long_term_resident", status="long_term_resident")
    made.put(Stay(date(2018, 4, 1), date(2021, 3, 1)), Stay(date(2020, 12, 24), date(2022, 7, 1)), source="出入国記録")
    made.put(Stay(date(2022, 9, 3), None), Stay(date(2024, 5, 6), date(2025, 2, 1)), source="出入国記録")
    made.put(Stay(date(2025, 3, 1), None), source="出入国記録")
    made.put(StatusPeriod("student", date(2018, 4, 1), date(2021, 9, 30)), source="在留記録")
    made.put(StatusPeriod("engineer_humanities", date(2021, 4, 1), date(2023, 3, 31)), source="在留記録")
    made.put(StatusPeriod("long_term_resident", date(2023, 6, 1), None), source="在留記録")
    twice = [
        Obligation(Duty.NATIONAL_PENSION, "2025-03", date(2025, 4, 30), date(2025, 4, 28), 17_510, P),
        Obligation(Duty.NATIONAL_PENSION, "2025-03", date(2025, 4, 30), None, 17_510, U),
        Obligation(Duty.NATIONAL_PENSION, "2025-04", date(2025, 6, 2), None, 17_510, P),
    ]
    made.put(*pension(date(2024, 9, 1), 6), *twice, *pension(date(2025, 8, 1), 4))
    made.put(Employment("（株）青波", "full_time", date(2021, 4, 1), date(2024, 8, 31), None))
    return made.put(Employment("みなと食堂", "part_time", date(2024, 3, 1), None, None))


def _era_change() -> Made:
    made = Made(route="spouse", status="spouse_of_japanese", received=date(2020, 3, 2), seen=date(2020, 4, 6))
    residence(
        made,
        date(2016, 2, 29),
        (date(2018, 12, 31), date(2019, 1, 1)),
        (date(2019, 4, 30), date(2019, 5, 1)),
        (date(2020, 2, 28), date(2020, 3, 1)),
    )
    made.put(*pension(date(2017, 12, 1), 27, {13: 1, 16: 6}))
    return made.put(*(Income(year, 2_800_000, 0) for year in (2017, 2018, 2019)))


def _short() -> Made:
    made = residence(Made(route="points_80", status="highly_skilled_1"), date(2025, 10, 20))
    made.put(
        *salary(Duty.EMPLOYEES_PENSION, date(2025, 11, 1), 12),
        *salary(Duty.EMPLOYEES_HEALTH_INSURANCE, date(2025, 11, 1), 12),
    )
    made.put(Employment("先端材料研究所", "full_time", date(2025, 11, 1), None, 11_500_000))
    return made.put(Income(2025, 1_900_000, 0))


def _twenty_five_years() -> Made:
    made = Made(status="business_manager")
    made.put(Stay(date(2001, 4, 2), date(2009, 8, 1)), Stay(date(2009, 9, 12), None), source="出入国記録")
    made.put(StatusPeriod("student", date(2001, 4, 2), date(2007, 3, 31)), source="在留記録")
    first = date(2007, 4, 1)
    for years in (1, 1, 3, 3, 3, 5):
        until = add_months(first, 12 * years) - timedelta(days=1)
        made.put(StatusPeriod("engineer_humanities", first, until), source="在留記録")
        first = until + timedelta(days=1)
    made.put(StatusPeriod("business_manager", first, None), source="在留記録")
    made.put(*pension(date(2001, 6, 1), 70, {3: 800, 40: 12}, exempt=range(10, 22)))
    made.put(*salary(Duty.EMPLOYEES_PENSION, date(2007, 4, 1), 233))
    made.put(Employment("日東貿易（株）", "full_time", date(2007, 4, 1), date(2023, 3, 31), 6_000_000))
    made.put(Employment("梁貿易（株）代表取締役", "business", date(2023, 4, 1), None, 9_000_000))
    return made.put(*(Income(year, 250_000 * (year - 2000), 3) for year in range(2008, 2026)))


def _nobody_insured() -> Made:
    return residence(Made(route="child", status="dependent"), date(2024, 2, 3), (date(2024, 7, 20), date(2024, 9, 1)))


def _everything() -> Made:
    made = residence(
        Made(route="long_term_resident", status="long_term_resident"), date(2020, 11, 10), (date(2023, 1, 4), date(2023, 1, 26)),
        (date(2024, 2, 3), date(2024, 2, 21)), (date(2025, 8, 8), date(2025, 10, 21)), (date(2026, 2, 1), date(2026, 2, 13)),
    )  # fmt: skip
    made.put(*pension(date(2021, 12, 1), 16, {12: 5}, exempt=range(4), deferred=(4, 5, 6)))
    made.put(*pension(date(2025, 1, 1), 6, {2: 41}, unpaid=(3,)))
    made.put(*salary(Duty.EMPLOYEES_PENSION, date(2023, 4, 1), 21, {9: 11, 10: 11}))
    made.put(*salary(Duty.EMPLOYEES_PENSION, date(2025, 7, 1), 17))
    made.put(*instalments(Duty.NATIONAL_HEALTH_INSURANCE, made.town, 2025, {3: 2}))
    made.put(*salary(Duty.RESIDENT_TAX, date(2023, 6, 1), 19), *salary(Duty.RESIDENT_TAX, date(2025, 10, 1), 14))
    made.put(Employment("（株）青波 パート", "part_time", date(2022, 7, 1), date(2023, 3, 31), 1_100_000))
    made.put(Employment("（株）青波", "full_time", date(2023, 4, 1), date(2024, 12, 31), 3_000_000))
    made.put(Employment("湊屋食品（株）", "full_time", date(2025, 7, 1), None, 3_300_000))
    return made.put(
        *(
            Income(year, income, 1)
            for year, income in ((2022, 1_640_000), (2023, 2_870_000), (2024, 3_010_000), (2025, 2_140_000))
        )
    )


CASES: Mapping[str, Callable[[], Made]] = {
    "all-on-time": _all_on_time,
    "late-runs": _late_runs,
    "unpaid-exempt-deferred": _unpaid_exempt_deferred,
    "withheld": _withheld,
    "municipal": _municipal,
    "long-absences": _long_absences,
    "contradictions": _contradictions,
    "era-change": _era_change,
    "short": _short,
    "twenty-five-years": _twenty_five_years,
    "nobody-insured": _nobody_insured,
    "everything": _everything,
}


def file(name: str) -> CaseFile:
    """One of the cases."""
    return CASES[name]().file()


def shuffled(name: str) -> CaseFile:
    """The same rows in the opposite order, each keeping its number."""
    made = CASES[name]()
    made.rows = [replace(row) for row in reversed(made.rows)]
    return made.file()


def _shapes() -> Iterator[tuple[str, bool, int]]:
    return ((lang, dark, percent) for lang in ("ja", "en") for dark in (False, True) for percent in (100, 150))


def main(arguments: list[str]) -> int:
    """Draw them; the exit status."""
    parser = argparse.ArgumentParser(description="pictures of the timeline")
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--years", type=int, default=None)
    parser.add_argument("--only", default="", help="only this shape, as ja-light-100")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen.out.mkdir(parents=True, exist_ok=True)
    for lang, dark, percent in _shapes():
        shape = f"{lang}-{'dark' if dark else 'light'}-{percent}"
        if not chosen.only or shape == chosen.only:
            _draw(chosen.out, chosen.names or list(CASES), (lang, dark, percent), chosen.years)
    return 0


def _draw(out: Path, names: Iterable[str], shape: tuple[str, bool, int], years: int | None) -> None:
    from desktop.app import application
    from desktop.casefile.payments import PaymentsTab
    from desktop.i18n import Language
    from desktop.theme import Scheme, Theme
    from tests.desktop import desk as driver

    lang, dark, percent = shape
    app = application()
    language = Language(app, lang)
    theme = Theme(app, Scheme.DARK if dark else Scheme.LIGHT, percent)
    for name in names:
        tab = PaymentsTab(lang)
        tab.resize(1440, 700)
        tab.show()
        tab.show_file(file(name))
        if years is not None:
            tab.show_years(years)
        driver.turn(0.1)
        tab.grab().save(
            str(out / f"{name}-{lang}{'-dark' if dark else ''}{f'-{percent}' if percent != 100 else ''}.png")
        )
        tab.close()
        tab.deleteLater()
    theme.deleteLater()
    language.deleteLater()
    driver.turn()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
