"""The one small style sheet: only what Fusion and a palette cannot say. Lengths are logical pixels at 100 %."""

from string import Template

import resources
from desktop.theme.tokens import Tokens
from desktop.theme.type import Type, row_height

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: 4px; }

*[type="caption"] { font-size: ${caption}pt; }
*[type="reading"] { font-size: ${reading}pt; font-family: $reading_families; }
*[type="strong"] { font-weight: 700; }
*[type="name"] { font-size: ${name}pt; font-weight: 700; font-family: $reading_families; }
*[type="question"] { font-size: ${question}pt; font-weight: 700; font-family: $reading_families; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="wait"] { color: $wait; }
QLabel[tone="met"] { color: $met; }
QLabel[tone="notmet"] { color: $notmet; }
QLabel[tone="block"] { color: $block; }
QLabel[tone="accent"] { color: $accent; }
*[ground="surface"] { background: $surface; }
*[ground="sunken"] { background: $sunken; }
*[ground="window"] { background: $window; }
*[ground="select"] { background: $select; }

QMenuBar { background: $window; padding: 1px 8px; }
QMenuBar::item { padding: 4px 9px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; border: $plain_frame; }
QMenu { background: $surface; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 3px; }
QMenu::item:selected { background: $select; color: $on_select; border: $plain_frame; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }

QPushButton { background: $surface; color: $text; border: 1px solid $edge; border-radius: 4px;
    padding: 4px 13px; min-height: ${button}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $select; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 12px; }
QPushButton:disabled { background: $sunken; color: $disabled; border-color: $line_plain; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 700; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $focus_on_accent; }
QPushButton[kind="primary"]:disabled { background: $line; color: $text2; border-color: $line; }
QPushButton[kind="link"], QPushButton[kind="quiet"] { background: transparent; color: $accent;
    border: 1px solid transparent; padding: 2px 5px; min-height: 0; }
QPushButton[kind="quiet"] { color: $text2; }
QPushButton[kind="link"]:hover, QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="link"]:focus, QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 1px 4px; }
QPushButton[kind="link"]:disabled, QPushButton[kind="quiet"]:disabled { color: $disabled; background: transparent; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDateEdit { background: $surface; color: $text;
    border: 1px solid $edge; border-radius: 4px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit { padding: 0 8px; min-height: ${field}px; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QTextEdit, QPlainTextEdit { padding: 5px 6px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0 7px; }
QTextEdit:focus, QPlainTextEdit:focus { padding: 4px 5px; }
QLineEdit:disabled, QTextEdit:disabled { background: $sunken; color: $disabled; border-color: $line_plain; }
QTextEdit[frame="none"], QTextEdit[frame="none"]:focus { border: 0; padding: 0; background: transparent; }

QTableView, QListView, QTreeView { background: $surface; border: 0; outline: 0; selection-background-color: $select;
    selection-color: $on_select; gridline-color: $line; }
QHeaderView { background: $sunken; border: 0; }
QHeaderView::section { background: $sunken; color: $text2; border: 0; border-bottom: 1px solid $edge;
    padding: 4px 8px; font-size: ${caption}pt; font-weight: 400; }
QTableCornerButton::section { background: $sunken; border: 0; }
QScrollArea, QScrollArea > QWidget, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QPushButton::menu-indicator { image: none; width: 0; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $edge; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")

_BOXES = "QCheckBox", "QAbstractItemView", "QGroupBox"
_TICKS = Template(
    "\n".join(
        f"""
{each}::indicator {{ width: ${{side}}px; height: ${{side}}px; border: 1px solid $edge; border-radius: 3px; background: $surface; }}
{each}::indicator:checked {{ background: $accent; border-color: $accent; image: url("$tick"); }}
{each}::indicator:disabled {{ border-color: $disabled; background: $window; }}
{each}::indicator:checked:disabled {{ background: $disabled; border-color: $disabled; }}
"""
        for each in _BOXES
    )
    + "QCheckBox::indicator:focus { border: 2px solid $accent; }\n"
)


def sheet(look: Tokens, factor: float) -> str:
    """The sheet in these colours at this text size (1.0 = 100 %), which the application's font already has."""
    sizes = {step.name.lower(): f"{step.points * factor:.2f}" for step in Type}
    families = ", ".join(f'"{name}"' for name in Type.READING.families)
    whole = _SHEET.substitute(
        {name: getattr(look, name) for name in look.__slots__},
        **sizes,
        reading_families=families,
        button=row_height(30) - 10,
        field=row_height(30) - 2,
        accent_hover=_accent_hover(look),
        focus_on_accent=look.text,
        plain_frame=f"2px solid {look.accent}" if look.plain else "0",
        line_plain=look.disabled if look.plain else look.line,
        scroll=look.edge if look.plain else _scroll(look),
    )
    return whole + _ticks(look, factor)


def _ticks(look: Tokens, factor: float) -> str:
    """Boxes to tick with a frame that stands out on both grounds: Fusion darkens the window's colour for it, which is black on
    black in the dark. High contrast keeps the system's own."""
    if look.plain:
        return ""
    tick = resources.root() / "icons" / f"tick-on-accent{'-dark' if look.dark else ''}.png"
    return _TICKS.substitute(
        edge=look.edge, surface=look.surface, accent=look.accent, line=look.line, window=look.window, disabled=look.disabled,
        tick=tick.as_posix(), side=round(14 * factor),
    )  # fmt: skip


def _accent_hover(look: Tokens) -> str:
    if look.plain:
        return look.accent
    return "#A5C8F6" if look.dark else "#1A457D"


def _scroll(look: Tokens) -> str:
    return "#4A515A" if look.dark else "#A9B1BC"
