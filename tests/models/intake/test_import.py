"""Files into an office: all or none, skipped, superseded, refused."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.operations import cases as case_ops
from desktop.operations import records
from desktop.operations.intake import import_file
from models.errors import NotPermitted
from models.frameworks import library
from models.frameworks.values import FrameworkRef
from models.intake.values import Cancelled, Imported, Refused
from models.people.values import CONSOLE
from models.store.office import Office
from tests import builders
from tests.models.intake.tables import CASES, MY_NUMBER, OBLIGATIONS, case, cases, month, months, put, text
from tests.models.intake.test_malformed import logical_content


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office with the case A-001, as imported."""
    with builders.office(tmp_path) as made:
        take(made, tmp_path, "cases", cases(case()))
        yield made


def take(office: Office, folder: Path, what: str, data: bytes, **options: object) -> Imported:
    """Import bytes."""
    return import_file(office, CONSOLE, what, put(folder, data), **options)  # type: ignore[arg-type]  # named in each test


def counts(done: Imported) -> tuple[int, int, int, int]:
    """rows, new, skipped, superseded."""
    return done.rows, done.new, done.skipped, done.superseded


def test_cases_arrive_with_their_form_and_unit(office: Office, tmp_path: Path) -> None:
    done = take(office, tmp_path, "cases", cases(case(), case(case="A-002", unit="名古屋 永住")))
    assert counts(done) == (2, 1, 1, 0)
    assert (done.cases, done.units) == (("A-002",), ("名古屋 永住",))
    file = case_ops.gather(office, "A-002")
    assert (file.case.applicant.name, file.case.unit, file.evidence[0].id) == ("グエン ティ ラン", "名古屋 永住", "E1")


def test_an_identical_row_is_skipped(office: Office, tmp_path: Path) -> None:
    assert counts(take(office, tmp_path, "obligations", months(month(), month()))) == (2, 1, 1, 0)
    assert counts(take(office, tmp_path, "obligations", months(month()))) == (1, 0, 1, 0)
    assert len(case_ops.gather(office, "A-001").evidence) == 2


def test_a_later_row_supersedes_and_the_old_one_is_kept(office: Office, tmp_path: Path) -> None:
    unpaid = month(paid_on="", status="unpaid")
    take(office, tmp_path, "obligations", months(unpaid))
    done = take(office, tmp_path, "obligations", months(month(as_of="2026-05-01")))
    assert counts(done) == (1, 0, 0, 1)
    old, new = case_ops.gather(office, "A-001").evidence[1:]
    assert (old.superseded_by, new.superseded_by) == (new.id, None)
    assert counts(take(office, tmp_path, "obligations", months(unpaid))) == (1, 0, 1, 0)


def test_same_day_but_different_is_refused(office: Office, tmp_path: Path) -> None:
    take(office, tmp_path, "obligations", months(month()))
    before = logical_content(office)
    with pytest.raises(Refused) as refused:
        take(office, tmp_path, "obligations", months(month(period="2025-06"), month(amount="1")))
    assert [each.line for each in refused.value.bad] == [3]
    assert logical_content(office) == before


def test_an_unknown_case_is_refused_with_its_line(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        take(office, tmp_path, "obligations", months(month(), month(case="Z-9"), month(case="Z-9", period="2025-06")))
    assert [(each.line, each.column, each.value) for each in refused.value.bad] == [
        (3, "case", "Z-9"),
        (4, "case", "Z-9"),
    ]


def test_a_known_case_with_other_particulars_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        take(office, tmp_path, "cases", cases(case(born_on="1999-01-01")))
    assert refused.value.bad[0].line == 2


def test_a_route_without_a_framework_is_refused(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in an office that keeps one framework only, whatever is shipped."""
    kept = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
    two = replace(kept, routes=tuple(each for each in kept.routes if each.key in ("general", "spouse")))
    monkeypatch.setattr(library, "shipped", lambda: library.Library((two,)))
    with pytest.raises(Refused) as refused:
        take(
            office,
            tmp_path,
            "cases",
            cases(case(case="A-002"), case(case="A-003", route="refugee"), case(case="A-004", kind="帰化")),
        )
    assert [(each.line, each.column) for each in refused.value.bad] == [(3, "route"), (4, "kind")]
    assert [each.id for each in case_ops.listing(office)] == ["A-001"]
    assert "general, spouse" in refused.value.bad[0].message.text("en")


def test_a_route_of_the_offices_own_framework_is_taken_in(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No list of words knows it."""
    kept = library.get(FrameworkRef("permanent_residence", "2026-02-24"))
    own = replace(kept, routes=(*kept.routes, replace(kept.routes[0], key="pilot_scheme")))
    monkeypatch.setattr(library, "shipped", lambda: library.Library((own,)))
    take(office, tmp_path, "cases", cases(case(case="A-002", route="pilot_scheme")))
    assert builders.case_file(office, "A-002").case.route == "pilot_scheme"


def test_a_trial_changes_nothing(office: Office, tmp_path: Path) -> None:
    before = logical_content(office)
    done = take(office, tmp_path, "obligations", months(month()), dry_run=True)
    assert (counts(done), done.dry_run) == ((1, 1, 0, 0), True)
    assert logical_content(office) == before


def test_cancelled_while_reading(office: Office, tmp_path: Path) -> None:
    before = logical_content(office)
    with pytest.raises(Cancelled):
        take(office, tmp_path, "obligations", months(month()), progress=lambda _done, _total: False)
    assert logical_content(office) == before


def test_who_may_not_import(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        import_file(office, builders.AUDITOR, "obligations", put(tmp_path, months(month())))


def test_the_declared_column_stands_in_the_record(office: Office, tmp_path: Path) -> None:
    map_path = put(tmp_path, b'not_my_number = ["receipt"]', "map.toml")
    take(office, tmp_path, "obligations", months(month(receipt=MY_NUMBER)), map_path=map_path)
    (imported, *_) = [e for e in records.page(office, builders.AUDITOR) if e.kind == "imported"]
    assert imported.content["not_my_number"] == ["receipt"]
    assert records.verify(office).ok


def test_more_bad_rows_than_are_named_are_counted(office: Office, tmp_path: Path) -> None:
    bad = [month(period=f"2025/{1 + n % 12}", case=f"X{n}", due_on="?") for n in range(450)]
    with pytest.raises(Refused) as refused:
        take(office, tmp_path, "obligations", months(*bad))
    assert (len(refused.value.bad), refused.value.rest) == (200, 250)
    assert "250" in refused.value.text("ja")


def test_every_kind_of_file(office: Office, tmp_path: Path) -> None:
    files = {
        "obligations": text(OBLIGATIONS, [month()]),
        "stays": "case,entered_on,departed_on\nA-001,2015-04-01,2019-08-01\nA-001,2019-08-20,\n",
        "statuses": "case,status,from,until\nA-001,留学,2015-04-01,2019-03-31\nA-001,技術・人文知識・国際業務,2019-04-01,\n",
        "employment": 'case,employer,kind,from,until,income,source\nA-001,株式会社みどり,正社員,2019-04-01,,"4,200,000",在職証明書\n',
        "income": 'case,year,income,dependants,source\nA-001,令和6年,"4,100,000円",1人,課税証明書\n',
        "qualifications": "case,kind,name,level,on,source\nA-001,学位,架空大学,学士,2019-03-20,\n",
        "language": "case,test,level,score,taken_on\nA-001,日本語能力試験,N2,118,2018-12-02\n",
        "ties": "case,kind,since,until,description,source\nA-001,住居,2020-05-01,,賃貸住宅,契約書\n",
        "conduct": "case,kind,on,outcome,source\nA-001,交通違反,2024-05-01,反則金 9000円,照会回答\n",
        "statements": 'case,kind,given_on,text\nA-001,理由書,2026-04-06,"日本で、\n働き続けたい。"\n',
    }
    for what, content in files.items():
        assert take(office, tmp_path, what, content.encode("cp932")).new >= 1
    kinds = {each.kind.value for each in case_ops.gather(office, "A-001").evidence}
    assert kinds == {*files, "application"}
    assert records.verify(office).ok
    assert CASES[0] == "case"


def test_a_refusal_names_only_the_places_there_are(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused) as by_name:
        import_file(office, CONSOLE, "obligations", put(tmp_path, months(month()), f"{MY_NUMBER}.csv"))
    assert "line" not in by_name.value.text("en").splitlines()[1]
    with pytest.raises(Refused) as by_heading:
        take(office, tmp_path, "obligations", text(("case",), [("A-001",)]).encode())
    assert 'value ""' not in by_heading.value.text("en")
    with pytest.raises(Refused) as by_cell:
        take(office, tmp_path, "obligations", months(month(), month(amount="1"), month(duty="tax", period="2025-09")))
    twice, unknown = by_cell.value.bad
    assert (twice.column, twice.value) == ("duty", "national_pension")
    assert "national_tax" in unknown.message.text("en")
