"""Absences of people: from when until when; what they leave behind is shown and handed over."""
