"""Versions that an office drafts itself: written, kept, proposed, looked at by a second person, published."""
