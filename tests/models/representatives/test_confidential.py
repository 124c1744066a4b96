"""To whom letters go; and the canary: a confidential address stands on the envelope and in no other file or answer."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.operations import decisions, envelopes, letters, records, representatives
from models.decisions.values import Outcome
from models.errors import AkashiError, BadInput, CheckFailed, NotFound, NotPermitted
from models.representatives.values import NewRepresentative, Role
from models.store.office import Office
from tests import builders

CASE = "A-001"
CANARY = "新宿区カナリア町7-7-7"
OFFICE_ADDRESS = "東京都港区虎ノ門1-1-1"
LAWYER = NewRepresentative(
    CASE, Role.LAWYER, "田村 弁", "虎ノ門法律事務所", "12345", OFFICE_ADDRESS, "03-0000-0000", True
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = builders.office(tmp_path)
    builders.ready_case(made, address=CANARY, confidential=True, language="en")
    yield made
    made.close()


def text_of(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def decide(office: Office) -> None:
    builders.find_all(office, not_met=["pension"])
    decisions.propose(office, builders.EXAMINER, CASE, Outcome.REFUSE, "全体として見て決めた。")
    decisions.countersign(office, builders.SUPERVISOR, CASE)


def test_letters_go_to_the_representative(office: Office) -> None:
    representatives.add(office, builders.EXAMINER, LAWYER)
    decide(office)
    letter = envelopes.addressed(office, builders.EXAMINER, CASE)
    assert (letter.addressee_name, letter.addressee) == ("田村 弁", (OFFICE_ADDRESS, "虎ノ門法律事務所"))
    representatives.end(office, builders.EXAMINER, CASE, 1, "解任された。")
    assert envelopes.addressed(office, builders.EXAMINER, CASE).addressee == (CANARY,)
    with pytest.raises(NotFound):
        representatives.end(office, builders.EXAMINER, CASE, 1, "再び")
    assert records.verify(office).ok


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"name": " "}, "name"),
        ({"address": ""}, "address"),
        ({"role": Role.GUARANTOR}, "receives"),
        ({"telephone": "123456789018"}, "telephone"),
    ],
)
def test_what_stands_against_a_representative(office: Office, changes: dict[str, object], place: str) -> None:
    from dataclasses import replace

    with pytest.raises(CheckFailed) as caught:
        representatives.add(office, builders.EXAMINER, replace(LAWYER, **changes))  # type: ignore[arg-type]  # checked at run time
    assert [each.place for each in caught.value.problems] == [place]
    with pytest.raises(NotPermitted):
        representatives.add(office, builders.AUDITOR, LAWYER)


def test_no_address_no_envelope(tmp_path: Path) -> None:
    with builders.office(tmp_path, name="bare.akashi") as bare:
        builders.ready_case(bare, address=None)
        decide(bare)
        with pytest.raises(BadInput) as caught:
            envelopes.render(bare, builders.EXAMINER, CASE, "long3")
        assert isinstance(caught.value, AkashiError)


def test_the_canary_stands_on_the_envelope_alone(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(office)
    assert CANARY in text_of(envelopes.render(office, builders.EXAMINER, CASE, "long3"))
    issued = letters.issue(office, builders.EXAMINER, CASE)
    for each in issued:
        said = text_of(each.content) if each.format == "pdf" else each.content.decode(errors="replace")
        assert CANARY not in said, f"{each.language} {each.format}"
    file = builders.case_file(office)
    assert CANARY not in json.dumps([[e.kind, dict(e.content)] for e in file.events], ensure_ascii=False, default=str)
    office_path = tmp_path / "office.akashi"
    office.close()
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    monkeypatch.setenv("AKASHI_PASSWORD", builders.PASSWORD)
    lines = ["case list", f"case show {CASE}", f"case deadlines {CASE}", f"household show {CASE}", f"case turns {CASE}",
             f"representative list {CASE}", f"letters corrections {CASE}", f"request list {CASE}", f"case seen {CASE}",
             f"case earlier {CASE}", f"inquiry list {CASE}", f"attachment list {CASE}", f"wording list {CASE} --language ja",
             f"letter {CASE} --language ja --format json --out {tmp_path / 'l.json'}",
             f"letter {CASE} --language en --format html --out {tmp_path / 'l.html'}"]  # fmt: skip
    for line in lines:
        assert main([*line.split(), "--office", str(office_path), "--as", "examiner1", "--json"]) == 0, line
        assert CANARY not in capsys.readouterr().out, line
    for what, out in (("decision-sheet", "sheet.pdf"), ("case calendar", "c.ics")):
        made = tmp_path / out
        assert main([*what.split(), CASE, "--out", str(made), "--office", str(office_path), "--as", "examiner1"]) == 0
        raw = made.read_bytes()
        assert CANARY not in (text_of(raw) if out.endswith("pdf") else raw.decode())
    for written in ("l.json", "l.html"):
        assert CANARY not in (tmp_path / written).read_text(encoding="utf-8"), written
    for more in (["--redacted"], []):
        packet = tmp_path / "packet.zip"
        packet.unlink(missing_ok=True)
        export = ["export", "packet", CASE, *more, "--out", str(packet), "--office", str(office_path)]
        assert main([*export, "--as", "auditor1"]) == 0
        with zipfile.ZipFile(packet) as held:
            for name in held.namelist():
                content = held.read(name)
                assert CANARY.encode() not in content, name
                assert not content.startswith(b"%PDF") or CANARY not in text_of(content), name
