"""What the held documents say in words: the vocabulary, diacritics put back, abbreviations."""
