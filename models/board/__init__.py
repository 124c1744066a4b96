"""The supervisor's board: who has how much, what waits, what is late, and who gets the next case."""
