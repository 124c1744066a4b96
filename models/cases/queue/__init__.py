"""The queue: pages of cases by key, and how many each view holds."""
