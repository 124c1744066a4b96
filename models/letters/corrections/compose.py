"""The letter of a correction: a front page that names the old letter and each place, and the corrected text behind it.

Pure. Both stand in each language that the letter was issued in (``text`` writes the corrected text); the Japanese one prevails.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.letters import digest, figures
from models.letters.corrections import text
from models.letters.corrections.values import Correction, Item
from models.letters.values import Box, Field, FirstPage, Letter, Sentence, Unmet
from models.letters.wording import Wording
from resources.letters import readings

MARK = "-訂"
"""Between the number of a letter and that of its correction (第2026-000001号-訂1)."""


def fronts(versions: Sequence[Letter], correction: Correction) -> tuple[Letter, ...]:
    """Page 1 of the correction in each language; all bear the check number of the Japanese one, which comes first."""
    return numbered(tuple(front(each, correction) for each in versions))


def front(letter: Letter, correction: Correction) -> Letter:
    """Page 1 in the letter's language: which letter, each place, what does not change, the time limits."""
    first = letter.first
    assert first is not None
    say, items = _Words(letter.language), correction.items
    page = FirstPage(
        pointer=(),
        heading=say("heading"),
        outcome=Sentence(
            "correction.outcome", say("outcome_one" if len(items) == 1 else "outcome", n=len(items)), strong=True
        ),
        lead=(
            Sentence(
                "correction.of",
                say(
                    "of",
                    number=correction.number_before,
                    day=correction.dispatched_before,
                    hash=correction.sha256_before,
                ),
            ),
            Sentence("correction.reason", say("why")),
            _reason(letter.language, correction),
        ),
        unchanged=(
            Sentence("correction.unchanged", say("unchanged" if letter.outcome == "refuse" else "unchanged_grant")),
        ),
        facts=first.facts,
        why_heading=say("places"),
        why_head=tuple(say(each) for each in ("place", "before", "after", "because")),
        unmet=tuple(_row(each, say) for each in items),
        met_line=None,
        basis=Sentence("correction.enclosed", say("enclosed", hash=correction.sha256_before)),
        do_heading=first.do_heading,
        boxes=tuple(_box(each, letter, correction, say) for each in first.boxes),
    )
    labels = tuple((key, "" if key == "details" else words) for key, words in letter.labels)
    return replace(letter, outcome="correction", title=say("heading"), first=page, blocks=(), labels=labels)


def _reason(language: str, correction: Correction) -> Sentence:
    """Why, in the letter's language where a person said it there, otherwise in Japanese."""
    said = correction.reason_in(language)
    words = correction.reason if said is None else text.written(said, language)
    return Sentence("correction.words", words, free=True, lang="" if said is not None else "ja")


def _box(box: Box, letter: Letter, correction: Correction, say: "_Words") -> Box:
    """The time limit runs from the first letter, and the box says so."""
    if letter.remedies is None or not any(
        "letter.received_on" in figure.source for s in box.sentences for figure in s.figures
    ):
        return box
    return replace(box, sentences=(Sentence("correction.court", say("court", day=correction.dispatched_before)),))


def content_digest(made: Sequence[Letter]) -> str:
    """What the second person signs: every front page and every corrected text."""
    said = "\n".join(each.content_digest for each in made)
    return hashlib.sha256(said.encode()).hexdigest()


class _Words:
    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **params: object) -> str:
        given = {name: self._shown(value) for name, value in params.items()}
        return readings.settled(Wording(self.language)[f"correction.{key}"].format_map(given))

    def _shown(self, value: object) -> str:
        return figures.day_text(value, self.language) if isinstance(value, date) else str(value)


def _row(item: Item, say: _Words) -> Unmet:
    said = item.in_(say.language)
    foreign = "" if say.language == "ja" or said else "ja"
    words = said or item
    said_why = words.why or item.why
    before, after, why = (text.written(each, say.language) for each in (words.before, words.after, said_why))
    reason = (Sentence(f"correction.item.{item.paragraph}", after, free=True, lang=foreign),)
    where = say("paragraph", n=item.paragraph) if item.paragraph else say("first_page")
    return Unmet(where, "", before, reason, why or "—", "", foreign)


def numbered(versions: Sequence[Letter]) -> tuple[Letter, ...]:
    """With digests of their own, and all with the check number of the first, the Japanese one."""
    check_number = digest.check_number(versions[0])
    return tuple(_numbered(each, check_number) for each in versions)


def _numbered(letter: Letter, check_number: str) -> Letter:
    head = tuple(
        replace(each, value=digest.shown(check_number)) if _is_check(each, letter) else each for each in letter.head
    )
    letter = replace(letter, head=head, check_number=check_number)
    return replace(letter, content_digest=digest.content_digest(letter))


def _is_check(field: Field, letter: Letter) -> bool:
    return field.value == digest.shown(letter.check_number)
