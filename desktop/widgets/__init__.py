"""Small widgets of the desk, one a file. Every one has an object name and an accessible name, and follows text size and colours."""

from desktop.widgets.account import AccountButton
from desktop.widgets.badge import Badge, StateBadge, StateGlyph
from desktop.widgets.button import Button, Kind
from desktop.widgets.chips import Chip, ChipData, ChipField
from desktop.widgets.combo import Combo
from desktop.widgets.dialogfoot import dialog_foot
from desktop.widgets.editor import TextEditor
from desktop.widgets.elided import ElidedLabel
from desktop.widgets.field import Field
from desktop.widgets.finding import FindingButtons
from desktop.widgets.flow import FlowLayout
from desktop.widgets.heading import Rule, SectionHeading
from desktop.widgets.keycap import KeyCap, KeyHints
from desktop.widgets.label import Label, say
from desktop.widgets.lineedit import LineEdit, PasswordEdit, commit_input_method
from desktop.widgets.navlist import NavItem, NavList
from desktop.widgets.pane import EmptyState, ErrorPane, Loading, Pane
from desktop.widgets.problem import ProblemLine
from desktop.widgets.saved import SavedLabel
from desktop.widgets.segmented import Segmented
from desktop.widgets.tabs import TabBar
from desktop.widgets.viewtabs import ViewTabs

__all__ = [
    "AccountButton", "Badge", "Button", "Chip", "ChipData", "ChipField", "Combo", "ElidedLabel", "EmptyState",
    "ErrorPane", "Field", "FindingButtons", "FlowLayout", "KeyCap", "KeyHints", "Kind", "Label", "LineEdit",
    "Loading", "NavItem", "NavList", "Pane", "PasswordEdit", "ProblemLine", "Rule", "SavedLabel", "SectionHeading",
    "Segmented", "StateBadge", "StateGlyph", "TabBar", "TextEditor", "ViewTabs", "commit_input_method", "dialog_foot",
    "say",
]  # fmt: skip
