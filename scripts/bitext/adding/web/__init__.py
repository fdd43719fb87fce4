"""Web pages: fetching one from a server that is not trusted, and finding the article in it."""
