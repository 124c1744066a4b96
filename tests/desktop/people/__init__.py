"""Tests of the people screen."""
