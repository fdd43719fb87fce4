"""Making a seed of a file or a web page."""
