"""Registers: every row is used, or counted with its reason; names go no further."""

import csv
import io
import time
from collections.abc import Iterator

import numpy as np
import pytest

from models.consistency import registers, rules
from models.consistency.inputs import Options
from models.consistency.ledger import Ledger
from models.consistency.registers import RegisterMap, read_assessments, read_decisions
from models.consistency.values import Metric, Product
from models.errors import BadInput
from tests.models.consistency import tables

HEADER = (
    "case,decided_on,examiner,unit,kind,outcome,period,finding:pension,finding:tax,reason:1,reason:2,mix:route,mix:age"
)


def rows(text: str, header: str = HEADER) -> Iterator[dict[str, str]]:
    """Rows of a CSV text."""
    return iter(csv.DictReader(io.StringIO(f"{header}\n{text}")))


def test_a_clean_register_becomes_columns() -> None:
    read = read_decisions(
        rows(
            "P1,2025-04-01,Sato,First,permanent_residence,grant,3,met,met,,,general,31\n"
            "P2,令和7年4月2日,Suzuki,First,permanent_residence,refuse,,not_met,,P-02,T-01,spouse,44\n"
            "P3,2025/4/3,Sato,Second,extension,不許可,,not_applicable,not_met,P-02,,general,28\n"
        )
    )
    made = read.decisions
    assert read.rows == made.size == 3
    assert read.examiners == ("Sato", "Suzuki")
    assert np.diff(made.decided_on).tolist() == [1, 1]
    assert made.granted.tolist() == [True, False, False]
    assert made.criteria == ("pension", "tax")
    assert made.findings.tolist() == [[1, 2, 0], [1, -1, 2]]
    assert made.reasons == ("P-02", "T-01")
    assert (made.reason_row.tolist(), made.reason_code.tolist()) == ([1, 1, 2], [0, 1, 0])
    assert [column.name for column in made.mix] == ["route", "age"]
    assert made.kind.levels == ("permanent_residence", "extension")
    assert made.dropped == ()


def test_every_row_left_out_is_counted_with_its_reason() -> None:
    good = "P1,2025-04-01,Sato,First,k,grant,,met,met,,,a,1\n"
    read = read_decisions(
        rows(
            good
            + good
            + "P1,2025-04-01,Sato,First,k,refuse,,met,met,,,a,1\n"
            + "P2,,Sato,First,k,grant,,,,,,a,1\n"
            + "P3,2025-02-30,Sato,First,k,grant,,,,,,a,1\n"
            + "P4,2025-04-01,,First,k,grant,,,,,,a,1\n"
            + "P5,2025-04-01,Sato,First,k,,,,,,,a,1\n"
            + "P6,2025-04-01,Sato,First,k,withdrawn,,,,,,a,1\n"
            + "P7,2025-04-01,Sato,,,grant,,perhaps,,,,,\n"
        )
    )
    dropped = {each.reason: each.rows for each in read.decisions.dropped}
    assert dropped == {
        "duplicate_row": 1,
        "contradicting_row": 1,
        "missing_decided_on": 1,
        "unreadable_date": 1,
        "missing_examiner": 1,
        "missing_outcome": 1,
        "unknown_outcome": 1,
        "gap_unknown_finding": 1,
    }
    cells = dropped.pop("gap_unknown_finding")
    assert cells == 1
    assert read.decisions.size + sum(number or 0 for number in dropped.values()) == read.rows
    assert (read.decisions.unit.codes.tolist(), read.decisions.mix[0].codes.tolist()) == ([0, -1], [0, -1])


def test_a_day_in_another_century_is_a_slip_and_is_counted() -> None:
    made = read_decisions(
        {"decided_on": day, "examiner": f"e{place % 3}", "outcome": "grant", "reason:1": "R-1"}
        for place, day in enumerate(["2925-04-01", "1925-04-01", *(f"2025-04-{n:02}" for n in range(1, 21))])
    ).decisions
    assert made.size == 20
    assert [(each.rows, each.reason) for each in made.dropped] == [(2, "stray_date")]
    assert made.reason_row.tolist() == list(range(20))


def test_columns_are_known_whatever_their_case_and_width() -> None:
    header = "Case,DECIDED_ON,Ｅｘａｍｉｎｅｒ, outcome "
    assert read_decisions(rows("P1,2025-04-01,Sato,grant\n", header)).decisions.size == 1
    with pytest.raises(BadInput):
        read_decisions(rows("P1,2025-04-01,Sato,grant,Tanaka\n", "Case,decided_on,examiner,outcome,Examiner"))


@pytest.mark.parametrize(
    ("word", "granted"),
    [
        *((each, True) for each in ("許可する", "ＧＲＡＮＴＥＤ", " Approved", "認める")),
        *((each, False) for each in ("不許可", "許可しない", "Denied", "refusal")),
    ],
)
def test_outcomes_in_many_words(word: str, granted: bool) -> None:
    made = read_decisions([{"decided_on": "R7.4.1", "examiner": "e", "outcome": word}])
    assert made.decisions.granted.tolist() == [granted]


def test_a_map_translates_columns_and_words() -> None:
    mapping = RegisterMap(
        {"decided_on": "決定日", "examiner": "担当", "outcome": "結果", "finding:pension": "年金"},
        {"outcome": {"可": "grant", "否": "refuse"}, "finding": {"○": "met", "×": "not_met"}},
        ignored=("備考",),
    )
    text = "2025-04-01,佐藤,可,○,田中様より電話\n2025-04-02,鈴木,否,×,\n"
    made = read_decisions(rows(text, "決定日,担当,結果,年金,備考"), mapping).decisions
    assert made.granted.tolist() == [True, False]
    assert made.findings.tolist() == [[1, 2]]


@pytest.mark.parametrize(
    ("header", "named", "code"),
    [
        ("decided_on,examiner,outcome,備考", "備考", "consistency.register_columns_unknown"),
        ("decided_on,outcome", "examiner", "consistency.register_columns_missing"),
    ],
)
def test_unknown_and_missing_columns_are_named_and_refused(header: str, named: str, code: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_decisions(rows("1,2,3,4", header))
    assert caught.value.message.code == code
    for lang in ("ja", "en"):
        assert named in caught.value.text(lang)


def test_numbers_with_many_values_become_groups_of_like_size() -> None:
    text = "".join(f"P{i},2025-04-01,S,F,k,grant,,,,,,a,{20 + i % 50}\n" for i in range(500))
    age = read_decisions(rows(text)).decisions.mix[1]
    assert len(age.levels) == 5
    assert np.bincount(age.codes).min() >= 90


def test_attributes_of_applicants_are_compared_not_adjusted_for() -> None:
    made = read_decisions(
        rows("2025-04-01,S,grant,VNM,a\n", "decided_on,examiner,outcome,mix:nationality,mix:route")
    ).decisions
    assert [column.name for column in made.mix] == ["route"]
    assert [column.name for column in made.groups] == ["nationality"]


def test_an_empty_register_has_no_decisions() -> None:
    assert read_decisions(iter(())).decisions.size == 0
    assert rules.compute(read_decisions(iter(())).decisions, None, Options()).population.decisions == 0


def canaries(number: int, examiners: int) -> Iterator[dict[str, str]]:
    """A register in which every name, case number and text is a canary."""
    rng = np.random.default_rng(1)
    for place in range(number):
        refused = rng.random() < 0.4
        yield {
            "case": f"CANARY-case-{place}",
            "decided_on": f"2025-{rng.integers(1, 13):02}-{rng.integers(1, 29):02}",
            "examiner": f"CANARY-name-{rng.integers(0, examiners)}",
            "unit": f"CANARY-unit-{place}" if place % 7 == 0 else "First",
            "kind": "permanent_residence",
            "outcome": "refuse" if refused else "grant",
            "finding:pension": "not_met" if refused else "met",
            "reason:1": (f"CANARY-text-{place}" if place % 5 == 0 else "P-02") if refused else "",
            "mix:nationality": f"CANARY-{place}" if place % 11 == 0 else "VNM",
        }


@pytest.mark.parametrize("product", list(Product))
def test_no_canary_gets_into_a_report(product: Product) -> None:
    read = read_decisions(canaries(3000, 1000 if product is Product.WORKING_PAPER else 30))
    report = rules.compute(read.decisions, None, Options(product=product, salt=b"s"))
    assert "CANARY" not in repr(report)
    shown, ledger = rules.protect(report, Ledger(), b"k" * 32)
    assert "CANARY" not in repr(shown)
    assert "CANARY" not in repr(ledger)
    assert shown.population.decisions


def test_thousands_of_examiners_are_normal() -> None:
    read = read_decisions(canaries(6000, 4000))
    begun = time.process_time()
    report = rules.compute(read.decisions, None, Options(salt=b"s"))
    shown, _ = rules.protect(report, Ledger(), b"k" * 32)
    assert time.process_time() - begun < 10
    assert shown.population.examiners == len(read.examiners) > 2500
    assert all(row.suppressed for row in shown.examiners)


def readings(header: str, text: str) -> Iterator[dict[str, str]]:
    """Rows of readings."""
    return rows(text, header)


def test_gwets_subjects_as_a_register_of_readings() -> None:
    lines = [
        f"u{unit},r{rater},{int(value)}"
        for rater, line in enumerate(tables.GWET)
        for unit, value in enumerate(line)
        if not np.isnan(value)
    ]
    made = read_assessments(readings("unit,rater,value", "\n".join(lines)))
    report = rules.compute(None, made, Options(metric=Metric.NOMINAL, bootstraps=100))
    (row,) = report.agreement
    assert row.alpha == pytest.approx(0.74342, abs=5e-6)
    assert row.ac1 == pytest.approx(0.77544, abs=5e-6)


def test_readings_left_out_are_counted() -> None:
    made = read_assessments(
        readings(
            "unit,rater,value,item,round",
            "u1,a,met,pension,1\nu1,a,met,pension,1\nu1,a,not_met,pension,1\nu1,b,met,pension,1\nu2,,met,pension,1\n"
            "u2,b,,pension,1\nu1,reference,not_met,pension,1\n",
        )
    )
    assert {each.reason: each.rows for each in made.dropped} == {
        "duplicate_row": 1,
        "contradicting_row": 1,
        "missing_rater": 1,
        "missing_value": 1,
    }
    assert made.size == 2
    assert [made.levels[code] for code in made.reference] == ["not_met", "not_met"]
    assert made.numbers is not None
    assert made.numbers.tolist() == [0.0, 1.0]


def test_ratings_are_ordinal_and_names_are_nominal() -> None:
    text = "\n".join(
        f"u{unit},{rater},{1 + (unit + (rater == 'b' and unit % 4 == 0)) % 5}" for unit in range(40) for rater in "ab"
    )
    (row,) = rules.compute(None, read_assessments(readings("unit,rater,value", text)), Options(bootstraps=50)).agreement
    assert row.metric is Metric.ORDINAL
    text = "u1,a,good\nu1,b,bad\nu2,a,good\nu2,b,good\n"
    (row,) = rules.compute(None, read_assessments(readings("unit,rater,value", text)), Options(bootstraps=50)).agreement
    assert row.metric is Metric.NOMINAL
    assert registers.numbers_of(("good", "bad")) is None
