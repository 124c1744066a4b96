"""Requests to the applicant, interviews, surveys and inquiries of a case."""
