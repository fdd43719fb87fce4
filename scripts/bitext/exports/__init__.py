"""Files of the site that readers and translators take away: books, texts, cards, memories."""
