"""What becomes of an issued letter: the log of its delivery, and of oral explanations."""

from models.letters.deliveries import service
from models.letters.deliveries.values import Delivery, Explanation, Log, NewDelivery, NewExplanation
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


def note(office: Office, actor: Actor, new: NewDelivery) -> Delivery:
    """Write down that the letter went out, arrived or came back. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.note(session, actor, new)


def explain(office: Office, actor: Actor, new: NewExplanation) -> Explanation:
    """Write down that the letter was explained. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.explain(session, actor, new)


def log(office: Office, actor: Actor, case: str) -> Log:
    """What was written down of a case's letters, oldest first. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.log(session, case)
