"""Turns of a case: to another unit, into other hands, withdrawn, lapsed, opened again."""
