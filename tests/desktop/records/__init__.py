"""Tests of the record's view."""
