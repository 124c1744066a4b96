"""Import on the screen: files, what they are, how their columns are ours, what would happen, and doing it."""
