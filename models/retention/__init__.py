"""How long a case is kept, what holds it back, and its disposal by two people."""
