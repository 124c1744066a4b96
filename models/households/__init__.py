"""Cases of one family, examined side by side."""
