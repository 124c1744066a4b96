"""What the record says of like cases, in sentences: seen, and why a finding differs from them. No Qt."""

from collections.abc import Callable, Mapping

from desktop.casefile import words
from desktop.casefile.words import say
from models.casefile.values import CaseFile

Content = Mapping[str, object]
Told = Callable[[Content, CaseFile, str], tuple[str, str]]


def _name(content: Content, file: CaseFile, lang: str) -> str:
    key = content.get("criterion")
    found = next((each for each in file.framework.criteria if each.key == key), None)
    return words.title(found.title, lang) if found else str(key)


def _seen(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:
    few = not content.get("total")
    said = {"criterion": _name(content, file, lang), "revision": content.get("revision", 1)}
    if few:
        return say("event.like_cases_few", lang, **said), ""
    return say("event.like_cases_seen", lang, total=content.get("total"), **said), _counts(content, lang)


def _counts(content: Content, lang: str) -> str:
    counts = content.get("counts")
    pairs = [each for each in counts if isinstance(each, list | tuple)] if isinstance(counts, list | tuple) else []
    shares = (
        say("like.share", lang, state=say(f"state.{pair[0]}", lang), n=pair[1]) for pair in pairs if len(pair) == 2
    )
    return ("・" if lang == "ja" else "; ").join(shares)


def _written(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:
    said = {"criterion": _name(content, file, lang), "revision": content.get("revision", 1)}
    return say("event.distinction_written", lang, **said), str(content.get("text") or "")


TELLERS: Mapping[str, Told] = {"like_cases_seen": _seen, "distinction_written": _written}
ICONS: Mapping[str, str] = {"like_cases_seen": "eye", "distinction_written": "edit"}
