"""What a person should look at: sentences by state, and what looks wrong in the files."""
