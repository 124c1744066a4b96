"""What is typed of an attestation or an order becomes values, or a problem beside its field."""

from datetime import date
from pathlib import Path

import pytest

from desktop.linked import form
from desktop.operations import attestations
from models.evidence.values import End
from tests import builders
from tests.models.attestations.test_service import CASE, FOR, new

TYPED = {
    "name": "みどり", "stated_on": "R8.6.20", "until": "", "consent_on": "2026-06-15", "consent_how": "書面", "purpose": "収入を示すため",
    "text": "", "said.annual_pay": "4200000", "said.contract": " ",
}  # fmt: skip


def test_an_attestation_as_typed() -> None:
    made, found = form.attested(CASE, "employer", TYPED, (FOR,))
    assert found == ()
    assert made is not None
    assert (made.stated_on, made.until, made.said) == (date(2026, 6, 20), None, {"annual_pay": "4200000"})


@pytest.mark.parametrize(
    ("name", "text"), [("stated_on", ""), ("stated_on", "soon"), ("until", "x"), ("consent_on", "")]
)
def test_a_day_that_cannot_be_read_is_said_beside_its_field(name: str, text: str) -> None:
    made, found = form.attested(CASE, "employer", {**TYPED, name: text}, (FOR,))
    assert made is None
    assert [each.place for each in found] == [name]


def test_who_may_and_what_still_rests_on_it(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        file = builders.case_file(office)
        assert not form.may_attest(builders.EXAMINER, file), "the office takes none"
        attestations.turn(office, builders.ADMIN, True, "様式ができた")
        made = attestations.add(office, builders.EXAMINER, new())
        file = builders.case_file(office)
        assert form.may_attest(builders.EXAMINER, file)
        assert not form.may_attest(builders.AUDITOR, file)
        assert form.problems(new(criteria=("weather",)), file, builders.TODAY)
        assert form.state(made, "en") == "counts"
        assert form.resting_on(file, made.evidence) == ()
        gone = attestations.withdraw(office, builders.EXAMINER, CASE, made.evidence, "本人の申し出")
        assert gone.end is End.WITHDRAWN
        assert "1 July 2026" in form.state(gone, "en")
        assert not form.may_withdraw(builders.EXAMINER, gone)


def test_an_order_as_typed() -> None:
    typed = {"institution": "municipality", "recipient": "新宿区", "from": "R8.6.1", "to": "2026-06-30"}
    made, found = form.order(typed, False, builders.TODAY)
    assert made is not None
    assert (made.from_on, found) == (date(2026, 6, 1), ())
    assert form.order({**typed, "to": "x"}, False, builders.TODAY)[0] is None
    assert [each.place for each in form.order({**typed, "recipient": ""}, False, builders.TODAY)[1]] == ["recipient"]
    assert form.last_month(date(2026, 3, 15)) == (date(2026, 2, 1), date(2026, 2, 28))
