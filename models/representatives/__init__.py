"""People beside the applicant: agent, guarantor, scrivener or lawyer; and to whom letters go."""
