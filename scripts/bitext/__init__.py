"""Safhatan's library: Arabic seed articles become aligned bilingual pages; a room a subject."""
