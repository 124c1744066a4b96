"""What is shipped is free to ship, and the guide's list of it is what is locked."""

import re

import pytest

import resources
from tests.house import licences

FREE = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|Mozilla Public|MPL|Zlib|CC0|public domain|LGPL|HPND", re.IGNORECASE
)


@pytest.mark.parametrize("lang", licences.HEADS)
def test_the_list_is_current(lang: str) -> None:
    kept = (resources.guide_dir() / lang / "licences.md").read_text(encoding="utf-8")
    assert kept == licences.page(lang), "python -m tests.house.licences"


def test_nothing_is_shipped_that_binds_the_program() -> None:
    """Permissive, or the LGPL used as a library of its own; a choice that offers the GPL too is taken as the LGPL."""
    for name, _, said in licences.listed():
        assert FREE.search(said), f"{name}: {said}"
        if re.search("GPL", said):
            assert name in licences.DYNAMIC, f"{name}: {said}"
            assert "LGPL" in said, f"{name}: {said}"
