"""Alembic migrations. They import nothing of the program: a migration is a sealed letter."""
