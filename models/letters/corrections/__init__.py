"""A letter with a mistake in it is corrected by a new letter that names the old one; the old one stays."""
