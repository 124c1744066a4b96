"""Rules about the code itself, kept by a machine."""
