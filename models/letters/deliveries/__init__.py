"""What became of a letter after it was issued: how it went out, came back, and was explained."""
