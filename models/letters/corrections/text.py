"""The corrected text of a letter, in every language that it was issued in. Pure.

Words are replaced where a person named them. In a language in which nobody said them, the corrected Japanese sentence stands in
the place of the sentence, with a note: no language goes on saying what was wrong, and nothing is guessed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from models.errors import BadInput
from models.evidence import my_number
from models.evidence.characters import unwritable
from models.letters.corrections.values import Item, Said
from models.letters.rewording import given
from models.letters.rewording import rules as wordings
from models.letters.values import Block, Box, Cell, Field, FirstPage, Letter, Paragraph, Sentence, Table
from models.letters.wording import AUTHORITATIVE, Wording
from resources import letters
from resources.letters import readings

FIRST_PAGE = 0
"""In place of a paragraph's number: page 1."""
Change = Callable[[Sentence], Sentence]


def corrected(versions: Sequence[Letter], items: Iterable[Item]) -> tuple[Letter, ...]:
    """The letter with every place corrected, in each language; the Japanese one comes first. A corrected sentence is a
    person's own text. The check numbers are not made anew. Raises ``BadInput`` for a place that is none."""
    made = tuple(versions)
    for item in items:
        made = _step(made, item)
    return made


def check(
    versions: Sequence[Letter], items: Sequence[Item], reason: str, reasons: Iterable[tuple[str, str]] = ()
) -> None:
    """Raises ``BadInput``: nothing to correct, no reason, words that do not stand in their paragraph (or more than once), no
    change, a My Number, a language that the letter was not issued in, figures that differ from the Japanese ones."""
    case, known = versions[0].case, [each.language for each in versions[1:]]
    if not items or not reason.strip():
        raise BadInput("correction.nothing", case=case)
    said = [each for item in items for each in item.said]
    for language in (*(each.language for each in said), *(language for language, _ in reasons)):
        if language not in known:
            raise BadInput("correction.no_language", language=language, known=", ".join(known) or "—")
    _check_words(case, [reason, *(text for _, text in reasons)])
    _check_words(case, (words for each in items for words in (each.after, each.why)))
    _check_words(case, (words for each in said for words in (each.after, each.why)))
    for item in items:
        for each in item.said:
            _check_figures(item, each)
            _check_readings(each)
    corrected(versions, items)


def elsewhere(letter: Letter, items: Iterable[Item]) -> tuple[tuple[Item, int], ...]:
    """Where words that were to be replaced still stand in the corrected Japanese letter: the place and the paragraph."""
    found: dict[tuple[Item, int], None] = {}
    for item in items:
        for number in (FIRST_PAGE, *(each.number for each in letter.blocks if isinstance(each, Paragraph))):
            if item.before not in item.after and count(letter, number, item.before):
                found[item, number] = None
    return tuple(found)


def count(letter: Letter, paragraph: int, words: str) -> int:
    """How often words stand in a paragraph with its table, or on page 1."""
    said = readings.plain(written(words, letter.language))
    return sum(readings.plain(each).count(said) for each in _texts(letter, paragraph)) if said else 0


def written(words: str, language: str) -> str:
    """Words as they were typed, as the letter carries them: in easy Japanese with their readings."""
    return readings.annotated(given.written(words)) if language == letters.EASY else words


def _check_words(case: str, texts: Iterable[str]) -> None:
    for text in texts:
        if my_number.find(text):
            raise BadInput("decisions.my_number", case=case)
        if character := unwritable(text):
            raise BadInput("correction.unwritable", character=character)


def _check_figures(item: Item, said: Said) -> None:
    """A date or number that is corrected is the same one in every language."""
    wrong = next(iter(wordings.other_figures((said.before, said.after), (item.before, item.after))), None)
    if wrong is not None:
        raise BadInput(
            "correction.figures_differ", language=said.language, words=said.after, figure=wrong, japanese=item.after
        )


def _check_readings(said: Said) -> None:
    """Easy Japanese needs a reading for every kanji, and gets none from the program."""
    wrong = next(given.faults(said.after, ""), None) if said.language == letters.EASY else None
    if wrong is not None:
        raise BadInput(wrong[0].message.code, **wrong[0].message.params)


def _step(versions: tuple[Letter, ...], item: Item) -> tuple[Letter, ...]:
    original, *others = versions
    own = Said(AUTHORITATIVE, item.before, item.after)
    made = _said(original, item.paragraph, own)
    new = _changed(original, made, item.paragraph)
    return (made, *(_other(each, item, new) for each in others))


def _other(letter: Letter, item: Item, new: dict[str, Sentence]) -> Letter:
    said = item.in_(letter.language)
    if said is not None:
        return _said(letter, item.paragraph, said)
    if item.paragraph == FIRST_PAGE and not new:
        raise BadInput("correction.say_it", language=letter.language, words=item.before)

    def change(sentence: Sentence) -> Sentence:
        found = new.get(sentence.id)
        return replace(found, lang=AUTHORITATIVE, strong=sentence.strong) if found else sentence

    note = Wording(letter.language)["correction.in_japanese"]
    noted = Sentence(f"correction.{item.paragraph}.examiner", note, pattern=note)
    # A person's words that stood in Japanese have their note already.
    told = {each.id for each in _sentences(letter, item.paragraph) if each.lang == AUTHORITATIVE}
    return _noted(_through(letter, item.paragraph, change), item.paragraph, set(new) - told, noted)


def _said(letter: Letter, paragraph: int, said: Said) -> Letter:
    """The letter with the words replaced in this language. Raises ``BadInput`` where they do not stand there exactly once."""
    before, after = written(said.before, letter.language), written(said.after, letter.language)
    found = count(letter, paragraph, said.before)
    if found != 1:
        raise BadInput(
            "correction.not_there", paragraph=paragraph, words=said.before, found=found, language=letter.language
        )
    if not said.after.strip() or readings.plain(after) == readings.plain(before):
        raise BadInput("correction.no_change", paragraph=paragraph)
    plain = readings.plain(before)

    def words(text: str) -> str:
        if plain not in readings.plain(text):
            return text
        made = readings.replaced(text, plain, after)
        if made is None:
            raise BadInput("correction.within_reading", words=plain, language=letter.language)
        return made

    def change(sentence: Sentence) -> Sentence:
        new = words(sentence.text)
        return sentence if new == sentence.text else replace(sentence, text=new, figures=(), pattern="", free=True)

    return _through(letter, paragraph, change, words)


def _changed(before: Letter, after: Letter, paragraph: int) -> dict[str, Sentence]:
    """The sentences of a paragraph that read otherwise now."""
    pairs = zip(_sentences(before, paragraph), _sentences(after, paragraph), strict=True)
    return {new.id: new for old, new in pairs if old.text != new.text}


def _through(letter: Letter, paragraph: int, change: Change, field: Callable[[str], str] = str) -> Letter:
    """The letter with each sentence of a paragraph changed; on page 1 the named values too."""
    if paragraph == FIRST_PAGE:
        return replace(letter, first=_page(letter.first, change, field)) if letter.first else letter
    numbers = _numbers(letter)
    blocks = (
        _block(block, change) if numbers[place] == paragraph else block for place, block in enumerate(letter.blocks)
    )
    return replace(letter, blocks=tuple(blocks))


def _page(page: FirstPage, change: Change, field: Callable[[str], str]) -> FirstPage:
    def several(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(map(change, sentences))

    def box(one: Box) -> Box:
        return replace(one, sentences=several(one.sentences))

    def value(one: Field) -> Field:
        return replace(one, value=field(one.value))

    return replace(
        page,
        lead=several(page.lead),
        unchanged=several(page.unchanged),
        facts=tuple(map(value, page.facts)),
        unmet=tuple(replace(row, deciding=several(row.deciding)) for row in page.unmet),
        met_line=change(page.met_line) if page.met_line else None,
        basis=change(page.basis),
        boxes=tuple(map(box, page.boxes)),
    )


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, sentences=tuple(map(change, block.sentences)))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_cell(each, change) for each in row) for row in block.rows))
    return block


def _cell(cell: Cell, change: Change) -> Cell:
    return replace(cell, sentence=change(cell.sentence))


def _noted(letter: Letter, paragraph: int, new: set[str], note: Sentence) -> Letter:
    """With the note before the first Japanese sentence of the paragraph; at its end where that stands in its table."""
    if paragraph == FIRST_PAGE and letter.first is not None and new:
        return replace(letter, first=replace(letter.first, lead=(*letter.first.lead, note)))
    if not any(each.id in new for each in _sentences(letter, paragraph)):
        return letter
    blocks = (_with(each, new, note) if _is(each, paragraph) else each for each in letter.blocks)
    return replace(letter, blocks=tuple(blocks))


def _with(block: Block, new: set[str], note: Sentence) -> Block:
    assert isinstance(block, Paragraph)
    said = list(block.sentences)
    place = next((at for at, each in enumerate(said) if each.id in new), len(said))
    return block if note in said else replace(block, sentences=(*said[:place], note, *said[place:]))


def _is(block: Block, paragraph: int) -> bool:
    return isinstance(block, Paragraph) and block.number == paragraph


def _texts(letter: Letter, paragraph: int) -> list[str]:
    found = [each.text for each in _sentences(letter, paragraph)]
    if paragraph == FIRST_PAGE and letter.first is not None:
        found += [each.value for each in letter.first.facts]
    return found


def _sentences(letter: Letter, paragraph: int) -> list[Sentence]:
    """The sentences of a paragraph with those of its table, or of page 1."""
    found: list[Sentence] = []

    def note(sentence: Sentence) -> Sentence:
        found.append(sentence)
        return sentence

    _through(letter, paragraph, note)
    return found


def _numbers(letter: Letter) -> list[int]:
    """For each block the number of its paragraph: a table belongs to the one that introduces it. -1: none."""
    found, last = [], -1
    for block in letter.blocks:
        last = block.number if isinstance(block, Paragraph) else last
        found.append(last)
    return found
