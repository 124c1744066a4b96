"""The counters of document numbers."""
