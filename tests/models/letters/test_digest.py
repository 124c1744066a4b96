"""The canonical form of a letter is the JSON of its fields, whatever way it is written."""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date

from models.decisions.values import Outcome
from models.letters import digest
from models.letters.values import Box, Field, Sentence
from tests.models.letters import sample

_NEVER = {"check_number", "content_digest", "standard", "window", "said_in", "record_anchor"}
_DISPATCH = {
    "number", "draft", "draft_mark", "dispatched_on", "received_on", "footer", "last_day_if_received_today", "notes",
}  # fmt: skip


def plain(value: object, skip: set[str], *, dispatch: bool) -> object:
    """As plain values, for ``json.dumps``."""
    if isinstance(value, tuple):
        kept = [each for each in value if dispatch or not (isinstance(each, Sentence | Box | Field) and each.dispatch)]
        return [plain(each, skip, dispatch=dispatch) for each in kept]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        names = [each.name for each in fields(value) if each.name not in skip]
        return {name: plain(getattr(value, name), skip, dispatch=dispatch) for name in names}
    return value


def sha256(value: object) -> str:
    """Of its canonical JSON."""
    said = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def test_both_digests_are_of_the_json_of_the_letters_fields() -> None:
    letter = sample.letter("ja", Outcome.REFUSE)
    content, whole = _NEVER | _DISPATCH, _NEVER | {"draft", "draft_mark", "notes"}
    assert letter.content_digest == digest.content_digest(letter) == sha256(plain(letter, content, dispatch=False))
    assert digest.check_number(letter) == sha256(plain(letter, whole, dispatch=True))[:16].upper()


def test_where_the_record_stood_counts_for_the_check_number_and_not_for_what_is_signed() -> None:
    """A letter that was signed by a version that printed none is issued all the same."""
    with_, without = sample.letter(), sample.letter(anchor="")
    assert with_.content_digest == without.content_digest
    assert with_.check_number != without.check_number
