"""Letters, words, names and punctuation."""
