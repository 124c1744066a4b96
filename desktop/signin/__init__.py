"""Signing in, and unlocking the desk again."""
