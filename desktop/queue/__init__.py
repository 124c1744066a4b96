"""The queue: every case by what is to be done next."""
