"""Calibration: decided cases read again, blind, by two people or more; how far they agree is the office's own measure."""
