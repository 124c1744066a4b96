"""What goes into the frozen program, what stays out, how large it may be, and why each large part is there.

Read by the spec, by the build and by its tests. Standard library only.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
NAME = "Akashi"
PUBLISHER = "Akashi"
INSTALLED_LIMIT_MB = {"win32": 480, "linux": 490}
"""Linux carries what Windows has in itself: Qt's tables of every script (38 MB)."""
SETUP_LIMIT_MB = 150
WIXL_LIMIT_MB = 240
"""For an MSI made on Linux; see ``package.limit``."""
FIRST_PAINT_LIMIT_S = 1.0

ROOMS = ("desktop", "models", "reports", "resources")
MIGRATIONS = "models/store/migrations"
"""Alembic reads migrations from a folder of source files, so they travel as data and not as compiled modules."""

HIDDEN = (
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.postgresql.psycopg",
    "logging.config",  # asked for by Alembic's own environment
    "psycopg_binary",
    "_cffi_backend",
)
METADATA = ("typst", "pyHanko")
"""Letters name the version of their renderer, which is read from its metadata."""
LIBRARY_DATA = {"holidays": ("locale/ja/LC_MESSAGES/JP.mo", "locale/en_US/LC_MESSAGES/JP.mo")}
"""Files that libraries read beside their modules and the freezer does not know of: the names of Japan's holidays."""

EXCLUDED = (
    "tkinter", "lib2to3", "IPython", "matplotlib", "pytest", "setuptools", "pip",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDesigner", "PySide6.QtUiTools", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtHelp", "PySide6.QtConcurrent",
    "MySQLdb", "pysqlite2", "oracledb", "sqlite3", "lxml.objectify", "lxml.html",
    "lxml.isoschematron", "lxml.sax", "lxml.cssselect", "PySide6.QtDBus",
)  # fmt: skip
"""Modules that no screen and no command uses."""

UNWANTED = (
    "opengl32sw.dll",  # Qt's software OpenGL, 20 MB: the desk draws with the raster engine
    "d3dcompiler_",
    "Qt6Qml", "Qt6Quick", "Qt6VirtualKeyboard", "Qt6Pdf", "Qt6Designer", "Qt6Sql", "Qt6Test", "Qt6OpenGL", "Qt6Labs",
    "Qt6ShaderTools", "Qt6WebSockets", "Qt6Concurrent", "Qt6Help", "Qt6UiTools", "Qt6LanguageServer",
    "plugins/platforminputcontexts/qtvirtualkeyboard", "plugins/platforminputcontexts/libqtvirtualkeyboard",
    "plugins/sqldrivers", "plugins/qmltooling", "plugins/qmllint", "plugins/tls", "plugins/networkinformation",
    "plugins/egldeviceintegrations", "plugins/platforms/libqlinuxfb", "plugins/platforms/libqvnc",
    "plugins/platforms/libqeglfs", "plugins/platforms/libqminimalegl", "plugins/platforms/libqvkkhrdisplay",
    "plugins/platforms/qdirect2d", "libQt6EglFS", "libQt6WlShell", "plugins/wayland", "plugins/platforms/libqwayland",
    "libQt6Wayland", "plugins/generic",
    "plugins/imageformats/qtiff", "plugins/imageformats/libqtiff", "plugins/imageformats/qwebp",
    "plugins/imageformats/libqwebp", "plugins/imageformats/qwbmp", "plugins/imageformats/libqwbmp",
    "plugins/imageformats/qtga", "plugins/imageformats/libqtga", "plugins/imageformats/qicns",
    "plugins/imageformats/libqicns", "plugins/imageformats/qpdf", "plugins/imageformats/libqpdf",
    "PIL/_avif", "PIL/_webp", "libavif", "libwebp", "PIL/_imagingcms", "PIL/_imagingtk", "pillow.libs/liblcms2",
    "numpy/_core/_multiarray_tests", "plugins/xcbglintegrations", "plugins/platforms/libqminimal",
    "libqgtk3", "libgtk-3", "libgdk-3", "libgnutls", "libgio-2", "libunistring", "libpango", "libatk", "libcairo", "libepoxy",
    "libsystemd", "libtracker", "libcolord",  # what Qt's GTK style would bring: the desk has a look of its own
    "scipy/fft/_pocketfft/tests", "api-ms-win-", "ucrtbase.dll",
)  # fmt: skip
"""Binaries and data whose place in the bundle contains one of these are left out."""

OF_THE_SYSTEM = (
    "libX", "libxcb", "libxkb", "libglib", "libgobject", "libgmodule", "libgthread", "libgdk", "libatspi", "libdbus",
    "libfontconfig", "libfreetype", "libharfbuzz", "libfribidi", "libthai", "libdatrie", "libgraphite", "libpixman", "libpng",
    "libjpeg", "libcups", "libavahi", "libgcrypt", "libgpg", "libp11", "libnettle", "libhogweed", "libtasn1", "libidn",
    "libgmp", "libkrb", "libk5", "libgssapi", "libcom_err", "libkeyutils", "libmount", "libblkid", "libselinux", "libpcre",
    "libcap", "liblz4", "libzstd", "libbrotli", "libmd", "libbsd", "libstdc++", "libgcc_s", "libsqlite3", "libwayland", "libdrm",
)  # fmt: skip
"""What a Linux desktop brings itself, as Windows does there: ``dev.py setup`` names the packages. Qt's own libraries stay."""

REASONS = {
    "resources/fonts": "names need every kanji, free text in letters needs whole Chinese and Korean fonts",
    "resources/guide": "the user guide with its pictures, both languages, without a network",
    "PySide6": "Qt: the windows, in the parts that are used",
    "libicu": "Qt's tables of every script: sorting and breaking lines",
    "libQt6": "Qt: the windows, in the parts that are used",
    "Qt6": "Qt: the windows, in the parts that are used",
    "shiboken6": "Python's bridge to Qt",
    "scipy": "confidence intervals and exact tests of the consistency report",
    "openblas": "linear algebra that scipy and numpy stand on",
    "numpy": "arrays under every statistic",
    "typst": "sets the letters: tagged PDF, line breaking of Japanese, every script",
    "cryptography": "signs letters, certificates, seals",
    "psycopg": "speaks to the office's PostgreSQL server",
    "sqlcipher3": "the encrypted office file",
    "pypdfium2": "shows letters and papers on screen",
    "holidays": "Japanese holidays, for deadlines",
    "python_calamine": "reads spreadsheets on import",
    "lxml": "reads XML and HTML forms for signatures",
    "PIL": "pictures in reports",
    "reportlab": "reports with charts and tables",
    "libpython": "the Python interpreter",
    "python3": "the Python interpreter",
    "base_library.zip": "Python's standard library",
    "PYZ": "the program and its libraries, compiled",
    "Akashi.pkg": "the program and its libraries, compiled; both programs read it",
    "Akashi": "the program and its libraries, compiled",
    "akashi": "the program and its libraries, compiled",
    "libgcc": "the compiler's run-time library",
    "libstdc++": "the compiler's run-time library",
    "libcrypto": "TLS and hashes of Python",
    "libgfortran": "run-time library of scipy",
    "sqlalchemy": "the database layer",
    "pillow": "pictures in reports",
}


class Part(NamedTuple):
    """A part of the installed program: its name, its size in bytes, and why it is there (empty: nobody wrote why)."""

    name: str
    size: int
    reason: str


def version() -> str:
    """The version that ``pyproject.toml`` names."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def data_folders() -> tuple[tuple[Path, str], ...]:
    """Folders that travel as they are: every folder of the resources, and the migrations. Source and place in the bundle."""
    resources = sorted(each for each in (ROOT / "resources").iterdir() if each.is_dir() and each.name != "__pycache__")
    found = [(each, f"resources/{each.name}") for each in resources]
    return (*found, (ROOT / MIGRATIONS, MIGRATIONS))


def data_files() -> Iterator[tuple[str, str]]:
    """Every file of the data folders, with the folder of the bundle it goes to."""
    for folder, place in data_folders():
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts and wanted_data(file, place):
                yield str(file), (Path(place) / file.relative_to(folder).parent).as_posix()
    yield str(ROOT / "LICENSE"), "."


def wanted_data(file: Path, place: str) -> bool:
    """Modules of the resources travel compiled; the migrations travel as source."""
    return place == MIGRATIONS or file.suffix not in (".py", ".pyc")


def wanted(place: str) -> bool:
    """Whether a file at this place in the bundle is taken along. Qt's own translations: only Japanese (English is its source)."""
    plain = place.replace("\\", "/")
    if "/translations/" in plain:
        return plain.endswith(("qtbase_ja.qm", "qt_ja.qm"))
    return not any(each.lower() in plain.lower() for each in UNWANTED)


def of_the_system(place: str) -> bool:
    """Whether a library at the head of the bundle is the system's own (Linux): libraries of wheels lie in folders of theirs."""
    return sys.platform.startswith("linux") and "/" not in place and place.startswith(OF_THE_SYSTEM)


def modules() -> Iterator[str]:
    """Every module of the program: some are found by name at run time, so none is left to the freezer's guess."""
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            if "versions" in file.parts or "migrations" in file.parts:
                continue
            words = file.relative_to(ROOT).with_suffix("").parts
            yield ".".join(words[:-1] if words[-1] == "__init__" else words)


def largest(folder: Path, count: int = 10) -> list[Part]:
    """The largest parts of an installed program: libraries as one part each, large single files on their own."""
    sizes: dict[str, int] = {}
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            name = part_of(file.relative_to(folder))
            sizes[name] = sizes.get(name, 0) + file.stat().st_size
    biggest = sorted(sizes.items(), key=lambda pair: -pair[1])[:count]
    return [Part(name, size, reason(name)) for name, size in biggest]


def part_of(file: Path) -> str:
    """The part that a file belongs to: its library, or the folder of the resources."""
    words = [word for word in file.parts if word != "_internal"]
    if words[0] == "resources" and len(words) > 2:
        return "/".join(words[:2])
    return words[0].removesuffix(".libs")


def reason(name: str) -> str:
    """Why a part is there; empty when nobody wrote why."""
    fitting = [key for key in REASONS if key.lower() in name.lower()]
    return REASONS[max(fitting, key=len)] if fitting else ""


def total(folder: Path) -> int:
    """Bytes of everything in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
