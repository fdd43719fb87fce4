"""The project a command is run in: its settings, files and lock, and the errors it reports."""
