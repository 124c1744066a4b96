"""A mirror of the tree, and the house rules, journeys and proofs."""
