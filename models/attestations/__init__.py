"""Attestations of employers, insurers, landlords and banks: with the applicant's consent, for a purpose, and for no other."""
