"""Wording a letter: the letter beside its findings, each sentence edited where it stands."""
