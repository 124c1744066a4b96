"""The disposal itself: approved by a second person, or replayed on a restored office."""
