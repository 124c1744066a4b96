"""Search in the queue: which cases hold some characters."""
