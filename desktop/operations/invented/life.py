"""An invented life as the rows that an office gets: the case and its evidence."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from desktop.operations.invented.duties import pay
from desktop.operations.invented.people import Invented, data
from desktop.operations.invented.story import Story, Trouble
from desktop.operations.invented.ways import way
from models.cases.values import Applicant, Kind, NewCase
from models.dates.periods import add_months
from models.evidence.values import (
    Conduct,
    Employment,
    EvidenceKind,
    Income,
    LanguageTest,
    NewEvidence,
    Qualification,
    Record,
    Statement,
    StatusPeriod,
    Stay,
    Tie,
)

_DAY = timedelta(days=1)
_K = EvidenceKind
_MARK = {
    Kind.PERMANENT_RESIDENCE: ("PR", "永"),
    Kind.EXTENSION: ("EX", "更"),
    Kind.CHANGE_OF_STATUS: ("CH", "変"),
    Kind.NATURALIZATION: ("NA", "帰"),
}
"""How the numbers of a kind of case begin, and its receipt numbers."""


def case(draw: Random, number: int, kind: Kind, person: Invented, story: Story) -> NewCase:
    """The case of the application."""
    told = data("life")
    town = draw.choice(told["towns"])
    street, block = draw.choice(told["streets"]), f"{draw.randint(1, 6)}-{draw.randint(1, 28)}-{draw.randint(1, 15)}"
    status, last = story.statuses[-1]
    applicant = Applicant(
        person.name, person.reading, story.born_on, person.nationality, status, last.last, person.language, person.sex,
        f"{town}{street}{block} {draw.choice(told['buildings'])}{draw.randint(1, 5)}0{draw.randint(1, 8)}", town,
        draw.random() < 0.03,
    )  # fmt: skip
    unit = told["units"][number % len(told["units"])]
    receipt = f"東{_MARK[kind][1]}{story.received_on.year % 100}-{number:06}"
    return NewCase(
        case_id(story.received_on, number, kind), kind, story.route, story.received_on, unit, applicant, receipt
    )


def case_id(received_on: date, number: int, kind: Kind = Kind.PERMANENT_RESIDENCE) -> str:
    """``PR-2026-00012``."""
    return f"{_MARK[kind][0]}-{received_on.year}-{number:05}"


def evidence(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    """Everything that is linked to the application."""
    yield from _stays(draw, case_, story)
    for status, span in story.statuses:
        if span.first <= story.received_on:
            yield _row(
                case_, story, _K.STATUS, (span.first,), StatusPeriod(status, span.first, span.last), "status_source"
            )
    yield from _work(draw, case_, story)
    yield from pay(draw, case_, story)
    yield from _abilities(draw, case_, story)
    yield from _ties(draw, case_, story)
    yield from _conduct(draw, case_, story)
    yield from _statements(draw, case_, story)


def _row(
    case_: str, story: Story, kind: EvidenceKind, identity: tuple[object, ...], record: Record, source: str
) -> NewEvidence:
    said = tuple(part.isoformat() if isinstance(part, date) else part for part in identity)
    return NewEvidence(case_, kind, said, record, data("life")[source], story.received_on)


def _stays(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    entered = story.came_on
    long_one = story.has(Trouble.LONG_ABSENCE)
    while True:
        left = entered + timedelta(days=draw.randint(330, 700))
        days = draw.randint(9, 26)
        if long_one and left > add_months(story.received_on, -60):
            days, long_one = draw.randint(110, 170), False
        back = left + timedelta(days=days)
        if back >= story.received_on - timedelta(days=20):
            break
        yield _row(case_, story, _K.STAY, (entered,), Stay(entered, left), "stay_source")
        entered = back
    yield _row(case_, story, _K.STAY, (entered,), Stay(entered, None), "stay_source")


def _work(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    employers = draw.sample(data("life")["employers"], 2)
    kind = "self_employed" if story.self_employed else draw.choice(("full_time", "full_time", "full_time", "contract"))
    income = draw.randint(15, 21) * 100_000 if story.has(Trouble.LOW_INCOME) else draw.randint(29, 78) * 100_000
    if way(story.kind, story.route).well_paid:
        income = draw.randint(98, 160) * 100_000
    jobs: list[tuple[str, date, date | None]]
    if story.gap is None:
        jobs = [(employers[0], story.works_from, None)]
    else:
        jobs = [(employers[0], story.works_from, story.gap.first - _DAY), (employers[1], story.gap.last + _DAY, None)]
    for employer, first, last in jobs:
        record = Employment(employer, kind, first, last, income if last is None else None)
        yield _row(case_, story, _K.EMPLOYMENT, (employer, first), record, "employer_source")
    dependants = draw.randint(0, 2) + (1 if story.child_born_on else 0)
    this_year = story.received_on.year
    back = 3 if way(story.kind, story.route).married else 5
    for year in range(max(story.works_from.year + 1, this_year - back), this_year):
        grown = income - (this_year - 1 - year) * draw.randint(4, 16) * 10_000
        if story.gap and story.gap.holds(date(year, 7, 1)):
            grown = grown * 7 // 10
        record_ = Income(year, max(grown, 900_000) // 1_000 * 1_000, dependants)
        yield _row(case_, story, _K.INCOME, (year, data("life")["income_source"]), record_, "income_source")


def _abilities(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    level, low, high = draw.choice(
        (("N1", 100, 165), ("N2", 90, 150), ("N2", 90, 150), ("N3", 95, 140), ("N4", 90, 130))
    )
    if draw.random() < 0.82 and story.received_on.year - story.came_on.year > 1:
        year = draw.randint(story.came_on.year + 1, story.received_on.year - 1)
        taken_on = date(year, 7, 7 - date(year, 7, 1).weekday()) if draw.random() < 0.5 else date(year, 12, 3)
        test = LanguageTest("jlpt", level, draw.randint(low, high), taken_on)
        yield _row(case_, story, _K.LANGUAGE, ("jlpt", level, taken_on), test, "jlpt_source")
    if story.statuses[0][0] == "student":
        school = draw.choice(data("life")["schools"])
        degree = Qualification("degree", school, "学士" if "大学" in school else "専門士", story.works_from)
        yield _row(case_, story, _K.QUALIFICATION, ("degree", school), degree, "degree_source")
    for held, source in _held(draw, story):
        yield _row(case_, story, _K.QUALIFICATION, (held.kind, held.name), held, source)


def _held(draw: Random, story: Story) -> Iterator[tuple[Qualification, str]]:
    """What the route stands on: a degree, a recognition, an award."""
    path = way(story.kind, story.route)
    if path.well_paid:
        level = draw.choice(("博士", "修士", "修士"))
        yield Qualification("degree", "架空大学大学院", level, add_months(story.came_on, -2)), "degree_source"
        yield (
            Qualification("research", "学術誌の論文（筆頭著者）", None, add_months(story.came_on, -1)),
            "degree_source",
        )
    if path.recognised:
        on = add_months(story.came_on, draw.randint(4, 10))
        yield Qualification("refugee_recognition", "難民認定証明書", None, on), "recognition_source"
    if story.route == "contribution":
        on = add_months(story.received_on, -draw.randint(6, 30))
        yield Qualification("award", "文化活動に対する大臣表彰", None, on), "award_source"


def _ties(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    told = data("life")
    ties: list[tuple[Tie, str]] = []
    if story.married_on:
        ties.append((Tie("spouse", story.married_on, None, "日本人の配偶者と同居"), "family_source"))
    if way(story.kind, story.route).parent:
        ties.append((Tie("parent", story.born_on, None, "日本にいる親の実子"), "family_source"))
    if story.child_born_on:
        ties.append((Tie("child", story.child_born_on, None, "子と同居"), "family_source"))
        school_from = date(story.child_born_on.year + 6, 4, 1)
        if school_from < story.received_on:
            ties.append((Tie("school", school_from, None, "子が公立小学校に在学"), "school_source"))
    lives_since = add_months(story.received_on, -draw.randint(14, 70)).replace(day=1)
    ties.append((Tie("housing", max(lives_since, story.came_on), None, "賃貸住宅に居住"), "housing_source"))
    if draw.random() < 0.45:
        since = max(add_months(story.received_on, -draw.randint(8, 50)).replace(day=1), story.came_on)
        ties.append((Tie("community", since, None, draw.choice(told["community"])), "community_source"))
    for tie, source in ties:
        yield _row(case_, story, _K.TIE, (tie.kind, tie.since, tie.description), tie, source)


def _conduct(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    rows = []
    if story.has(Trouble.TRAFFIC):
        for _ in range(draw.randint(1, 2)):
            on = story.received_on - timedelta(days=draw.randint(60, 900))
            rows.append(
                Conduct("traffic_violation", on, draw.choice(("反則金 6,000円", "反則金 9,000円", "反則金 12,000円")))
            )
    if story.has(Trouble.FINE):
        rows.append(
            Conduct("fine", story.received_on - timedelta(days=draw.randint(200, 1_200)), "罰金 20万円（過失運転致傷）")
        )
    if story.gap:
        first = story.gap.last + _DAY
        late = story.has(Trouble.NOTIFIED_LATE)
        on = first + timedelta(days=draw.randint(40, 120) if late else draw.randint(1, 13))
        said = "所属機関に関する届出（期限の後）" if late else "所属機関に関する届出（14日以内）"
        rows.append(Conduct("notification_late" if late else "notification_made", min(on, story.received_on), said))
    if not rows or not story.troubles & {Trouble.TRAFFIC, Trouble.FINE}:
        rows.append(Conduct("no_record", story.received_on, "該当する記録はない"))
    for row in {(each.kind, each.on): each for each in rows}.values():
        yield _row(case_, story, _K.CONDUCT, (row.kind, row.on), row, "conduct_source")


def _reasons(draw: Random, told: Mapping[str, Any], story: Story) -> str:
    """Why they apply, as it fits who they are: the route, and whether there is a child."""
    if story.kind == Kind.NATURALIZATION and story.child_born_on:
        return str(told["reasons_child"])
    if of_kind := told.get(f"reasons_{story.kind}"):
        return str(of_kind.get(story.route, of_kind["general"]))
    if story.route == "spouse":
        return str(told["reasons"][3])
    drawn = draw.choice((0, 1, 2))
    return str(told["reasons"][drawn if story.child_born_on or drawn != 1 else 0])


def _statements(draw: Random, case_: str, story: Story) -> Iterator[NewEvidence]:
    told = data("life")
    reasons = _reasons(draw, told, story)
    said = [Statement("reasons", story.received_on, reasons)]
    for trouble, texts in ((Trouble.PENSION_LATE, "late_reply"), (Trouble.PENSION_UNPAID, "unpaid_reply")):
        if story.has(trouble):
            drawn = draw.choice(told[texts])  # a student has left no job
            said.append(Statement("reply", story.received_on, told[texts][-1] if story.route == "student" else drawn))
    for each in said:
        yield _row(case_, story, _K.STATEMENT, (each.kind, each.given_on, each.text), each, "applicant_source")
