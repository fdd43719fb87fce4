"""An English text somebody has, aligned with an article sentence to sentence."""
