"""The decision sheet: gathered, drawn, never kept (it can be made again from the record)."""

from desktop.operations import authority
from models.casefile import service as casefile
from models.errors import BadInput
from models.letters import service as letters
from models.people import rules as people
from models.people import service as persons
from models.people.values import Actor, Permission
from models.store.office import Office
from reports import decision_sheet


def decision_sheet_of(office: Office, actor: Actor, case: str, lang: str) -> bytes:
    """The decision sheet of a case's newest proposal as PDF: the Japanese is what is signed, the others (``en``, ``vi``,
    ``zh-Hans``) are for information. Marked until it is decided; a language without wording gives the Japanese.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` when nothing was proposed yet.
    """
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file = casefile.gather(session, case, office.clock.today())
        if not file.rounds:
            raise BadInput("authority.no_proposal", case=case)
        names = {each.login: each.name for each in persons.listing(session)}
        line = authority.line_of(session, file)
        head = letters.letter_settings(session).letterhead
    language = lang if lang in decision_sheet.LANGUAGES else "ja"
    context = decision_sheet.SheetContext(names, line, head.authority.in_(language), head.unit.in_(language))
    return decision_sheet.render(file, context, language)
