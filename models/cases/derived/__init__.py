"""Rows that follow from the cases, held against them."""
