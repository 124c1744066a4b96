"""Where an office is: a file on this computer, or a PostgreSQL server."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import BadInput

SUFFIX = ".akashi"
_SERVERS = ("postgresql://", "postgres://", "postgresql+psycopg://")


@dataclass(frozen=True, slots=True)
class Location:
    """One of the two: ``path`` of an embedded office, or ``url`` of a server."""

    path: Path | None = None
    url: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether the office is one encrypted file."""
        return self.path is not None

    @property
    def file(self) -> Path:
        """The office file. Raises ``BadInput`` when the office is on a server."""
        if self.path is None:
            raise BadInput("store.file_only", where=str(self))
        return self.path

    def __str__(self) -> str:
        return str(self.path) if self.path is not None else _without_password(self.url or "")


def parse(where: str | Path | Location) -> Location:
    """Read ``--office WHERE``. Raises ``BadInput`` for a network share: SQLite's locks do not hold there."""
    if isinstance(where, Location):
        return where
    text = str(where)
    if text.startswith(_SERVERS):
        return Location(url="postgresql://" + text.split("://", 1)[1])
    if "://" in text:
        raise BadInput("store.unknown_location", where=text.split("://", 1)[0])
    if text.startswith(("\\\\", "//")):
        raise BadInput("store.network_share", where=text)
    return Location(path=Path(text).expanduser().absolute())


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    host = rest.rpartition("@")[2]
    return f"{scheme}://{host}"


def names_nobody(where: str) -> bool:
    """Whether this is the address of a server in which no role stands: whoever signs in names themselves."""
    if not where.startswith(_SERVERS):
        return False
    rest = where.split("://", 1)[1]
    return "@" not in rest.partition("?")[0] and "user=" not in rest
