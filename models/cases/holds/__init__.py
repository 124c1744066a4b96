"""What a case waits for, one hold each: several may stand side by side, and the clock goes again when the last is over."""
