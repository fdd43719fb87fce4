"""From editions to the pages that MkDocs publishes."""
