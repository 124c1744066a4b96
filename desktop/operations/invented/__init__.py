"""What the synthetic office is invented from: people, their lives, and what examiners find. Pure; the same seed, the same office."""
