"""From editions to a published site: Markdown pages, fonts, MkDocs."""
