"""Deadlines of a case: when it is due, when a stay ends, until when somebody was asked to answer."""
