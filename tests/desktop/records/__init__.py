"""Tests of the desk's records."""
