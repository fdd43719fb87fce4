"""The command line: each command calls a stage and reports what came of it."""
