"""Papers that are kept with a case as they came: PDF and pictures, by the hash of their content."""
