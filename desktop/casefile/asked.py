"""Requests, inquiries and signatures on the way, as the history of a case tells them. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from desktop.casefile import words
from desktop.casefile.words import say
from models.casefile.values import CaseFile
from resources import messages

Content = Mapping[str, object]


def _sent(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    items = content.get("items")
    titles = [_title(each, lang) for each in items] if isinstance(items, list | tuple) else []
    key = "event.request_again" if content.get("follows") else "event.request_sent"
    what = messages.text(f"requests.kind_{content.get('request_kind')}", lang)
    text = say(key, lang, what=what, items=_joined(titles, lang), n=str(content.get("request", "")))
    more = [say("event.until", lang, day=_day(content.get("until"), lang)), str(content.get("note") or "")]
    return text, "\n".join(each for each in more if each)


def _title(item: object, lang: str) -> str:
    pairs = item.get("title") if isinstance(item, Mapping) else None
    said = {str(pair[0]): str(pair[1]) for pair in pairs} if isinstance(pairs, list | tuple) else {}
    return said.get(lang) or said.get("ja", "")


def _delivered(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    return say("event.request_delivered", lang, n=content.get("request", 0), day=_day(content.get("on"), lang)), ""


def _answered(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:
    n, missing = content.get("request", 0), content.get("missing", 0)
    titles = _came(content, file, lang)
    items = _joined(titles, lang) or ("—" if not content.get("text") else "…")
    key = "event.request_answered" if missing else "event.request_answered_all"
    return say(key, lang, n=n, items=items, missing=missing), str(content.get("text") or "")


def _came(content: Content, file: CaseFile, lang: str) -> list[str]:
    """What came, in the reader's language; as the record says it where the request is not at hand."""
    request = next((each for each in file.requests if each.number == content.get("request")), None)
    replies = request.replies if request else ()
    reply = next((each for each in replies if each.number == content.get("reply")), None)
    if request is not None and reply is not None:
        return [request.item(place).title.in_(lang) for place in reply.items]
    came = content.get("came")
    return [str(each) for each in came] if isinstance(came, list | tuple) else []


def _ended(key: str) -> Callable[[Content, CaseFile, str], tuple[str, str]]:
    def told(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
        return say(f"event.{key}", lang, n=content.get("request", 0)), str(content.get("why") or "")

    return told


def _inquiry(key: str, *more: str) -> Callable[[Content, CaseFile, str], tuple[str, str]]:
    def told(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
        what = messages.text(f"inquiries.kind_{content.get('inquiry_kind')}", lang)
        text = say(f"event.{key}", lang, what=what, whom=content.get("whom", ""))
        return text, "\n".join(str(content[each]) for each in more if content.get(each))

    return told


def _unasked(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:
    found = next((each for each in file.framework.criteria if each.key == content.get("criterion")), None)
    name = words.title(found.title, lang) if found else str(content.get("criterion", ""))
    return say("event.comment_unasked", lang, criterion=name), str(content.get("why") or "")


def _attached(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    return say("event.paper_attached", lang, name=content.get("name", "")), ""


def _endorsed(content: Content, file: CaseFile, lang: str) -> tuple[str, str]:  # noqa: ARG001 - one shape for all
    why = content.get("deputy")
    told = say("event.deputy", lang, why=why) if why else ""
    return say("event.endorsed", lang, step=content.get("step", 0), of=content.get("of", 0)), told


def _joined(parts: Sequence[str], lang: str) -> str:
    return ("、" if lang == "ja" else ", ").join(each for each in parts if each)


def _day(value: object, lang: str) -> str:
    return words.day(date.fromisoformat(value), lang) if isinstance(value, str) else ""


TELLERS: Mapping[str, Callable[[Content, CaseFile, str], tuple[str, str]]] = {
    "request_sent": _sent,
    "request_delivered": _delivered,
    "request_answered": _answered,
    "request_unanswered": _ended("request_unanswered"),
    "request_withdrawn": _ended("request_withdrawn"),
    "comment_unasked": _unasked,
    "paper_attached": _attached,
    "inquiry_planned": _inquiry("inquiry_planned", "subject", "opinion"),
    "inquiry_done": _inquiry("inquiry_done", "report"),
    "inquiry_cancelled": _inquiry("inquiry_cancelled", "why"),
    "endorsed": _endorsed,
}
ICONS: Mapping[str, str] = {
    "request_sent": "document_add", "request_delivered": "mail_read", "request_answered": "mail_inbox",
    "request_unanswered": "dismiss_circle", "request_withdrawn": "dismiss", "inquiry_planned": "calendar",
    "comment_unasked": "comment", "paper_attached": "document_add",
    "inquiry_done": "clipboard_checkmark", "inquiry_cancelled": "dismiss", "endorsed": "signature",
}  # fmt: skip
