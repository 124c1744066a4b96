"""What people write: plain or not, their own or copied. Pure but for the service that keeps the prints of reasons."""
