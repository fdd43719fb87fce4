"""The site as MkDocs makes it: running MkDocs, what its hook calls, fonts and other assets."""
