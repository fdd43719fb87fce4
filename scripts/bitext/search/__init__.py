"""The search index: words compared as readers of Arabic and English mean them, in static files."""
