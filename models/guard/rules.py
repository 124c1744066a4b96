"""What the database of a server office holds of the office's rules: which role may record which act, write which table, and
move a case from which state to which. Pure."""

from collections.abc import Mapping

from models.cases.rules import ALLOWED
from models.cases.values import State
from models.people.values import Permission

P, S = Permission, State
ANYBODY = frozenset({""})
"""Any person of the office."""

ACTS: Mapping[str, frozenset[str]] = {
    "received": frozenset({P.IMPORT}),
    "imported": frozenset({P.IMPORT}),
    "evidence_added": frozenset({P.IMPORT}),
    "taken": frozenset({P.TAKE}),
    "assigned": frozenset({P.ASSIGN}),
    "waiting": frozenset({P.ASSESS}),
    "resumed": frozenset({P.ASSESS}),
    "closed": frozenset({P.ISSUE}),
    "reopened": frozenset({P.ASSIGN}),
    "transferred": frozenset({P.ASSIGN}),
    "handed_over": frozenset({P.ASSIGN}),
    "absence_noted": frozenset({P.ASSIGN}),
    "absence_ended": frozenset({P.ASSIGN}),
    "earlier_linked": frozenset({P.ASSESS, P.ASSIGN}),
    "earlier_unlinked": frozenset({P.ASSESS, P.ASSIGN}),
    "household_set": frozenset({P.ASSESS, P.ASSIGN}),
    "evidence_shared": frozenset({P.ASSESS}),
    "finding_copied": frozenset({P.ASSESS}),
    "distinguished": frozenset({P.ASSESS}),
    "representative_added": frozenset({P.ASSESS, P.ASSIGN}),
    "representative_ended": frozenset({P.ASSESS, P.ASSIGN}),
    "closing_day_added": frozenset({P.KEEP_PEOPLE, P.ASSIGN}),
    "closing_day_removed": frozenset({P.KEEP_PEOPLE, P.ASSIGN}),
    "framework_moved": frozenset({P.ASSESS, P.ASSIGN}),
    "finding_recorded": frozenset({P.ASSESS}),
    "draft_set_aside": frozenset({P.ASSESS}),
    "sentence_reworded": frozenset({P.ASSESS, P.COUNTERSIGN}),
    "proposed": frozenset({P.PROPOSE}),
    "proposal_edited": frozenset({P.COUNTERSIGN}),
    "returned": frozenset({P.RETURN}),
    "countersigned": frozenset({P.COUNTERSIGN}),
    "issued": frozenset({P.ISSUE}),
    "endorsed": frozenset({P.COUNTERSIGN}),
    "request_sent": frozenset({P.ASSESS}),
    "request_delivered": frozenset({P.IMPORT}),
    "request_answered": frozenset({P.IMPORT}),
    "request_unanswered": frozenset({P.ASSESS}),
    "request_withdrawn": frozenset({P.ASSESS}),
    "comment_unasked": frozenset({P.ASSESS}),
    "paper_attached": frozenset({P.IMPORT}),
    "attestations_turned": frozenset({P.KEEP_PEOPLE}),
    "attestation_added": frozenset({P.IMPORT}),
    "attestation_withdrawn": frozenset({P.IMPORT}),
    "data_provided": frozenset({P.PROVIDE_DATA}),
    "case_provided": frozenset({P.PROVIDE_DATA}),
    "due_dates_changed": frozenset({P.KEEP_RULES, P.KEEP_PEOPLE}),
    "inquiry_planned": frozenset({P.ASSESS}),
    "inquiry_done": frozenset({P.IMPORT}),
    "inquiry_cancelled": frozenset({P.ASSESS}),
    "authority_drafted": frozenset({P.KEEP_AUTHORITY}),
    "authority_approved": frozenset({P.KEEP_AUTHORITY}),
    "packet_exported": frozenset({P.SEE_CASES}),
    "viewed": frozenset({P.SEE_CASES}),
    "person_added": frozenset({P.KEEP_PEOPLE}),
    "person_changed": frozenset({P.KEEP_PEOPLE}),
    "password_reset": frozenset({P.KEEP_PEOPLE}),
    "key_made": ANYBODY,
    "checkpoint": ANYBODY,
    "confirmed": ANYBODY,
    "signed_in": ANYBODY,
    "sign_in_failed": ANYBODY,
    "refused": ANYBODY,
    "office_created": frozenset({P.KEEP_PEOPLE}),
    "office_moved": frozenset({P.KEEP_PEOPLE}),
    "settings_changed": frozenset({P.KEEP_PEOPLE}),
    "rules_drafted": frozenset({P.KEEP_RULES}),
    "rules_kept": frozenset({P.KEEP_RULES}),
    "rules_proposed": frozenset({P.KEEP_RULES}),
    "rules_withdrawn": frozenset({P.KEEP_RULES}),
    "rules_given_up": frozenset({P.KEEP_RULES}),
    "rules_returned": frozenset({P.APPROVE_RULES}),
    "rules_published": frozenset({P.APPROVE_RULES}),
    "correction_proposed": frozenset({P.PROPOSE}),
    "correction_dropped": frozenset({P.PROPOSE, P.COUNTERSIGN}),
    "correction_countersigned": frozenset({P.COUNTERSIGN}),
    "correction_issued": frozenset({P.ISSUE}),
    "envelope_printed": frozenset({P.ISSUE}),
    "certificate_kept": frozenset({P.KEEP_PEOPLE}),
    "letter_delivery": frozenset({P.ISSUE, P.IMPORT}),
    "letter_explained": frozenset({P.ISSUE, P.ASSESS}),
    "letter_settings_changed": frozenset({P.KEEP_PEOPLE, P.ISSUE}),
    "backup_made": ANYBODY,
    "backup_folder_chosen": frozenset({P.KEEP_PEOPLE}),
    "restored": frozenset({P.KEEP_PEOPLE}),
    "hold_placed": frozenset({P.KEEP_RETENTION}),
    "hold_lifted": frozenset({P.KEEP_RETENTION}),
    "retention_noted": frozenset({P.KEEP_RETENTION}),
    "disposal_proposed": frozenset({P.PROPOSE_DISPOSAL}),
    "disposal_declined": frozenset({P.PROPOSE_DISPOSAL, P.APPROVE_DISPOSAL}),
    "disposal_approved": frozenset({P.APPROVE_DISPOSAL}),
    "disposed": frozenset({P.APPROVE_DISPOSAL}),
    "backups_cleaned": frozenset({P.APPROVE_DISPOSAL}),
    "report.made": frozenset({P.REPORT}),
    "report.looked_up": frozenset({P.RELEASE}),
    "report.release_proposed": frozenset({P.RELEASE}),
    "report.release_declined": frozenset({P.RELEASE}),
    "report.released": frozenset({P.RELEASE}),
    "calibration.drawn": frozenset({P.ASSIGN}),
    "calibration.read": frozenset({P.ASSESS}),
}
"""Which permission an act needs (one of them). An act that is not named here no person's role may record."""

_OPEN = ("received", "examining", "waiting", "returned")
TURNS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "taken": tuple((each, "") for each in _OPEN),
    "assigned": tuple((each, "") for each in _OPEN),
    "transferred": tuple((each, each) for each in _OPEN),
    "handed_over": tuple((each, each) for each in _OPEN),
    "waiting": (("", "waiting"),),
    "resumed": (("waiting", ""),),
    "proposed": (("", "proposed"),),
    "returned": (("", "returned"),),
    "countersigned": (("proposed", "countersigned"),),
    "issued": (("countersigned", "issued"),),
    "closed": (("", "closed"),),
    "reopened": (("closed", "examining"), ("issued", "examining")),
}
"""How a case stood before an act and stands after it (``""``: in any state), as far as an act means that."""

WRITES: Mapping[str, frozenset[str]] = {
    "unit": frozenset({P.IMPORT, P.ASSIGN}),
    "case": frozenset({P.IMPORT, P.ASSESS, P.ASSIGN, P.RETURN, P.COUNTERSIGN, P.ISSUE, P.TAKE}),
    "case_gram": frozenset({P.IMPORT}),
    "evidence": frozenset({P.IMPORT}),
    "finding": frozenset({P.ASSESS}),
    "finding_draft": frozenset({P.ASSESS, P.ASSIGN}),
    "decision_round": frozenset({P.PROPOSE, P.RETURN, P.COUNTERSIGN}),
    "decision_signing": frozenset({P.COUNTERSIGN}),
    "case_hold": frozenset({P.ASSESS, P.IMPORT, P.ISSUE}),
    "request": frozenset({P.ASSESS, P.IMPORT}),
    "request_reply": frozenset({P.IMPORT}),
    "request_paper": frozenset({P.ASSESS}),
    "attachment": frozenset({P.IMPORT}),
    "attachment_content": frozenset({P.IMPORT}),
    "attestation": frozenset({P.IMPORT}),
    "provision": frozenset({P.PROVIDE_DATA}),
    "provided": frozenset({P.PROVIDE_DATA}),
    "due_date": frozenset({P.KEEP_RULES, P.KEEP_PEOPLE}),
    "comment_unasked": frozenset({P.ASSESS}),
    "inquiry": frozenset({P.ASSESS, P.IMPORT}),
    "inquiry_picture": frozenset({P.IMPORT}),
    "authority": frozenset({P.KEEP_AUTHORITY}),
    "case_turn": frozenset({P.ASSIGN, P.ISSUE}),
    "absence": frozenset({P.ASSIGN}),
    "case_earlier": frozenset({P.ASSESS, P.ASSIGN}),
    "finding_copy": frozenset({P.ASSESS}),
    "household_distinction": frozenset({P.ASSESS}),
    "representative": frozenset({P.ASSESS, P.ASSIGN}),
    "closing_day": frozenset({P.KEEP_PEOPLE, P.ASSIGN}),
    "letter": frozenset({P.ISSUE}),
    "letter_rewording": frozenset({P.ASSESS, P.COUNTERSIGN}),
    "letter_wording_draft": frozenset({P.ASSESS, P.COUNTERSIGN}),
    "reason_block": frozenset({P.SEE_CASES}),
    "letter_number": frozenset({P.ISSUE}),
    "framework_draft": frozenset({P.KEEP_RULES, P.APPROVE_RULES}),
    "framework_revision": frozenset({P.KEEP_RULES}),
    "framework_step": frozenset({P.KEEP_RULES, P.APPROVE_RULES}),
    "framework_version": frozenset({P.APPROVE_RULES}),
    "office_certificate": frozenset({P.KEEP_PEOPLE}),
    "letter_delivery": frozenset({P.ISSUE}),
    "letter_explanation": frozenset({P.ISSUE}),
    "letter_correction": frozenset({P.PROPOSE, P.COUNTERSIGN, P.ISSUE}),
    "letter_making": frozenset({P.ISSUE}),
    "consistency_decision": frozenset({P.REPORT}),
    "consistency_name": frozenset({P.REPORT}),
    "consistency_block": frozenset({P.REPORT}),
    "retention_hold": frozenset({P.KEEP_RETENTION}),
    "retention_note": frozenset({P.KEEP_RETENTION}),
    "disposal_batch": frozenset({P.PROPOSE_DISPOSAL, P.APPROVE_DISPOSAL}),
    "disposal_item": frozenset({P.PROPOSE_DISPOSAL, P.APPROVE_DISPOSAL}),
    "tombstone": frozenset({P.APPROVE_DISPOSAL}),
    "calibration_round": frozenset({P.ASSIGN}),
    "calibration_case": frozenset({P.ASSIGN}),
    "calibration_reading": frozenset({P.ASSESS}),
}
"""Which permission writing to a table needs (one of them); a table that is not named here every person may write to, as far
as the record speaks of it."""


def moves() -> Mapping[tuple[str, str], frozenset[str]]:
    """Who may move a case from one state to another: one of these permissions."""
    return {(old.value, new.value): _move(old, new) for old, several in ALLOWED.items() for new in several}


def _move(old: State, new: State) -> frozenset[str]:
    if old in (S.ISSUED, S.CLOSED) and new is S.EXAMINING:
        return frozenset({P.ASSIGN})
    # What arrives wakes a case that waits, whoever takes it in.
    return _INTO[new] | ({P.IMPORT} if (old, new) == (S.WAITING, S.EXAMINING) else frozenset())


_INTO: Mapping[State, frozenset[str]] = {
    S.EXAMINING: frozenset({P.ASSESS}),
    S.WAITING: frozenset({P.ASSESS}),
    S.PROPOSED: frozenset({P.PROPOSE}),
    S.RETURNED: frozenset({P.RETURN}),
    S.COUNTERSIGNED: frozenset({P.COUNTERSIGN}),
    S.ISSUED: frozenset({P.ISSUE}),
    S.CLOSED: frozenset({P.ISSUE}),
}
