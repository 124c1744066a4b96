"""Readings of kanji (furigana) inside a text: how files write them, how the program carries them, how they are taken out.

A file writes ``永住《えいじゅう》``: the reading stands behind the kanji it belongs to; ``｜20日《はつか》`` says where its word
begins when that is not the first kanji. In memory the word stands between the three signs that Unicode has for this
(interlinear annotation, U+FFF9 to U+FFFB), so a reading travels with its word through every sentence, cell and field.
Readings are data that a person wrote: nothing here guesses one.
"""

import re

_ANCHOR, _SEPARATOR, _END = "\ufff9", "\ufffa", "\ufffb"
WRITTEN = re.compile(r"(?:｜([^｜《》]+)|([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆]+))《([^《》]+)》")
"""How a reading is written: a word, and the reading behind it."""
_CARRIED = re.compile(f"{_ANCHOR}([^{_SEPARATOR}]*){_SEPARATOR}([^{_END}]*){_END}")
_DAYS = re.compile(rf"(?<![\d,])(\d[\d,]*){_ANCHOR}日{_SEPARATOR}にち{_END}")
_KANJI = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆]")
_SHORT_DAYS = frozenset({*range(2, 11), 14, 24})
"""Days that are counted with か (ふつか … とおか, じゅうよっか, にじゅうよっか)."""
_TWENTY = 20


def annotated(written: str) -> str:
    """A text of a file as the program carries it."""
    return WRITTEN.sub(lambda found: annotate(found[1] or found[2], found[3]), written)


def annotate(word: str, reading: str) -> str:
    """A word that carries its reading; the bare word where there is none."""
    return f"{_ANCHOR}{word}{_SEPARATOR}{reading}{_END}" if reading else word


def plain(text: str) -> str:
    """The text without its readings."""
    return _CARRIED.sub(r"\1", text) if _ANCHOR in text else text


def replaced(text: str, before: str, after: str) -> str | None:
    """The text with the first ``before`` (as it is seen, without readings) replaced; nothing where ``before`` begins or ends
    inside a word that has one reading."""
    at = plain(text).index(before)
    end, place, left, right = at + len(before), 0, "", ""
    for word, reading in parts(text):
        head = word[: min(len(word), max(0, at - place))]
        tail = word[min(len(word), max(0, end - place)) :]
        if reading and (head not in ("", word) or tail not in ("", word)):
            return None
        left += annotate(head, reading) if head else ""
        right += annotate(tail, reading) if tail else ""
        place += len(word)
    return left + after + right


def written(text: str) -> str:
    """The text as files write it: ``永住《えいじゅう》``."""
    return _CARRIED.sub(lambda found: f"{found[1]}《{found[2]}》", text)


def parts(text: str) -> tuple[tuple[str, str], ...]:
    """The text in pieces: a word with its reading, and what stands between with an empty one."""
    if _ANCHOR not in text:
        return ((text, ""),) if text else ()
    found: list[tuple[str, str]] = []
    place = 0
    for each in _CARRIED.finditer(text):
        found += [(text[place : each.start()], ""), (each[1], each[2])]
        place = each.end()
    return tuple(each for each in (*found, (text[place:], "")) if each[0])


def unread(text: str) -> str:
    """The kanji of a text that carry no reading."""
    return "".join(char for piece, reading in parts(text) if not reading for char in piece if _KANJI.match(char))


def day_of_month(day: int) -> str:
    """``1日`` to ``31日`` with the reading: ついたち and はつか over the whole, otherwise か or にち over the sign."""
    if day == 1:
        return annotate("1日", "ついたち")
    return settled(f"{day}{annotate('日', 'にち')}")


def settled(text: str) -> str:
    """The text with its counted days read as people read them: 3日 as みっか, 20日 as はつか (the wording says にち)."""
    return _DAYS.sub(_counted, text) if _ANCHOR in text else text


def name(words: str, reading: str) -> str:
    """A person's name with the reading that the application gives; each part its own where their numbers agree."""
    if not reading or not _KANJI.search(words):
        return words
    names, read = words.split(), reading.split()
    if len(names) == len(read):
        return " ".join(annotate(each, how) for each, how in zip(names, read, strict=True))
    return annotate(words, reading)


def _counted(found: re.Match[str]) -> str:
    number = int(found[1].replace(",", ""))
    if number == _TWENTY:
        return annotate(f"{found[1]}日", "はつか")
    return f"{found[1]}{annotate('日', 'か')}" if number % 100 in _SHORT_DAYS else found[0]
