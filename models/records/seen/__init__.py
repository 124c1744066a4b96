"""Who saw a case."""
