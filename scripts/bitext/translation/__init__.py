"""Filling catalogs: the memory, the engines, and whether an engine's answer may be stored."""
