"""What stands where, and what looks wrong."""
