"""When premiums and taxes fall due: by law, or as each municipality sets it for a fiscal year."""
