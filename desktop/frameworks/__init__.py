"""The rules: frameworks, their versions and criteria, to read; what a wording makes of the handbook and the letter."""
