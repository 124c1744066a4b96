"""Commit, then compare: how like cases were found on a criterion, shown once the own finding stands."""
