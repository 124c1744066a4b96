"""Tests of the import screen."""
