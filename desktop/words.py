"""The trade's words in the interface's language: states, kinds, routes, roles. Looked up when shown, never kept."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.i18n import noop
from models.cases.values import Kind, QueueView, State, WaitingFor
from models.decisions.values import Outcome
from models.findings.values import FindingState
from models.people.values import Role
from resources import messages

_FINDINGS = {
    FindingState.NOT_STARTED: noop("Words", "Not started"),
    FindingState.IN_PROGRESS: noop("Words", "In progress"),
    FindingState.NEEDS_DOCUMENTS: noop("Words", "Needs documents"),
    FindingState.MET: noop("Words", "Met"),
    FindingState.NOT_MET: noop("Words", "Not met"),
    FindingState.NOT_APPLICABLE: noop("Words", "Not applicable"),
}
_STATES = {
    State.RECEIVED: noop("Words", "Received"),
    State.EXAMINING: noop("Words", "Examining"),
    State.WAITING: noop("Words", "Waiting"),
    State.PROPOSED: noop("Words", "To countersign"),
    State.RETURNED: noop("Words", "Returned"),
    State.COUNTERSIGNED: noop("Words", "Countersigned"),
    State.ISSUED: noop("Words", "Issued"),
    State.CLOSED: noop("Words", "Closed"),
}
_KINDS = {
    Kind.PERMANENT_RESIDENCE: noop("Words", "Permanent residence"),
    Kind.EXTENSION: noop("Words", "Extension"),
    Kind.CHANGE_OF_STATUS: noop("Words", "Change of status"),
    Kind.NATURALIZATION: noop("Words", "Naturalization"),
}
_SHORT_KINDS = {
    Kind.PERMANENT_RESIDENCE: noop("Words", "Permanent"),
    Kind.EXTENSION: noop("Words", "Extension (short)"),
    Kind.CHANGE_OF_STATUS: noop("Words", "Change"),
    Kind.NATURALIZATION: noop("Words", "Naturalization (short)"),
}
_ROUTES = {
    "general": noop("Words", "general"),
    "spouse": noop("Words", "spouse"),
    "child": noop("Words", "child"),
    "long_term_resident": noop("Words", "long-term resident"),
    "refugee": noop("Words", "refugee"),
    "contribution": noop("Words", "contribution"),
    "regional": noop("Words", "regional"),
    "points_70": noop("Words", "70 points"),
    "points_80": noop("Words", "80 points"),
    "special_highly_skilled": noop("Words", "special highly skilled"),
    "student": noop("Words", "student"),
    "family": noop("Words", "family or status"),
    "temporary_visitor": noop("Words", "from temporary visitor"),
    "former_national_child": noop("Words", "child of a former national"),
    "born_in_japan": noop("Words", "born in Japan"),
    "ten_years_residence": noop("Words", "ten years' residence"),
    "child_of_national": noop("Words", "child of a Japanese national"),
    "adopted_child": noop("Words", "adopted child"),
    "former_national": noop("Words", "former national"),
    "stateless_born": noop("Words", "born stateless"),
}
_ROLES = {
    Role.EXAMINER: noop("Words", "Examiner"),
    Role.SUPERVISOR: noop("Words", "Supervisor"),
    Role.RULE_KEEPER: noop("Words", "Rule keeper"),
    Role.AUDITOR: noop("Words", "Auditor"),
    Role.ADMINISTRATOR: noop("Words", "Administrator"),
}
_VIEWS = {
    QueueView.MINE: noop("Words", "Mine"),
    QueueView.RETURNED: noop("Words", "Returned"),
    QueueView.ARRIVED: noop("Words", "Arrived"),
    QueueView.EXAMINING: noop("Words", "Examining"),
    QueueView.WAITING: noop("Words", "Waiting"),
    QueueView.DUE_SOON: noop("Words", "Due within 14 days"),
    QueueView.UNASSIGNED: noop("Words", "Unassigned"),
    QueueView.TO_COUNTERSIGN: noop("Words", "To countersign"),
    QueueView.TO_ISSUE: noop("Words", "To issue"),
    QueueView.ISSUED: noop("Words", "Issued"),
    QueueView.ALL: noop("Words", "All"),
}
_OUTCOMES = {
    Outcome.GRANT: noop("Words", "Grant"),
    Outcome.REFUSE: noop("Words", "Refuse"),
}
_WAITING = {
    WaitingFor.DOCUMENTS: noop("Words", "Waiting for documents"),
    WaitingFor.COMMENT: noop("Words", "Waiting for a comment"),
    WaitingFor.SURVEY: noop("Words", "Waiting for a survey"),
    WaitingFor.CONSULTATION: noop("Words", "Waiting for a consultation"),
}


_EVENTS = {
    "office_created": noop("Words", "Office created"),
    "settings_changed": noop("Words", "Office settings changed"),
    "person_added": noop("Words", "Person added"),
    "key_made": noop("Words", "Signing key made"),
    "person_changed": noop("Words", "Person changed"),
    "password_reset": noop("Words", "Password replaced"),
    "signed_in": noop("Words", "Signed in"),
    "sign_in_failed": noop("Words", "Sign-in failed"),
    "confirmed": noop("Words", "Password typed for an act"),
    "checkpoint": noop("Words", "Record signed so far"),
    "imported": noop("Words", "Imported"),
    "received": noop("Words", "Case received"),
    "evidence_added": noop("Words", "Evidence added"),
    "backup_folder_chosen": noop("Words", "Folder for backups chosen"),
    "hold_placed": noop("Words", "Held back from disposal"),
    "hold_lifted": noop("Words", "Hold lifted"),
    "retention_noted": noop("Words", "Start of the years of keeping noted"),
    "disposal_proposed": noop("Words", "Disposal proposed"),
    "disposal_declined": noop("Words", "Disposal declined"),
    "disposal_approved": noop("Words", "Disposal approved"),
    "disposed": noop("Words", "Case disposed of"),
    "backups_cleaned": noop("Words", "Disposed in the backups too"),
    "viewed": noop("Words", "Case opened"),
    "taken": noop("Words", "Case taken"),
    "assigned": noop("Words", "Case assigned"),
    "finding_recorded": noop("Words", "Finding recorded"),
    "draft_set_aside": noop("Words", "Draft set aside"),
    "sentence_reworded": noop("Words", "Sentence of the letter worded"),
    "waiting": noop("Words", "Set to waiting"),
    "resumed": noop("Words", "Examining resumed"),
    "proposed": noop("Words", "Decision proposed"),
    "returned": noop("Words", "Proposal returned"),
    "proposal_edited": noop("Words", "Weighing edited before signing"),
    "countersigned": noop("Words", "Decision countersigned"),
    "issued": noop("Words", "Letter issued"),
    "letter_delivery": noop("Words", "Delivery of the letter written down"),
    "envelope_printed": noop("Words", "Envelope printed"),
    "letter_explained": noop("Words", "Letter explained orally"),
    "correction_proposed": noop("Words", "Correction of the letter proposed"),
    "correction_dropped": noop("Words", "Correction of the letter dropped"),
    "correction_countersigned": noop("Words", "Correction of the letter countersigned"),
    "correction_issued": noop("Words", "Correction of the letter issued"),
    "letter_settings_changed": noop("Words", "Letter settings changed"),
    "certificate_kept": noop("Words", "Certificate for letters kept"),
    "closed": noop("Words", "Case closed"),
    "reopened": noop("Words", "Case reopened"),
    "transferred": noop("Words", "Case transferred to another unit"),
    "handed_over": noop("Words", "Case handed over"),
    "absence_noted": noop("Words", "Absence noted"),
    "absence_ended": noop("Words", "Absence ended"),
    "earlier_linked": noop("Words", "Earlier case linked"),
    "earlier_unlinked": noop("Words", "Link to an earlier case undone"),
    "household_set": noop("Words", "Household of a case set"),
    "evidence_shared": noop("Words", "Evidence shared within the family"),
    "finding_copied": noop("Words", "Finding taken over within the family"),
    "distinguished": noop("Words", "Distinction within the family written"),
    "like_cases_seen": noop("Words", "Like cases seen"),
    "distinction_written": noop("Words", "Distinction from like cases written"),
    "representative_added": noop("Words", "Representative added"),
    "representative_ended": noop("Words", "Representative ended"),
    "closing_day_added": noop("Words", "Closing day of the office added"),
    "closing_day_removed": noop("Words", "Closing day of the office taken back"),
    "request_sent": noop("Words", "Request sent"),
    "request_delivered": noop("Words", "Delivery of a request noted"),
    "request_answered": noop("Words", "Reply to a request recorded"),
    "request_unanswered": noop("Words", "Request not answered"),
    "paper_attached": noop("Words", "Paper attached"),
    "attestations_turned": noop("Words", "Attestations of third parties turned on or off"),
    "attestation_added": noop("Words", "Attestation of a third party taken in"),
    "attestation_withdrawn": noop("Words", "Consent to an attestation withdrawn"),
    "data_provided": noop("Words", "Data sent to a linked institution"),
    "case_provided": noop("Words", "Case sent to a linked institution"),
    "due_dates_changed": noop("Words", "Due days changed"),
    "comment_unasked": noop("Words", "Why no comment is asked"),
    "request_withdrawn": noop("Words", "Request withdrawn"),
    "inquiry_planned": noop("Words", "Interview, survey or inquiry planned"),
    "inquiry_done": noop("Words", "Interview, survey or inquiry recorded"),
    "inquiry_cancelled": noop("Words", "Interview, survey or inquiry called off"),
    "endorsed": noop("Words", "Proposal signed on its way"),
    "authority_drafted": noop("Words", "Rules of who decides drafted"),
    "authority_approved": noop("Words", "Rules of who decides approved"),
    "framework_moved": noop("Words", "Moved to another version of the criteria"),
    "rules_drafted": noop("Words", "Draft of a framework version begun"),
    "rules_kept": noop("Words", "Draft of a framework version kept"),
    "rules_proposed": noop("Words", "Framework version proposed"),
    "rules_withdrawn": noop("Words", "Proposal of a framework version withdrawn"),
    "rules_returned": noop("Words", "Proposal of a framework version returned"),
    "rules_published": noop("Words", "Framework version published"),
    "rules_given_up": noop("Words", "Draft of a framework version given up"),
    "report.made": noop("Words", "Consistency report read"),
    "report.looked_up": noop("Words", "Code of a report looked up"),
    "report.release_proposed": noop("Words", "Release of a report proposed"),
    "report.release_declined": noop("Words", "Release of a report taken back"),
    "report.released": noop("Words", "Report released"),
    "backup_made": noop("Words", "Backup made"),
    "restored": noop("Words", "Backup restored"),
    "office_moved": noop("Words", "Office moved"),
    "packet_exported": noop("Words", "Decision packet written"),
    "refused": noop("Words", "Not permitted: refused"),
    "calibration.drawn": noop("Words", "Calibration round drawn"),
    "calibration.read": noop("Words", "Blind reading recorded"),
}


def _word(source: str) -> str:
    found = QCoreApplication.translate("Words", source)
    return found.removesuffix(" (short)")


def finding(state: FindingState) -> str:
    """適合, Met."""
    return _word(_FINDINGS[state])


def case_state(state: State) -> str:
    """審査中, Examining."""
    return _word(_STATES[state])


def kind(value: Kind) -> str:
    """永住許可, Permanent residence."""
    return _word(_KINDS[value])


def route(key: str) -> str:
    """一般, general; an unknown key as it is."""
    return _word(_ROUTES[key]) if key in _ROUTES else key


def kind_and_route(value: Kind, key: str) -> str:
    """永住・一般, as a queue row says it."""
    return QCoreApplication.translate("Words", "{0}, {1}").format(_word(_SHORT_KINDS[value]), route(key))


def role(value: Role) -> str:
    """審査官, Examiner."""
    return _word(_ROLES[value])


def queue_view(value: QueueView) -> str:
    """担当のすべて, Mine."""
    return _word(_VIEWS[value])


def outcome(value: Outcome) -> str:
    """許可, Grant."""
    return _word(_OUTCOMES[value])


def waiting_for(value: WaitingFor) -> str:
    """What a waiting case waits for."""
    return _word(_WAITING[value])


def event(kind: str) -> str:
    """認定を記録, Finding recorded; a kind without words as it is."""
    return _word(_EVENTS[kind]) if kind in _EVENTS else kind


def events() -> tuple[str, ...]:
    """Every kind of event in words."""
    return tuple(_word(source) for source in _EVENTS.values())


def routes() -> tuple[str, ...]:
    """Every route's key, in the order of the choice."""
    return tuple(_ROUTES)


def counted(pattern: str, *args: object, **values: object) -> str:
    """The pattern filled, an English noun in the singular where one is counted: ``{n} rows`` with 1 is ``1 row``."""
    places = {**{str(number): each for number, each in enumerate(args)}, **values}
    return messages.counted(pattern, places).format(*args, **values)


def listed(things: Iterable[str], lang: str, most: int | None = None) -> str:
    """Several in a row, parted as the language parts them; beyond ``most`` a sign that there are more."""
    every = list(things)
    shown = every[:most]
    return ("、" if lang == "ja" else ", ").join(shown) + (" …" if len(shown) < len(every) else "")
