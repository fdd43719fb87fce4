"""Commands with more to say than a few lines: they call a stage and report what came of it."""
