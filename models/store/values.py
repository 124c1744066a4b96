"""What an office says of itself."""

from dataclasses import dataclass, field

from models.localized import Localized


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """The office's own words: its name, and what its letters are headed and signed with."""

    name: str
    authority: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    unit: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    telephone: str = ""
    hours: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    signatory: Localized = field(default_factory=lambda: Localized.of(ja="", en=""))
    languages: tuple[str, ...] = ("ja", "en")
    synthetic: bool = False
