"""Freezes the program, packages it for Windows and proves the package."""
