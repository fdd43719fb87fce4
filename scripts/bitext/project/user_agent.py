"""How we name ourselves to the servers we ask."""

USER_AGENT = "Mozilla/5.0 (compatible; Safhatan; a bilingual reading site)"
"""The User-Agent header. Pages and engines slow down or refuse the names of HTTP libraries."""
