"""A section of a report: a question, the answer in a sentence, charts, tables, how to read them, how it was computed."""

from dataclasses import dataclass

from reports.charts.scene import Chart
from reports.sheet import Table


@dataclass(frozen=True, slots=True)
class Section:
    """``key`` names it to other sections; texts are in the reader's language."""

    key: str
    question: str
    lead: str
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    reading: str = ""
    method: str = ""
    titled: bool = False
    """Whether each chart carries its own title (where there are several)."""
