"""The revisions, one head."""
