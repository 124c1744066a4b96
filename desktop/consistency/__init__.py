"""The consistency report on screen: choose, read, compare, export, release."""
