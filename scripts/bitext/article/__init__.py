"""The domain: a seed, its catalog, the two joined, and all of them on disk."""
