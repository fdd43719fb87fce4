"""Safhatan's library: Arabic seed articles become aligned bilingual pages, one stage a module."""
