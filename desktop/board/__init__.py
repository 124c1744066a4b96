"""配分 The supervisor's board."""
