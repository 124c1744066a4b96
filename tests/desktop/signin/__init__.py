"""Tests of the desk's signin."""
