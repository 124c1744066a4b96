"""Every picture of the guide is what the screen shows today: taken anew and compared, pixel by pixel (the long proof).

The cheap share, names and sizes, is asked in ``tests/desktop/test_screens.py``, which walks every screen anyway.
"""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

import resources
from tests import screenshots

FAR = 48
"""So much of 255 in one colour is another pixel: packing to 256 colours moves a pixel less."""
SHARE = 0.004
"""So many pixels may differ: a moment in a status line, a cursor that blinks."""


def differing(ours: Path, theirs: Path) -> float:
    with Image.open(ours) as one, Image.open(theirs) as other:
        if one.size != other.size:
            return 1.0
        far = (
            ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
            .convert("L")
            .point(lambda v: 255 * (v > FAR))
        )
        return far.histogram()[255] / (one.width * one.height)


@pytest.mark.prove
@pytest.mark.timeout(900)
def test_every_picture_is_what_the_screen_shows_today(tmp_path: Path) -> None:
    assert screenshots.main(["--guide", str(tmp_path)]) == 0
    there = resources.guide_dir() / "images"
    assert {each.name for each in tmp_path.glob("*.png")} == screenshots.guide_pictures()
    shares = {each.name: differing(there / each.name, each) for each in sorted(tmp_path.glob("*.png"))}
    old = {name: f"{share:.2%}" for name, share in shares.items() if share > SHARE}
    assert old == {}, "take them anew: python dev.py screenshots --guide"


def test_a_picture_that_shows_something_else_is_found(tmp_path: Path) -> None:
    Image.new("RGB", (100, 100), "white").save(tmp_path / "a.png")
    changed = Image.new("RGB", (100, 100), "white")
    changed.paste((0, 60, 120), (10, 10, 40, 20))
    changed.save(tmp_path / "b.png")
    Image.new("RGB", (100, 90), "white").save(tmp_path / "c.png")
    assert differing(tmp_path / "a.png", tmp_path / "a.png") == 0
    assert differing(tmp_path / "a.png", tmp_path / "b.png") == pytest.approx(0.03)
    assert differing(tmp_path / "a.png", tmp_path / "c.png") == 1
