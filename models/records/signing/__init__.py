"""Who signs which acts of the record."""
