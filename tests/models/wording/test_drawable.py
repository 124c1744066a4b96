"""Which characters can be printed: the kept list is that of the fonts, and what it lets pass the renderer draws."""

import os
from collections.abc import Iterator

import pytest
from reportlab.pdfbase.ttfonts import TTFont

import resources
from models.wording import drawable, plain
from models.wording.values import HintKind


def stretches() -> Iterator[str]:
    """What the fonts draw, from the fonts themselves."""
    codes = sorted({code for each in resources.font_files() for code in TTFont(each.stem, str(each)).face.charToGlyph})
    first = last = codes[0]
    for code in (*codes[1:], -1):
        if code != last + 1:
            yield f"{first:X}" if first == last else f"{first:X}-{last:X}"
            first = code
        last = code


@pytest.mark.prove
def test_the_list_is_that_of_the_fonts() -> None:
    if os.environ.get("AKASHI_GOLDEN") == "write":
        resources.drawable_file().write_text("\n".join(stretches()) + "\n", encoding="ascii")
    assert resources.drawable_file().read_text(encoding="ascii").split() == list(stretches())


@pytest.mark.parametrize(
    "text", ["納付は期限の後です。", "髙﨑 𠮷田 葛󠄀", "Nguyễn Thị", "नेपाली क्‍ष", "ภาษาไทย", "한국어\n2行目\t", "①〜※"]
)
def test_what_people_write_can_be_printed(text: str) -> None:
    assert not list(drawable.undrawable(text))


@pytest.mark.parametrize(
    ("text", "named"),
    [("遅れました😀。", "😀 (U+1F600 GRINNING FACE)"), ("アラビア ع", "ع (U+0639 ARABIC LETTER AIN)")],
)
def test_what_cannot_is_named_while_it_is_typed(text: str, named: str) -> None:
    hint = next(each for each in plain.look(text, "ja") if each.kind is HintKind.UNDRAWABLE)
    assert hint.instead == named
    assert named in hint.message.text("ja")
    assert hint == plain.look(text, "ja")[0]
