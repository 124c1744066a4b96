"""Reasoning that repeats the words of another case: found by fingerprints, measured exactly, told without saying whose it is."""
