"""Calibration 較正: a supervisor draws rounds, examiners read cases blind."""
