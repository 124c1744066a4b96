"""Tests of the desk's theme."""
