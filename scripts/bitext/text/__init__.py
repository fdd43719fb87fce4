"""What is true of Arabic and English text: characters, sentences, numbers, direction."""
