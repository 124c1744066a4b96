"""What was looked at once and must not change unseen."""
