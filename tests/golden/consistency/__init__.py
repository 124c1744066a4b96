"""Answers of independent programs for the consistency statistics."""
