"""When what other institutions supplied was put to the applicant before it was used, what they answered, and where the answer to
that stands; or why it was not put to them. Nothing where no linked data speaks against the applicant."""

from collections.abc import Iterable, Iterator

from models.casefile.values import CaseFile
from models.facts.values import Fact
from models.letters import figures
from models.letters.documents import title
from models.letters.matter import Matter
from models.letters.sentences import Body, Bound, free
from models.letters.shelf import Document, Shelf
from models.letters.values import Figure, FigureKind, Sentence
from models.requests.values import Item, Reply, Request, RequestKind, RequestState


def write(matter: Matter, body: Body) -> None:
    """A paragraph for each hearing, and one for each reason why there was none."""
    for each in heard(matter.file):
        body.paragraph(_heard(matter, each), anchor=f"hearing.{each.number}")
    for place in range(1, len(matter.file.unasked) + 1):
        body.paragraph(_unasked(matter, place))


def heard(file: CaseFile) -> tuple[Request, ...]:
    """The requests to comment that stand, in their order."""
    wanted = (each for each in file.requests if each.kind is RequestKind.COMMENT)
    return tuple(each for each in wanted if each.state is not RequestState.WITHDRAWN)


def about(shelf: Shelf, facts: Iterable[Fact], ids: Iterable[str]) -> tuple[Document, ...]:
    """The documents that facts and pieces of evidence stand in, in the letter's order."""
    known = {each.id: each.sources for each in facts}
    pieces = {piece for each in ids for piece in known.get(each, (each,))}
    return tuple(each for each in shelf.documents if pieces & set(each.ids))


def canonical(file: CaseFile, shelf: Shelf, items: Iterable[Item]) -> str:
    """What was put to the applicant, as it is compared: the numbers of documents, or the criteria where no row was named."""
    asked = tuple(items)
    found = about(shelf, file.facts, ids_of(asked))
    return ",".join(str(each.number) for each in found) or ",".join(dict.fromkeys(each.criterion for each in asked))


def ids_of(items: Iterable[Item]) -> tuple[str, ...]:
    """The facts and pieces that items put to the applicant."""
    return tuple(dict.fromkeys(each for item in items for each in (*item.facts, *item.evidence)))


def _heard(matter: Matter, request: Request) -> Iterator[Sentence]:
    say, wording, place = matter.writer.say, matter.wording, f"hearing.{request.number}"
    source, on = f"request.{request.number}", Bound(evidence=ids_of(request.items))
    sent = figures.day(request.sent_on, f"{source}#sent_on", wording)
    number = figures.name(request.document_number, f"{source}#document_number")
    yield say(
        f"{place}.put", "hearing.put", on, sent=sent, number=number, what=_what(matter, request, f"{source}#about")
    )
    yield say(f"{place}.due", "hearing.due", on, due=figures.day(request.due_on, f"{source}#due_on", wording))
    for reply in request.replies:
        yield _replied(matter, reply, f"{place}.reply.{reply.number}", f"{source}#reply.{reply.number}")
    if not request.replies and request.due_on < matter.context.decided_on:
        yield say(f"{place}.silent", "hearing.silent", on)


def _replied(matter: Matter, reply: Reply, place: str, source: str) -> Sentence:
    """The reply, and the paragraph that quotes it and says where it is answered."""
    on, day = Bound(evidence=reply.evidence), figures.day(reply.received_on, source, matter.wording)
    said = next((each for each in reply.evidence if reply.text and _in_force(matter, each)), None)
    if said is None:
        return matter.writer.say(place, "hearing.reply_papers", on, day=day)
    where = matter.writer.paragraph(f"explanation.{said}")
    return matter.writer.say(place, "hearing.reply", on, day=day, paragraph=where)


def _in_force(matter: Matter, piece: str) -> bool:
    found = matter.file.piece(piece)
    return found is not None and found.superseded_by is None and found.kind.value == "statements"


def _unasked(matter: Matter, place: int) -> Iterator[Sentence]:
    left = matter.file.unasked[place - 1]
    on = Bound(left.criterion, evidence=left.about)
    text = _listed(matter, about(matter.shelf, matter.file.facts, left.about))
    value = ",".join(left.about)
    what = Figure(FigureKind.NAME, value, text or _criteria(matter, (left.criterion,)), f"unasked.{place}#about")
    yield matter.writer.say(f"hearing.unasked.{place}", "hearing.unasked", on, what=what)
    yield free(f"hearing.unasked.{place}.why", left.why.strip(), on, f"unasked.{place}", matter.writer.language)


def _what(matter: Matter, request: Request, source: str) -> Figure:
    items = request.items
    text = _listed(matter, about(matter.shelf, matter.file.facts, ids_of(items)))
    said = text or _criteria(matter, dict.fromkeys(each.criterion for each in items))
    return Figure(FigureKind.NAME, canonical(matter.file, matter.shelf, items), said, source)


def _listed(matter: Matter, documents: Iterable[Document]) -> str:
    words = (
        matter.wording["unmet.document"].format_map({"number": str(each.number), "title": title(each, matter.wording)})
        for each in documents
    )
    return matter.wording["frame.separator"].join(words)


def _criteria(matter: Matter, keys: Iterable[str]) -> str:
    wanted = set(keys)
    return matter.wording["frame.separator"].join(
        matter.name(each) for each in matter.file.criteria if each.key in wanted
    )
