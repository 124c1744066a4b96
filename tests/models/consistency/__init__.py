"""Consistency statistics against published tables, oracles, simulations and attackers."""
