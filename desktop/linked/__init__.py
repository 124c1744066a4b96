"""関係機関 Linked institutions: what third parties attest of an applicant, and what goes back to institutions by law."""
