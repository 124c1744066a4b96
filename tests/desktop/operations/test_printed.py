"""A line on paper is an anchor that no disk holds: every report of the office bears one, and the record is held against it."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desktop.cli import main
from desktop.operations import bulletin, consistency, decisions, letters, records, sheets
from desktop.operations.consistency import Asked
from models.decisions.values import Outcome
from models.errors import BadInput
from models.letters import settings as letter_settings
from models.records import service
from models.records.values import Standing
from models.store.office import Office
from tests import builders
from tests.desktop.operations import consistency_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Forty decisions."""
    with builders.office(tmp_path) as made:
        consistency_office.decide(made, number=40)
        yield made


def stands(office: Office) -> Standing:
    with office.read() as session:
        return service.standing(session)


def test_every_page_of_a_report_says_where_the_record_stood(office: Office) -> None:
    consistency.bring_up(office, builders.SUPERVISOR)
    printed = stands(office).printed
    report = consistency.working_paper(office, builders.SUPERVISOR, Asked(bootstraps=20))
    files = consistency.files(report, "ja")
    with pypdfium2.PdfDocument(io.BytesIO(files["report.pdf"])) as document:
        pages = [each.get_textpage().get_text_range() for each in document]
    assert len(pages) > 2
    assert all(f"記録：{printed}" in page for page in pages)
    told = json.loads(files["report.json"])["report"]["record"]
    assert f"{told['seq']}:{told['link'][:16]}" == printed


def test_every_page_of_the_bulletin_says_it_too(office: Office) -> None:
    consistency.bring_up(office, builders.SUPERVISOR)
    printed = stands(office).printed
    made = bulletin.of_office(office, builders.SUPERVISOR, 2026, None)
    files = bulletin.files(made, "ja")
    with pypdfium2.PdfDocument(io.BytesIO(files["bulletin.ja.pdf"])) as document:
        pages = [each.get_textpage().get_text_range() for each in document]
    assert all(f"記録：{printed}" in page for page in pages)
    assert f"<p>記録：{printed}</p>" in files["bulletin.ja.html"].decode()


def test_paper_is_held_against_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with builders.office(tmp_path) as office:
        printed, file = stands(office).printed, office.location.file

    def said(anchor: str) -> tuple[bool, str]:
        found = records.verify_at(file, builders.PASSPHRASE, printed=[anchor])
        return found.ok, found.first_broken.kind if found.first_broken else ""

    assert said(f" {printed.upper()} ") == (True, "")
    assert said(printed[:-1] + ("0" if printed[-1] != "0" else "1")) == (False, "anchor")
    assert said(f"9{printed}") == (False, "truncated")
    for wrong in ("", "12", printed[:-1], printed.replace(":", "-"), "x:" + "0" * 16, f"{'9' * 20}:{'0' * 16}"):
        with pytest.raises(BadInput, match="sixteen"):
            said(wrong)


def test_the_command_takes_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AKASHI_PASSPHRASE", builders.PASSPHRASE)
    with builders.office(tmp_path) as office:
        printed, file = stands(office).printed, str(office.location.file)
    assert main(["verify", "--anchor", printed, "--office", file]) == 0
    assert main(["verify", "--anchor", "1:" + "0" * 16, "--office", file, "--lang", "en", "--json"]) == 1
    out = capsys.readouterr().out
    assert json.loads(out[out.index("{") :])["first_broken"] == {"seq": 1, "kind": "anchor", "case": None}


def test_the_decision_sheet_says_where_the_record_stood(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        builders.ready_case(office)
        builders.find_all(office)
        decisions.propose(office, builders.EXAMINER, "A-001", Outcome.GRANT, "総合して判断した。")
        decisions.countersign(office, builders.SUPERVISOR, "A-001")
        printed = stands(office).printed
        content = sheets.decision_sheet_of(office, builders.EXAMINER, "A-001", "ja")
        file = office.location.file
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        assert printed in "".join(document[0].get_textpage().get_text_range().split())
    assert records.verify_at(file, builders.PASSPHRASE, printed=[printed]).ok


def test_a_letter_says_where_the_record_stood_with_its_proposal(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        letters.change_settings(office, builders.ADMIN, letter_settings.sample())
        builders.ready_case(office)
        builders.find_all(office)

        def stood(language: str = "ja") -> list[str]:
            letter = letters.compose(office, builders.EXAMINER, "A-001", language)
            return [each.value for each in letter.head if each.label in ("記録", "Record")]

        case, outcome = "A-001", Outcome.GRANT
        before = letters.preview(office, builders.EXAMINER, case, "en", "html", outcome, "").decode()
        assert "Check no." in before
        assert "<dt>Record" not in before
        decisions.propose(office, builders.EXAMINER, case, outcome, "総合して判断した。")
        printed = stands(office).printed
        assert stood() == stood("en") == [printed]
        assert printed not in letters.preview(office, builders.EXAMINER, case, "en", "html", outcome, "").decode()
        decisions.countersign(office, builders.SUPERVISOR, case)
        foreseen = letters.as_issued(office, builders.EXAMINER, case)
        made = letters.issue(office, builders.SUPERVISOR, case, expected=foreseen.sha256)
        file = office.location.file
    sealed = {(each.language, each.format): each.content for each in made}
    assert sealed["ja", "pdf"].startswith(foreseen.content)
    plain = {each: re.sub("<[^>]+>", "", sealed[each].decode()) for each in sealed if each[1] in ("html", "json")}
    assert [each for each, text in plain.items() if printed not in text] == []
    with pypdfium2.PdfDocument(io.BytesIO(sealed["ja", "pdf"])) as document:
        assert printed in document[0].get_textpage().get_text_range()
    assert records.verify_at(file, builders.PASSPHRASE, printed=[printed]).ok
