"""Between a request and its row. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

from models.localized import Localized
from models.requests.values import Item, Reply, Request, RequestKind, RequestState, SentPaper, Unasked


def items_out(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Items as JSON; the order of languages is part of the words, so they go as pairs."""
    return [
        {
            "criterion": each.criterion,
            "key": each.key,
            "title": [list(pair) for pair in each.title.items()],
            "why": each.why,
            "evidence": list(each.evidence),
            "facts": list(each.facts),
        }
        for each in items
    ]


def items_in(said: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Items back from JSON."""
    return tuple(
        Item(
            each["criterion"],
            Localized(tuple((language, words) for language, words in each["title"])),
            each["key"],
            each["why"],
            tuple(each["evidence"]),
            tuple(each["facts"]),
        )
        for each in said
    )


def request(row: Any, replies: Iterable[Any], papers: Iterable[tuple[str, str]]) -> Request:
    """A request with its replies (oldest first) and papers."""
    return Request(
        row.case_id,
        row.number,
        RequestKind(row.kind),
        RequestState(row.state),
        items_in(row.items),
        tuple(row.came),
        row.due_on,
        row.sent_on,
        row.by,
        row.document_number,
        row.send_to,
        row.note,
        row.follows,
        row.waits,
        row.delivered_on,
        row.closed_on,
        row.why,
        tuple(_reply(each) for each in replies),
        tuple(SentPaper(language, sha256) for language, sha256 in papers),
    )


def unasked(row: Any) -> Unasked:
    """A row as a value."""
    return Unasked(row.case_id, row.criterion, row.number, tuple(row.about), row.why, row.by, row.at)


def _reply(row: Any) -> Reply:
    return Reply(row.number, row.received_on, tuple(row.items), row.text, tuple(row.evidence), row.by, row.at)
