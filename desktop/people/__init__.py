"""The people of the office, for its administrator."""
