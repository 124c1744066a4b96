"""Where things stand on the paper: the envelope's window, line breaks by Japanese rules, figures that never part."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest

from models.decisions.values import Outcome
from models.letters.values import WINDOWS, FigureKind
from reports import letter_pdf
from tests.models.letters import sample

MM = 72 / 25.4
PAGE_HEIGHT = 297 * MM
NOT_AT_LINE_HEAD = "、。，．）」』】？！：；・ーぁぃぅぇぉっゃゅょァィゥェォッャュョヶ々"
NOT_AT_LINE_END = "（「『【"
CASES = [(language, outcome) for language in ("ja", "en") for outcome in Outcome]


@cache
def made(language: str, outcome: Outcome = Outcome.REFUSE) -> bytes:
    """The PDF of a sample letter."""
    return letter_pdf.render([sample.letter(language, outcome)])


def lines(content: bytes) -> Iterator[str]:
    """The lines as set."""
    with pypdfium2.PdfDocument(content) as document:
        for each in document:
            yield from (line for line in each.get_textpage().get_text_range().splitlines() if line.strip())


WINDOW = {"long3": ((20, 18, 87, 44), (0, 0, 110, 63)), "dl": ((20, 50, 102, 86), (12, 41, 110, 95))}
"""Where the address must lie, and where nothing else may (left, top, right, bottom in mm): 長形3号 (120 × 235) has its window of
90 × 45 at 20/18, DL (220 × 110) at 20/50; the folded sheet slips."""


@pytest.mark.parametrize("window", WINDOWS)
def test_the_address_lies_in_the_window_and_nothing_else_near_it(window: str) -> None:
    inside, near = WINDOW[window]
    content = letter_pdf.render([replace(sample.letter(), window=window)])
    with pypdfium2.PdfDocument(content) as document:
        page = document[0].get_textpage()
        boxes = [page.get_rect(place) for place in range(page.count_rects())]
        said = page.get_text_range()
    placed = [(x / MM, (PAGE_HEIGHT - top) / MM, right / MM, (PAGE_HEIGHT - y) / MM) for x, y, right, top in boxes]
    left, top, right, bottom = near
    found = [each for each in placed if each[0] < right and each[2] > left and each[1] < bottom and each[3] > top]
    assert found
    assert all(each[0] >= inside[0] and each[1] >= inside[1] for each in found), found
    assert all(each[2] <= inside[2] and each[3] <= inside[3] for each in found), found
    # Page 1 stands alone with the lower window too.
    assert "2027年5月24日まで" in said


@pytest.mark.parametrize("outcome", Outcome)
def test_lines_break_by_japanese_rules(outcome: Outcome) -> None:
    set_lines = [line.removeprefix("・ ") for line in lines(made("ja", outcome))]
    assert [line for line in set_lines if line.strip()[0] in NOT_AT_LINE_HEAD and len(line.strip()) > 1] == []
    assert [line for line in set_lines if line.strip()[-1] in NOT_AT_LINE_END] == []


@pytest.mark.parametrize(("language", "outcome"), CASES)
def test_no_date_is_parted(language: str, outcome: Outcome) -> None:
    """Each date stands whole in lines as often as in the text without its line ends."""
    letter = sample.letter(language, outcome)
    dates = {each.text for sentence in letter.sentences() for each in sentence.figures if each.kind is FigureKind.DATE}
    set_lines = [line.replace("\u00a0", " ") for line in lines(made(language, outcome))]
    joined = ("" if language == "ja" else " ").join(set_lines)
    assert dates
    for text in sorted(dates):
        pattern = re.compile(rf"(?<!\d){re.escape(text)}")
        assert sum(len(pattern.findall(line)) for line in set_lines) == len(pattern.findall(joined)), text


def test_japanese_inside_english_is_tagged_as_japanese() -> None:
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(made("en"))) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/Lang" in each:
                found.add(str(each.Lang))
    assert any(lang.startswith("ja") for lang in found), found


@pytest.mark.parametrize(("language", "outcome"), CASES)
def test_page_one_holds_the_whole_summary(language: str, outcome: Outcome) -> None:
    letter = sample.letter(language, outcome)
    assert letter.first is not None
    with pypdfium2.PdfDocument(made(language, outcome)) as document:
        first = re.sub(r"\s", "", document[0].get_textpage().get_text_range())
    for box in letter.first.boxes:
        assert re.sub(r"\s", "", box.answer) in first
