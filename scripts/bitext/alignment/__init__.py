"""Aligning an existing English text with an article, sentence to sentence."""
