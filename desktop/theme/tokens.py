"""The colours of the desk by role, light and dark; high contrast takes the system's own palette and nothing else."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour a role, as ``#RRGGBB``. ``plain`` is high contrast: no soft fills, selection is a frame."""

    window: str
    surface: str
    sunken: str
    select: str
    hover: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    met: str
    met_soft: str
    notmet: str
    notmet_soft: str
    wait: str
    wait_soft: str
    block: str
    block_soft: str
    edge: str
    line: str
    disabled: str
    on_select: str
    dark: bool = False
    plain: bool = False

    def color(self, role: str) -> QColor:
        """The colour of a role by name (``"text2"``)."""
        return QColor(getattr(self, role))


LIGHT = Tokens(
    window="#F1F3F5", surface="#FFFFFF", sunken="#F7F8FA", select="#E2ECF8", hover="#EEF2F7",
    text="#1A1E23", text2="#4A525C", text3="#5F6873", accent="#1F5091", on_accent="#FFFFFF",
    met="#17694D", met_soft="#E5F3EC", notmet="#84265E", notmet_soft="#F8E9F2",
    wait="#7D5000", wait_soft="#FCF1DC", block="#B0251D", block_soft="#FCEAE8",
    edge="#7B8591", line="#D9DDE3", disabled="#9AA2AC", on_select="#1A1E23",
)  # fmt: skip

DARK = Tokens(
    window="#16181B", surface="#1F2226", sunken="#1A1D20", select="#263A55", hover="#282C31",
    text="#E7E9EC", text2="#B7BEC7", text3="#9BA4AF", accent="#8FBAF3", on_accent="#0A1A2F",
    met="#74CFA8", met_soft="#1B3229", notmet="#F0A5D2", notmet_soft="#3B2232",
    wait="#F0C070", wait_soft="#392D17", block="#FFA096", block_soft="#402321",
    edge="#868F9A", line="#363B42", disabled="#6C747E", on_select="#E7E9EC", dark=True,
)  # fmt: skip


def of_system(palette: QPalette) -> Tokens:
    """Tokens of a high-contrast palette: its roles only, every state in the text colour."""

    def role(which: QPalette.ColorRole, group: QPalette.ColorGroup = QPalette.ColorGroup.Active) -> str:
        return palette.color(group, which).name()

    window, text = role(QPalette.ColorRole.Window), role(QPalette.ColorRole.WindowText)
    marked = role(QPalette.ColorRole.Highlight)
    return Tokens(
        window=window, surface=window, sunken=window, select=window, hover=window, text=text, text2=text, text3=text,
        accent=marked, on_accent=role(QPalette.ColorRole.HighlightedText), met=text, met_soft=window, notmet=text,
        notmet_soft=window, wait=text, wait_soft=window, block=text, block_soft=window, edge=text, line=text,
        disabled=role(QPalette.ColorRole.WindowText, QPalette.ColorGroup.Disabled), on_select=text,
        dark=QColor(window).lightness() < QColor(text).lightness(), plain=True,
    )  # fmt: skip


def of_palette(palette: QPalette) -> Tokens:
    """The tokens that a palette was made of: its window colour tells."""
    window = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    for known in (LIGHT, DARK):
        if window == QColor(known.window):
            return known
    return of_system(palette)


def tokens() -> Tokens:
    """The tokens in force. Qt's own application palette keeps them, so that painted widgets need nothing handed down."""
    return of_palette(QGuiApplication.palette())
