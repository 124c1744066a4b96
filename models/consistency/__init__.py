"""Consistency: are like cases decided alike, how sure is that, and what of it may be published."""
