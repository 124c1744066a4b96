"""Requests and inquiries in words. No widgets."""

from desktop.casefile import words
from models.casefile.values import CaseFile
from models.inquiries.values import Inquiry
from models.requests.values import Item, Request
from resources import letters, messages


def kind(what: Request | Inquiry, lang: str) -> str:
    """``追加資料の提出``, ``照会``."""
    room = "requests" if isinstance(what, Request) else "inquiries"
    return messages.text(f"{room}.kind_{what.kind.value}", lang)


def state(what: Request | Inquiry, lang: str) -> str:
    """Where it stands."""
    room = "requests" if isinstance(what, Request) else "inquiries"
    return messages.text(f"{room}.state_{what.state.value}", lang)


def item(each: Item, file: CaseFile, lang: str) -> str:
    """A document, and the criterion that asks for it."""
    name = next((words.title(c.title, lang) for c in file.criteria if c.key == each.criterion), "")
    title = " ".join(each.title.in_(lang).split())
    return f"{title}　〔{name}〕" if name else title


def day(value: object, lang: str) -> str:
    """A day, or a dash."""
    from datetime import date

    return words.day(value, lang) if isinstance(value, date) else "—"


def languages(request: Request, lang: str) -> str:
    """In which languages it was sent, Japanese first."""
    sent = sorted((each.language for each in request.papers), key=lambda each: (each != "ja", each))
    said = letters.wording(lang)
    return ("・" if lang == "ja" else ", ").join(said.get(f"language.{each}", each) for each in sent)
