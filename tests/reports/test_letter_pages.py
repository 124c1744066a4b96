"""The pages of the forty golden letters as small pictures, so that a change of layout shows in review.

``AKASHI_GOLDEN=write`` draws them anew: then look at each. ``pages.json`` names the renderer they were drawn with and
the digest of each PDF; another version of the renderer fails by name, never by a hundred pictures.
"""

import hashlib
import importlib.metadata
import io
import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops

from reports import letter_pdf, letter_twin
from resources.letters import readings
from tests.models.letters import golden

GOLDEN = Path(__file__).parents[1] / "golden" / "letters" / "pages"
MANIFEST = GOLDEN / "pages.json"
RENDERERS = ("typst", "pypdfium2")
WIDE, GREYS, GAP = 180, 4, 4
LARGEST = 4_000
"""Bytes a page."""
BLOCK, APART = 6, 48
"""A block of so many pixels may differ by so many of 255 greys on average: less than a word, more than a rounded edge."""
WRITE = os.environ.get("AKASHI_GOLDEN") == "write"


@cache
def pdf(name: str) -> bytes:
    """A golden letter as PDF."""
    kept = golden.of(name)
    return letter_twin.render_pdf(*kept.letters) if kept.twin else letter_pdf.render(kept.letters)


def pages(content: bytes, wide: int = WIDE) -> list[Image.Image]:
    """Every page in grey, so many pixels wide."""
    with pypdfium2.PdfDocument(content) as document:
        return [each.render(scale=wide / each.get_width()).to_pil().convert("L") for each in document]


def sheet(content: bytes) -> Image.Image:
    """All pages beside each other, six a row, in four greys."""
    drawn = pages(content)
    high = max(each.height for each in drawn) + GAP
    rows = -(-len(drawn) // 6)
    made = Image.new("L", ((WIDE + GAP) * min(6, len(drawn)), high * rows), 128)
    for place, each in enumerate(drawn):
        made.paste(each, (place % 6 * (WIDE + GAP), place // 6 * high))
    step = 255 // (GREYS - 1)
    return made.point([round(value / step) * step for value in range(256)])


def written(picture: Image.Image) -> bytes:
    """As a small PNG."""
    out = io.BytesIO()
    picture.quantize(GREYS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True, bits=2)
    return out.getvalue()


def renderers() -> dict[str, str]:
    """What draws here, by version."""
    return {each: importlib.metadata.version(each) for each in RENDERERS}


def manifest() -> dict[str, Any]:
    """What is kept beside the pictures."""
    kept: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {}
    return kept


def keep(name: str, content: bytes) -> None:
    """Draw a letter anew."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    (GOLDEN / f"{name}.png").write_bytes(written(sheet(content)))
    told = manifest()
    told["renderers"] = renderers()
    told.setdefault("letters", {})[name] = digest(content)
    told["letters"] = {each: told["letters"][each] for each in golden.names() if each in told["letters"]}
    MANIFEST.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def read(name: str) -> Image.Image:
    """The kept picture of a letter."""
    with Image.open(GOLDEN / f"{name}.png") as kept:
        return kept.convert("L")


def digest(content: bytes) -> str:
    """SHA-256 of a PDF."""
    return hashlib.sha256(content).hexdigest()


def difference(one: Image.Image, other: Image.Image) -> int:
    """How far the two are apart where they are furthest apart: the mean of a small block, 0 to 255."""
    apart = ImageChops.difference(one.convert("L"), other.convert("L"))
    return int(apart.reduce(BLOCK).getextrema()[1])  # type: ignore[arg-type]  # one band: two numbers


def test_the_renderer_is_the_one_that_drew_them() -> None:
    if WRITE:
        pytest.skip("drawn anew in this run")
    assert manifest()["renderers"] == renderers(), (
        "another renderer: draw anew with AKASHI_GOLDEN=write, and look at all"
    )


def test_there_are_forty_pictures_and_no_other() -> None:
    if WRITE:
        pytest.skip("drawn anew in this run")
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(golden.names()) == set(manifest()["letters"])


@pytest.mark.parametrize("name", golden.names())
def test_every_page_is_as_it_was_looked_at(name: str) -> None:
    content = pdf(name)
    if WRITE:
        keep(name, content)
    if not WRITE and manifest()["renderers"] != renderers():
        pytest.skip("another renderer, told above")
    kept, drawn = read(name), sheet(content)
    assert drawn.size == kept.size, "another number of pages"
    assert difference(drawn, kept) <= APART, f"{name}: draw with AKASHI_GOLDEN=write, and compare the pictures"
    if sys.platform == "linux":
        assert digest(content) == manifest()["letters"][name], f"{name}: something too small for the picture"


@pytest.mark.parametrize("name", golden.names())
def test_a_picture_is_small(name: str) -> None:
    kept = read(name)
    wide, high = kept.size
    places = wide // WIDE * (high // round(WIDE * 297 / 210))
    assert (GOLDEN / f"{name}.png").stat().st_size <= LARGEST * places


def test_a_word_more_shows() -> None:
    drawn = sheet(pdf("ja-refuse"))
    changed = drawn.copy()
    changed.paste(0, (60, 200, 84, 206))
    assert difference(drawn, changed) > APART


@pytest.mark.parametrize("name", golden.single())
def test_page_1_stands_alone(name: str) -> None:
    """Outcome, reasons and all three boxes stand on it, whatever the language needs of room."""
    first = golden.of(name).letters[0].first
    assert first is not None
    with pypdfium2.PdfDocument(pdf(name)) as document:
        said = "".join(document[0].get_textpage().get_text_range().split())
    for text in (first.outcome.text, first.do_heading, *(each.answer for each in first.boxes)):
        bare = "".join(char for char in readings.plain(text) if char.isalnum() and char.isascii())
        assert "".join(bare.split()) in "".join(char for char in said if char.isalnum() and char.isascii())
