"""The record: every act in its chain."""
