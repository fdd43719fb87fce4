"""The project a command is run in: its settings, its files, its lock, and how faults are told."""
