"""Earlier cases of the same applicant: linked by a human, never by the program."""
