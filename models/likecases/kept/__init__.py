"""How decided cases were found, in bands, kept so that alike ones are found at once."""
