"""Sealed packets: a decided case in one file that anybody proves without the office."""
