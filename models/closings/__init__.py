"""The office's own closing days."""
