"""Tests of the desk's widgets."""
