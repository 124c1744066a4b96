"""What a paper must be before it is kept. Pure."""

from models.attachments.values import LARGEST, Media
from models.errors import BadInput
from models.evidence import my_number
from models.evidence.characters import unwritable

_STARTS = ((b"%PDF-", Media.PDF), (b"\x89PNG\r\n\x1a\n", Media.PNG), (b"\xff\xd8\xff", Media.JPEG))
LONGEST_NAME = 200


def media_of(name: str, content: bytes) -> Media:
    """What it is. Raises ``BadInput`` for anything but a PDF, PNG or JPEG, or one that is empty or too large."""
    if len(content) > LARGEST:
        raise BadInput("attachments.too_large", name=my_number.mask(name), megabytes=LARGEST >> 20)
    for start, media in _STARTS:
        if content.startswith(start):
            return media
    raise BadInput("attachments.not_a_paper", name=my_number.mask(name))


def check_words(name: str, source: str, note: str) -> None:
    """Raises ``BadInput`` for a name, source or note that cannot be kept: a My Number in it, no text, too long."""
    for words in (name, source, note):
        if my_number.find(words):
            raise BadInput("attachments.my_number", name=my_number.mask(name))
        if character := unwritable(words):
            raise BadInput("gate.unwritable", character=character)
    if not name.strip() or len(name) > LONGEST_NAME or not source.strip() or len(source) > LONGEST_NAME:
        raise BadInput("attachments.no_words", longest=LONGEST_NAME)
