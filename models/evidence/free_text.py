"""Words of a person before they are kept: no My Number in them, no character that cannot be kept. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import BadInput
from models.evidence import my_number
from models.evidence.characters import unwritable


def check(*said: object) -> None:
    """Raises ``BadInput`` for a text, or a text anywhere in these lists and mappings, that cannot be kept."""
    for text in _texts(said):
        if my_number.find(text):
            raise BadInput("turns.my_number")
        if character := unwritable(text):
            raise BadInput("turns.unwritable", character=character)


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for each in said.values():
            yield from _texts(each)
    elif isinstance(said, Sequence) and not isinstance(said, bytes):
        for each in said:
            yield from _texts(each)
