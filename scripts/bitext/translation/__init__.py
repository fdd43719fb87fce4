"""From catalogs with gaps to filled ones: engines, their answers, the memory."""
