"""Data that goes back to linked institutions as the law provides: field by field, logged, nothing more."""
