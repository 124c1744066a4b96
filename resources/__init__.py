"""Finds what the program carries with it: fonts, icons, frameworks, wording, translations, the guide.

Standard library only. Everything lies in folders beside this file, in a checkout and in the frozen program alike, so a
path is enough; nothing here reads a file.
"""

from pathlib import Path

SANS = "Noto Sans JP"
"""Family of labels and running text; the whole kanji set."""
LATIN = "Noto Sans"
"""Family for Latin with Vietnamese letters, Cyrillic and Greek."""
MINCHO = "IPAmjMincho"
"""Second family for the rare kanji of names."""
ICON_SIZES = (16, 20)

_ROOT = Path(__file__).resolve().parent


def root() -> Path:
    """The folder of all resources."""
    return _ROOT


def fonts_dir() -> Path:
    """The folder of the font files (what Typst is given as its font path)."""
    return _ROOT / "fonts"


def font_files() -> tuple[Path, ...]:
    """Every font the program carries, in a fixed order."""
    return tuple(sorted(fonts_dir().glob("*.ttf")))


def drawable_file() -> Path:
    """The code points that one of the fonts draws, in stretches (``3041-3096``), one a line."""
    return _ROOT / "fonts" / "drawable.txt"


def icon_path(name: str, size: int = 20, filled: bool = False) -> Path:
    """The SVG of an icon, for example ``icon_path("checkmark_circle", 16, filled=True)``.

    Fluent does not draw every icon in both sizes; where ``size`` (in pixels) is missing the other one is given, as SVG
    scales. The files name no colour and draw black: the caller tints them.

    Raises:
        FileNotFoundError: no such icon in either size.
    """
    variant = "filled" if filled else "regular"
    for candidate in (size, *ICON_SIZES):
        path = _ROOT / "icons" / f"{name}_{candidate}_{variant}.svg"
        if path.is_file():
            return path
    raise FileNotFoundError(
        f"resources/icons has no {variant} icon named {name!r}; see its README for the source package"
    )


def icon_names() -> tuple[str, ...]:
    """The names of all icons, without size and variant."""
    return tuple(sorted({path.stem.rsplit("_", 2)[0] for path in (_ROOT / "icons").glob("*.svg")}))


def framework_dir() -> Path:
    """The folder of the framework files: one kind of case a file, dated and versioned."""
    return _ROOT / "frameworks"


def letters_dir() -> Path:
    """The folder of the wording that all letters share."""
    return _ROOT / "letters"


def messages_dir() -> Path:
    """The folder of the sentences of models and command line (``ROOM.LANG.toml``)."""
    return _ROOT / "messages"


def translations_dir() -> Path:
    """The folder of the interface's translations (``ROOM.LANG.ts``)."""
    return _ROOT / "i18n"


def guide_dir() -> Path:
    """The folder of the user guide."""
    return _ROOT / "guide"
