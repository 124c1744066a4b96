"""The letter as PDF: its text, its tags, its standards, the same bytes each time, and nothing of a case as markup."""

import io
import json
import re
import threading
import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
import segno

from models.decisions.values import Outcome
from models.errors import BadInput
from models.letters.compose import compose
from models.letters.values import Letter
from reports import letter_data, letter_pdf
from resources import letters
from tests.models.letters import sample

OUTCOMES, LANGUAGES = tuple(Outcome), ("ja", "en")
every = pytest.mark.parametrize(("language", "outcome"), [(lang, out) for lang in LANGUAGES for out in OUTCOMES])


@cache
def made(language: str = "ja", outcome: Outcome = Outcome.REFUSE) -> bytes:
    """The PDF of a sample letter."""
    return letter_pdf.render([sample.letter(language, outcome)])


def text_of(content: bytes) -> str:
    """The text that a reader extracts, without spaces and line ends (figures never part, but lines do)."""
    with pypdfium2.PdfDocument(content) as document:
        return _plain("".join(each.get_textpage().get_text_range() for each in document))


def _plain(text: str) -> str:
    """Without spaces, and without hyphens, which extraction drops at a line's end."""
    return re.sub(r"[\s\-\ufffe\u00ad]", "", text)


def named(name: str, **more: object) -> Letter:
    """The refusal of somebody with this name."""
    applicant = replace(sample.case().applicant, name=name)
    file = sample.casefile(applicant=applicant)
    return compose(file, sample.proposal(), sample.context(**more), "ja")


@every
def test_it_passes_a_validator_of_pdf_ua_1(language: str, outcome: Outcome, tmp_path: Path) -> None:
    where = tmp_path / "letter.pdf"
    where.write_bytes(made(language, outcome))
    report = page.validate_pdf(str(where), profile=page.ValidationProfile.PDF_UA_1)
    assert "0 failed" in str(report).split("Checks")[1], str(report)


@every
def test_it_passes_a_validator_of_pdf_a_2a(language: str, outcome: Outcome, tmp_path: Path) -> None:
    """But for STREAM-LENGTH, which the validator reports where a stream's last byte is a line end: the file is right."""
    where = tmp_path / "letter.pdf"
    where.write_bytes(made(language, outcome))
    report = page.validate_pdf(str(where), profile=page.ValidationProfile.PDF_A_2A)
    failed = {str(each) for each in report.failures if "STREAM-LENGTH" not in str(each)}
    assert failed == set(), str(report)


@every
def test_it_says_that_it_is_pdf_ua_1_and_pdf_a_2a(language: str, outcome: Outcome) -> None:
    with pikepdf.open(io.BytesIO(made(language, outcome))) as pdf:
        meta = pdf.open_metadata()
        assert meta.pdfa_status == "2A"
        assert str(meta["pdfuaid:part"]) == "1"
        assert str(pdf.Root.Lang).startswith(language)
        assert "/Outlines" in pdf.Root
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert sample.letter(language, outcome).title == str(pdf.docinfo["/Title"])


@every
def test_its_text_holds_every_sentence(language: str, outcome: Outcome) -> None:
    """Every criterion, every cited figure, the remedies' last day: all of what the tree says is drawn and can be read out."""
    said = text_of(made(language, outcome))
    for sentence in sample.letter(language, outcome).sentences():
        assert _plain(sentence.text) in said, sentence.id


@every
def test_its_tags_hold_the_text_once(language: str, outcome: Outcome) -> None:
    """A validator passes wrong tags too: read the tagged text itself. A sentence stands in it as often as in the tree."""
    letter = sample.letter(language, outcome)
    tagged = _plain(tagged_text(made(language, outcome)))
    assert letter.first is not None
    assert tagged.count(_plain(letter.first.outcome.text)) == 1
    for sentence in letter.sentences():
        assert _plain(sentence.text) in tagged, sentence.id


def test_paragraphs_of_cells_are_tagged_as_paragraphs_under_headers() -> None:
    kinds = tag_kinds(made())
    for kind in ("/H1", "/H2", "/H3", "/H4", "/P", "/Table", "/THead", "/TH", "/TD", "/Figure"):
        assert kinds.get(kind), kind
    assert kinds["/P"] > kinds["/TD"]


def test_every_page_has_its_number_the_case_and_the_letter_number() -> None:
    with pypdfium2.PdfDocument(made()) as document:
        for number, each in enumerate(document, 1):
            text = each.get_textpage().get_text_range()
            assert f"{number} / {len(document)}" in text
            assert "武永第2026-004127号" in text
            assert "PR-2026-000123" in text


def test_a_draft_says_so_on_every_page() -> None:
    with pypdfium2.PdfDocument(letter_pdf.render([sample.letter("ja", draft=True, number="")])) as document:
        for each in document:
            assert "草案" in each.get_textpage().get_text_range()
    assert "草案" not in text_of(made())


def test_the_same_letter_gives_the_same_bytes() -> None:
    first = made()
    found: list[bytes] = []
    other = threading.Thread(target=lambda: found.append(letter_pdf.render([sample.letter("ja")])))
    other.start()
    other.join()
    letter_pdf.render([sample.letter("en")])
    assert found == [first] == [letter_pdf.render([sample.letter("ja")])]


def test_another_day_of_dispatch_gives_other_bytes() -> None:
    assert letter_pdf.render([sample.letter("ja", dispatched_on=sample.GOT)]) != made()


def test_two_languages_make_one_document() -> None:
    content = letter_pdf.render([sample.letter("ja"), sample.letter("en")])
    said = text_of(content)
    assert "許可しないと決定しました" in said
    assert "Wehavedecidednottogrant" in said


INJECTED = (
    '#read("/etc/passwd")', "#sys.version", "$ x^2 $", "*bold* _it_ `raw`", "<label> @ref", "= heading", "#[ #panic() ]", "\\u{41}",
    '#import "x.typ"', "// comment", "/* block */", "#set page(fill: red)", "~ -- --- ...", '"]; #panic("x")', "http://example.org",
    "{value} {fact:residence.years}", "%s %(x)s", "<script>alert(1)</script>", "- list\n+ item",
)  # fmt: skip


@pytest.mark.parametrize("markup", INJECTED)
def test_markup_in_a_name_or_a_reason_is_printed_as_it_stands(markup: str) -> None:
    applicant = replace(sample.case().applicant, name=markup.replace("\n", " "))
    file = sample.casefile(applicant=applicant)
    reasons = tuple(
        replace(each, reasons=tuple(replace(reason, text=markup) for reason in each.reasons))
        if each.criterion == "pension"
        else each
        for each in file.findings
    )
    letter = compose(replace(file, findings=reasons), sample.proposal(), sample.context(), "ja")
    assert text_of(letter_pdf.render([letter])).count(_plain(markup)) >= 2


@pytest.mark.parametrize(
    "name", ["𠮷田 太郎", "髙橋 﨑", "𡈽屋 𠀋", "辻󠄀 花子", "Nguyễn Thị Ánh Đào", "O’Brien-Müller", "㐂久子"]
)
def test_rare_names_are_drawn_and_read_out_unchanged(name: str) -> None:
    said = text_of(letter_pdf.render([named(name)]))
    bare = re.sub("[\U000e0100-\U000e01ef]", "", name)
    assert _plain(bare) in re.sub("[\U000e0100-\U000e01ef]", "", said)


def test_a_persons_lines_stay_lines() -> None:
    written = "一つめの段落です。\n\n二つめの段落です。\t終わり。"
    letter = compose(sample.casefile(), sample.proposal(weighing=written), sample.context(), "ja")
    with pypdfium2.PdfDocument(letter_pdf.render([letter])) as document:
        lines = [line.strip() for each in document for line in each.get_textpage().get_text_range().splitlines()]
    assert any(line.endswith("一つめの段落です。") for line in lines)
    assert any(line.startswith("二つめの段落です。") for line in lines)


def kanji_of_jis() -> str:
    """Every kanji of JIS X 0213 and JIS X 0212."""
    found: set[str] = set()
    for codec, lead in (("euc_jis_2004", b""), ("euc_jis_2004", b"\x8f"), ("euc_jp", b"\x8f")):
        for row in range(0xA1, 0xFF):
            for cell in range(0xA1, 0xFF):
                char = (lead + bytes((row, cell))).decode(codec, errors="ignore")
                found.update(each for each in char if unicodedata.name(each, "").startswith("CJK "))
    return "".join(sorted(found))


def test_every_kanji_of_jis_can_stand_in_a_name() -> None:
    """JIS X 0213 and 0212 together: no missing glyph, and each is read out again."""
    kanji = kanji_of_jis()
    assert len(kanji) > 13_000
    file = sample.casefile()
    letter = compose(file, sample.proposal(weighing=kanji), sample.context(), "ja")
    said = set(text_of(letter_pdf.render([letter])))
    assert len(set(kanji) - said) == 0, sorted(set(kanji) - said)


def test_a_character_that_no_font_draws_stops_the_letter_by_name() -> None:
    with pytest.raises(BadInput, match=r"U\+1C5A"):
        letter_pdf.render([named("ᱚᱞ")])


def test_an_address_of_four_lines_has_room_in_the_window() -> None:
    """It is measured with the spacing that it is set in, not with that of running text."""
    address = "〒180-9999\n東京都武野市緑町三丁目8番5号\nコーポみどり203号室\n武野設計株式会社"
    applicant = replace(sample.case().applicant, address=address)
    letter = compose(sample.casefile(applicant=applicant), sample.proposal(), sample.context(), "ja")
    assert "武野設計株式会社" in text_of(letter_pdf.render([letter]))


def test_an_address_too_long_for_the_window_stops_the_letter() -> None:
    long = "\n".join(["東京都武蔵野市緑町三丁目八番五号みどりコーポラス第二別館二百三号室方"] * 6)
    applicant = replace(sample.case().applicant, address=long)
    letter = compose(sample.casefile(applicant=applicant), sample.proposal(), sample.context(), "ja")
    with pytest.raises(BadInput, match="window"):
        letter_pdf.render([letter])


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("𠮷田 太郎（葛󠄀城市）2026年　Nguyen ①㈱“—”", b"kana"),
        ("สมชาย ใจดี", b""),
        ("राम", b""),
        ("Nguyễn", b""),
        ("김", b""),
        ("e\u0301", b""),
    ],
)
def test_only_a_letter_without_another_script_is_shaped_as_one(text: str, script: bytes) -> None:
    """Thai, Nepali and marks above letters are shaped by their own rules."""
    assert letter_pdf._files(letters.twin_template(), json.dumps([text], ensure_ascii=False))["script.txt"] == script


def test_the_qr_code_holds_letter_and_check_number_only() -> None:
    letter = sample.letter("ja")
    out = io.BytesIO()
    again = segno.make(f"AKASHI1 武永第2026-004127号 {letter.check_number}", error="m", micro=False)
    again.save(out, kind="svg", border=0, xmldecl=False, nl=False)
    assert letter_data.qr_svg(letter) == out.getvalue().decode()


def tagged_text(content: bytes) -> str:
    """The text of the structure tree in its order: what a screen reader reads."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return TagReader(pdf).text()


def tag_kinds(content: bytes) -> dict[str, int]:
    """How often each kind of structure element stands in the tree."""
    counts: dict[str, int] = {}

    def walk(node: pikepdf.Object) -> None:
        if not isinstance(node, pikepdf.Dictionary):
            return
        if "/S" in node:
            counts[str(node.S)] = counts.get(str(node.S), 0) + 1
        for kid in _kids(node):
            walk(kid)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        walk(pdf.Root.StructTreeRoot)
    return counts


def _kids(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids: Any = node.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


class TagReader:
    """Reads marked content by its ids, page by page, and puts it into the order of the structure tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._root = pdf.Root.StructTreeRoot
        self._by_page: dict[object, dict[int, str]] = {each.objgen: _marked(each) for each in pdf.pages}

    def text(self) -> str:
        """All of it."""
        return "".join(self._walk(self._root, None))

    def _walk(self, node: pikepdf.Object, page_of: object) -> list[str]:
        here = node.Pg.objgen if "/Pg" in node else page_of
        found = []
        for kid in _kids(node):
            if isinstance(kid, int):
                assert here is not None
                found.append(self._by_page[here].get(kid, ""))
            elif isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type", "")) == "/MCR":
                where = kid.Pg.objgen if "/Pg" in kid else here
                found.append(self._by_page[where].get(int(kid.MCID), ""))
            elif isinstance(kid, pikepdf.Dictionary):
                found.extend(self._walk(kid, here))
        return found


def _marked(one: pikepdf.Page) -> dict[int, str]:
    """The text of each marked content of a page, through the fonts' ToUnicode maps; actual text where it is given."""
    maps = {name: _to_unicode(font) for name, font in one.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(one):
        operands: list[Any] = list(instruction.operands)
        match str(instruction.operator):
            case "BDC":
                properties: Any = operands[1] if isinstance(operands[1], pikepdf.Dictionary) else {}
                inherited = stack[-1] if stack else None
                if "/ActualText" in properties and inherited is not None:
                    found[inherited] = found.get(inherited, "") + str(properties["/ActualText"])
                    inherited = None
                stack.append(
                    int(properties["/MCID"])
                    if "/MCID" in properties
                    else None
                    if str(operands[0]) == "/Artifact"
                    else inherited
                )
            case "BMC":
                stack.append(stack[-1] if stack else None)
            case "EMC":
                stack.pop()
            case "Tf":
                font = maps[str(operands[0])]
            case "Tj" | "TJ":
                if stack and stack[-1] is not None:
                    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                    text = "".join(_decoded(bytes(each), font) for each in pieces if isinstance(each, pikepdf.String))
                    found[stack[-1]] = found.get(stack[-1], "") + text
    return found


def _decoded(codes: bytes, font: dict[int, str]) -> str:
    return "".join(font.get(int.from_bytes(codes[place : place + 2], "big"), "") for place in range(0, len(codes), 2))


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            for place in range(int(last, 16) - int(first, 16) + 1):
                found[int(first, 16) + place] = chr(start + place)
    return found
