"""Tests of the desk's queue."""
