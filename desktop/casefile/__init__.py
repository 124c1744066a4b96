"""The case on screen: criteria, payments and residence, evidence, letter, history, and the check before proposing."""
