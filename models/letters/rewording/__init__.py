"""Wording of one's own inside a letter: what a person may change in a sentence, and what must stay as recorded."""
