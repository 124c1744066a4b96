"""経過・関係 Course and people of a case: turns, the family, earlier cases, representatives, deadlines."""
